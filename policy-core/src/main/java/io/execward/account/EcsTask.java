// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.ecs.ClusterArn;
import io.execward.ecs.ServiceArn;
import io.execward.ecs.TaskArn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A task (R-EXEC-100).
 *
 * @param tags in document order; empty if they are not known (R-EXEC-118)
 * @param group such as {@code service:web} or {@code family:batch}
 * @param lastStatus such as {@code RUNNING}
 * @param enableExecuteCommand false if the document does not say
 * @param overrideTaskRoleArn the task role that the launch named instead of the definition's (R-EXEC-56)
 * @param createdAt when the launch was accepted, which may be long before the task found a place to run on
 * @param subnetId of its own network interface, which only tasks in mode {@code awsvpc} have
 */
public record EcsTask(
        TaskArn arn,
        ClusterArn cluster,
        String taskDefinitionArn,
        Optional<Map<String, String>> tags,
        Optional<String> group,
        Optional<String> startedBy,
        String lastStatus,
        Optional<String> desiredStatus,
        boolean enableExecuteCommand,
        Optional<String> launchType,
        Optional<String> capacityProviderName,
        Optional<String> platformVersion,
        Optional<String> platformFamily,
        Optional<String> overrideTaskRoleArn,
        Optional<String> subnetId,
        Optional<String> containerInstanceArn,
        Optional<Instant> createdAt,
        List<TaskContainer> containers) {
    private static final String SERVICE = "service:";

    /** @throws IllegalArgumentException if the task is not one of the cluster's (E-X8) */
    public EcsTask {
        if (!cluster.equals(arn.clusterArn().orElse(cluster))) {
            throw new IllegalArgumentException("the task `" + arn + "` does not run in the cluster `" + cluster + "`");
        }
        tags = tags.map(Ordered::copy);
        containers = List.copyOf(containers);
    }

    /** The name of the service that started it, if one did; whoever runs a task may give it a group that names none. */
    public Optional<String> serviceName() {
        return group.filter(each -> each.startsWith(SERVICE))
                .map(each -> each.substring(SERVICE.length()))
                .filter(ServiceArn::isName);
    }

    /**
     * One container of the task.
     *
     * @param managedAgents empty if the document has no such member
     */
    public record TaskContainer(
            String name,
            Optional<String> runtimeId,
            Optional<String> lastStatus,
            Optional<List<ManagedAgent>> managedAgents) {
        public TaskContainer {
            managedAgents = managedAgents.map(List::copyOf);
        }
    }

    /** One managed agent of a container, such as {@code ExecuteCommandAgent}. */
    public record ManagedAgent(
            String name, String lastStatus, Optional<String> reason, Optional<Instant> lastStartedAt) {}
}
