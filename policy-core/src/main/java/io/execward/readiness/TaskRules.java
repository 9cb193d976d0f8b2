// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import io.execward.account.EcsTask.ManagedAgent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules about the state of the task and of its exec agents (R-EXEC-62 to R-EXEC-67), and about the request (R-EXEC-91). */
final class TaskRules {
    private static final Set<String> STARTING = Set.of("PROVISIONING", "PENDING", "ACTIVATING");
    private static final Set<String> OVER = Set.of("DEACTIVATING", "STOPPING", "DEPROVISIONING", "STOPPED", "DELETED");
    private static final String AGENT = "ExecuteCommandAgent";

    private TaskRules() {}

    static Judgement notRunning(Subject subject) {
        String status = subject.task().lastStatus();
        boolean isKnown = status.equals("RUNNING") || STARTING.contains(status) || OVER.contains(status);
        if (!isKnown) {
            return new Judgement.Unknown(
                    NotChecked.Reason.NOT_SUPPLIED, "`" + status + "` is no known status of a task");
        }
        return Judgement.when(
                OVER.contains(status),
                "the task is stopping or has stopped",
                "choose a task that is running",
                "lastStatus: " + status);
    }

    static Judgement starting(Subject subject) {
        String status = subject.task().lastStatus();
        return Judgement.when(
                STARTING.contains(status),
                "the task has not started yet",
                "wait until the task is RUNNING, and look again",
                "lastStatus: " + status);
    }

    static Judgement execDisabled(Subject subject) {
        boolean ofService = subject.task().group().orElse("").startsWith("service:");
        return Judgement.when(
                !subject.task().enableExecuteCommand(),
                "the task was started without exec, and a running task cannot be changed (R-EXEC-42)",
                ofService
                        ? "switch exec on for the service and force a new deployment"
                        : "start the task again with exec on",
                "enableExecuteCommand: false");
    }

    static Judgement agentMissing(Subject subject) {
        return agent(subject)
                .judge(agent -> Judgement.when(
                        agent.isEmpty(),
                        "the container has no exec agent",
                        "start the task again with exec on; the agent is put into containers when they start",
                        "managedAgents: no " + AGENT));
    }

    static Judgement agentStopped(Subject subject) {
        return ofAgent(subject, agent -> switch (agent.lastStatus()) {
            case "RUNNING", "PENDING" -> Judgement.clear();
            case "STOPPED" ->
                Judgement.applies(
                        "the exec agent of the container has stopped",
                        "remove the cause, which the other findings may name, and start the task again",
                        "managedAgents: " + AGENT + " STOPPED"
                                + agent.reason().map(reason -> ", " + reason).orElse(""));
            default ->
                new Judgement.Unknown(
                        NotChecked.Reason.NOT_SUPPLIED,
                        "`" + agent.lastStatus() + "` is no known status of an exec agent");
        });
    }

    static Judgement agentPending(Subject subject) {
        return ofAgent(
                subject,
                agent -> Judgement.when(
                        agent.lastStatus().equals("PENDING"),
                        "the exec agent of the container has not started yet",
                        "wait some seconds, and look again",
                        "managedAgents: " + AGENT + " PENDING"));
    }

    private interface AgentRule {
        Judgement on(ManagedAgent agent);
    }

    private static Judgement ofAgent(Subject subject, AgentRule rule) {
        return agent(subject).judge(agent -> agent.map(rule::on).orElseGet(Judgement::clear));
    }

    /** A task without exec lists no managed agents at all, so that a missing list is an empty one. */
    private static Known<Optional<ManagedAgent>> agent(Subject subject) {
        return subject.taskContainer()
                .map(container -> container.managedAgents().orElse(List.of()).stream()
                        .filter(agent -> agent.name().equals(AGENT))
                        .findFirst());
    }

    static Judgement containerNameRequired(Subject subject) {
        return Judgement.when(
                subject.container().isEmpty() && subject.task().containers().size() > 1,
                "the request names no container, and the task has several; Service Connect and Runtime Monitoring add one",
                "name the container",
                "containers: " + String.join(", ", names(subject)));
    }

    static Judgement containerNotFound(Subject subject) {
        if (subject.container().isEmpty()) {
            return Judgement.clear();
        }
        String name = subject.container().get();
        if (subject.task().containers().isEmpty()) {
            return new Judgement.Unknown(NotChecked.Reason.NOT_SUPPLIED, "the task's document names no containers");
        }
        return Judgement.when(
                !names(subject).contains(name),
                "the task has no container `" + name + "`; names are case-sensitive",
                "name one of the task's containers",
                "containers: " + String.join(", ", names(subject)));
    }

    static Judgement sessionLimits() {
        return Judgement.applies(
                "a session ends after 20 idle minutes; a container takes 20 sessions, and each some CPU and memory",
                "keep sessions short; the number of sessions is a quota that can be raised");
    }

    private static List<String> names(Subject subject) {
        return subject.task().containers().stream()
                .map(container -> container.name())
                .toList();
    }
}
