// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import io.execward.account.AccountSnapshot;
import io.execward.account.EcsTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether exec would work in the containers of an account. The same documents give the same report.
 *
 * @param client what is wrong on the machine that commands are sent from; judged once, and no part of a container's readiness
 * @param containers by cluster and task, the containers of a task in the order of its document
 */
public record ReadinessReport(Client client, List<Readiness> containers) {
    public ReadinessReport {
        containers = List.copyOf(containers);
    }

    /** The rules about the client (R-EXEC-60, R-EXEC-61). */
    public record Client(List<Finding> findings, List<NotChecked> notChecked) {
        public Client {
            findings = List.copyOf(findings);
            notChecked = List.copyOf(notChecked);
        }
    }

    /** Judges every container of every task, and assumes nothing else. */
    public static ReadinessReport of(AccountSnapshot account) {
        return of(account, account.tasks(), ReadinessOptions.defaults());
    }

    /**
     * Judges containers of these tasks.
     *
     * @param tasks of the account, or one that is made up to ask what would be
     */
    public static ReadinessReport of(AccountSnapshot account, List<EcsTask> tasks, ReadinessOptions options) {
        Facts facts = new Facts(account);
        List<Readiness> all = new ArrayList<>();
        tasks.stream()
                .sorted(Comparator.comparing((EcsTask task) -> task.cluster().toString())
                        .thenComparing(task -> task.arn().toString()))
                .forEach(task -> containers(task, facts, options)
                        .forEach(container -> all.add(Rulebook.judge(new Subject(facts, options, task, container)))));
        return new ReadinessReport(
                Rulebook.judge(Known.of(
                        account.client(),
                        "no document tells the versions of the AWS CLI and the session-manager-plugin where commands are"
                                + " sent from")),
                all);
    }

    private static List<Optional<String>> containers(EcsTask task, Facts facts, ReadinessOptions options) {
        List<String> names = names(task, facts);
        return options.container()
                .match(
                        each -> names.isEmpty()
                                ? List.of(Optional.empty())
                                : names.stream().map(Optional::of).toList(),
                        named -> List.of(Optional.of(named.name())),
                        omitted -> List.of(names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty()));
    }

    /** A task that has not started yet may list no containers; then its definition's count. */
    private static List<String> names(EcsTask task, Facts facts) {
        List<String> running =
                task.containers().stream().map(EcsTask.TaskContainer::name).toList();
        return running.isEmpty()
                ? facts.account().taskDefinition(task).stream()
                        .flatMap(definition -> definition.containers().stream())
                        .map(container -> container.name())
                        .toList()
                : running;
    }

    /** True if no blocker applies, neither in a container nor on the client. */
    public boolean isReady() {
        return containers.stream().allMatch(Readiness::isReady)
                && client.findings().stream().noneMatch(finding -> finding.severity() == Severity.BLOCKER);
    }
}
