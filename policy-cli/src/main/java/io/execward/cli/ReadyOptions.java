// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.AccountSnapshot;
import io.execward.account.DocumentKind;
import io.execward.account.EcsTask;
import io.execward.account.IamIdentity;
import io.execward.cases.AccountCalls;
import io.execward.cases.AccountNames;
import io.execward.ecs.Caller;
import io.execward.readiness.ContainerChoice;
import io.execward.readiness.InternetRoute;
import io.execward.readiness.ReadinessOptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which containers are meant, and what is known about them that no document tells. */
final class ReadyOptions {
    @Option(names = "--cluster", paramLabel = "NAME|ARN", description = "Only the tasks of this cluster.")
    private @Nullable String cluster;

    @Option(names = "--task", paramLabel = "ID|ARN", description = "Only this task.")
    private @Nullable String task;

    @Option(names = "--container", paramLabel = "NAME", description = "Only the containers of this name.")
    private @Nullable String container;

    @Option(
            names = "--container-omitted",
            description = "The command names no container, which ECS refuses for a task with several.")
    private boolean containerOmitted;

    @Option(
            names = "--principal",
            paramLabel = "ARN|NAME",
            description = "Judge too whether this user, or a session of this role, may send the command.")
    private @Nullable String principal;

    @Option(
            names = "--assume-absent",
            description =
                    "What the documents do not tell about the request of --principal is absent from it, not unknown.")
    private boolean assumeAbsent;

    @Option(
            names = "--internet",
            paramLabel = "yes|no",
            description = {
                "Whether tasks have a route to the internet: with `no` a missing VPC endpoint for the session is a blocker,"
                        + " with `yes` none is needed. Not known if left out."
            })
    private @Nullable String internet;

    /** Checks what can be checked before the documents are read. */
    void check() {
        if (container != null && containerOmitted) {
            throw new UsageError("--container and --container-omitted: leave one of them out");
        }
        if (assumeAbsent && principal == null) {
            throw new UsageError("--assume-absent is about the request of a principal: name it with --principal");
        }
        internet();
    }

    private InternetRoute internet() {
        if (internet == null) {
            return InternetRoute.UNKNOWN;
        }
        return switch (internet) {
            case "yes" -> InternetRoute.YES;
            case "no" -> InternetRoute.NO;
            default -> throw new UsageError("--internet: `" + internet + "` is neither `yes` nor `no`");
        };
    }

    /** The tasks that are meant, at least one. */
    List<EcsTask> tasks(AccountSnapshot account, String folder) {
        if (account.tasks().isEmpty()) {
            throw new InputError(
                    "error: " + folder + " tells of no tasks, so that there is nothing to judge: add what `"
                            + DocumentKind.TASKS.madeBy() + "` prints for each cluster");
        }
        if (task != null) {
            AccountNames names = new AccountNames(account);
            EcsTask one = Arguments.parsed("--task", task, text -> names.task(text, Optional.ofNullable(cluster)));
            return List.of(one);
        }
        List<EcsTask> ofCluster = account.tasks().stream()
                .filter(one -> cluster == null
                        || one.cluster().name().equals(cluster)
                        || one.cluster().toString().equals(cluster))
                .toList();
        if (ofCluster.isEmpty()) {
            throw new UsageError("--cluster: the documents tell of no task in a cluster `" + cluster + "`; known are "
                    + String.join(
                            ", ",
                            names(account.tasks().stream()
                                    .map(one -> one.cluster().name()))));
        }
        return container == null ? ofCluster : having(container, ofCluster);
    }

    /** Without --task a container's name chooses the tasks that have it. */
    private static List<EcsTask> having(String container, List<EcsTask> tasks) {
        List<EcsTask> having = tasks.stream()
                .filter(one ->
                        one.containers().stream().anyMatch(it -> it.name().equals(container)))
                .toList();
        if (having.isEmpty()) {
            throw new UsageError("--container: no task has a container `" + container + "`; known are "
                    + String.join(
                            ", ",
                            names(tasks.stream()
                                    .flatMap(one -> one.containers().stream())
                                    .map(it -> it.name()))));
        }
        return having;
    }

    private static List<String> names(Stream<String> all) {
        return all.distinct().sorted().toList();
    }

    /** What the report is to assume. */
    ReadinessOptions options(AccountSnapshot account) {
        ReadinessOptions options = ReadinessOptions.defaults().with(internet());
        if (container != null) {
            options = options.with(ContainerChoice.named(container));
        } else if (containerOmitted) {
            options = options.with(ContainerChoice.omitted());
        }
        return principal == null ? options : options.calledBy(caller(principal, account));
    }

    private Caller caller(String who, AccountSnapshot account) {
        IamIdentity identity = Arguments.parsed("--principal", who, text -> new AccountNames(account).identity(text));
        Caller caller = AccountCalls.caller(account, identity, who);
        return assumeAbsent ? caller.complete() : caller;
    }
}
