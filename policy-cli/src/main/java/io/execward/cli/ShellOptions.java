// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.AccountSnapshot;
import io.execward.account.EcsTask;
import io.execward.account.IamIdentity;
import io.execward.account.VpcEndpoint;
import io.execward.cases.AccountNames;
import io.execward.ecs.Caller;
import io.execward.model.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who wants a shell where, by what the documents of an account call them. */
final class ShellOptions {
    @Option(
            names = "--principal",
            paramLabel = "ARN|NAME",
            description =
                    "The user or role that asks, or the ARN of a role session. A role stands for a session of it.")
    private @Nullable String principal;

    @Option(names = "--task", paramLabel = "ARN|ID", description = "The task.")
    private @Nullable String task;

    @Option(
            names = "--cluster",
            paramLabel = "ARN|NAME",
            description = "Its cluster; only needed if tasks of several clusters have the id.")
    private @Nullable String cluster;

    @Option(
            names = "--container",
            paramLabel = "NAME",
            description = "The container; may be left out if the task has just one.")
    private @Nullable String container;

    @Option(
            names = "--vpc-endpoint",
            paramLabel = "ID",
            description = "The call comes through this VPC endpoint, whose policy then has a say.")
    private @Nullable String endpoint;

    IamIdentity identity(AccountSnapshot account) {
        String who = required("--principal", principal, "say who asks, by name or ARN, such as `--principal alice`");
        return Arguments.parsed("--principal", who, new AccountNames(account)::identity);
    }

    /** The principal as it was written. */
    String principal() {
        return required("--principal", principal, "say who asks, by name or ARN, such as `--principal alice`");
    }

    EcsTask task(AccountSnapshot account) {
        String which = required("--task", task, "name the task by its id or ARN");
        return Arguments.parsed(
                "--task", which, text -> new AccountNames(account).task(text, Optional.ofNullable(cluster)));
    }

    String container(AccountSnapshot account, EcsTask of) {
        Optional<String> name = Optional.ofNullable(container);
        return Arguments.parsed(
                "--container", String.valueOf(container), text -> new AccountNames(account).container(of, name));
    }

    /** The endpoint with its policy; empty if none is named. */
    Optional<VpcEndpoint> endpoint(AccountSnapshot account, boolean hasAddress) {
        if (endpoint == null) {
            return Optional.empty();
        }
        if (hasAddress) {
            throw new UsageError("--vpc-endpoint and --source-ip contradict each other: a call through an endpoint"
                    + " carries no public address (R-KEY-05)");
        }
        VpcEndpoint found = Arguments.parsed("--vpc-endpoint", endpoint, new AccountNames(account)::endpoint);
        if (!found.serviceName().endsWith(".ecs")) {
            throw new UsageError("--vpc-endpoint: `" + endpoint + "` is an endpoint of " + found.serviceName()
                    + ", through which no call of ECS goes: name one of com.amazonaws.REGION.ecs (R-EXEC-27)");
        }
        if (found.policy().isEmpty()) {
            throw new UsageError("--vpc-endpoint: the documents do not tell the policy of `" + endpoint + "`: add what"
                    + " `aws ec2 describe-vpc-endpoints` prints");
        }
        return Optional.of(found);
    }

    /** What a call through the endpoint carries (R-EXEC-27, R-KEY-05). */
    static Caller through(VpcEndpoint endpoint, Caller caller, Context told) {
        Context facts = Context.builder()
                .put("aws:SourceVpce", endpoint.id())
                .put("aws:SourceVpc", endpoint.vpcId())
                .absent("aws:SourceIp")
                .build();
        CallerOptions.checkOnce(facts, told);
        return caller.with(facts);
    }

    private static String required(String option, @Nullable String value, String help) {
        if (value == null) {
            throw new UsageError(option + " is missing: " + help);
        }
        return value;
    }
}
