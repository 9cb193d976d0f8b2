// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One {@code ecs:StartTask}: as {@link RunTaskRequest}, on container instances that the caller picks (R-EXEC-33).
 *
 * @param definition in the form in which the request names it (U-EXEC-05)
 * @param containerInstances their ARNs, at least one
 * @param definitionTags empty if not told
 */
public record StartTaskRequest(
        Caller caller,
        ClusterArn cluster,
        TaskDefinitionArn definition,
        List<Arn> containerInstances,
        Optional<Map<String, String>> definitionTags,
        Launch launch)
        implements OperationRequest {
    /** @throws IllegalArgumentException if the definition is not where the cluster is, or no container instance is named */
    public StartTaskRequest {
        Objects.requireNonNull(caller, "caller");
        containerInstances = List.copyOf(containerInstances);
        if (containerInstances.isEmpty()) {
            throw new IllegalArgumentException("StartTask names the container instances to start the task on");
        }
        containerInstances.forEach(instance -> EcsArns.requireEcs(instance, "container-instance/"));
        definitionTags = definitionTags.map(Tags::copy);
        Objects.requireNonNull(launch, "launch");
        EcsArns.requireIn(cluster, "task definition", definition.toString(), Optional.empty());
    }

    /** A request for a definition whose tags are not told. */
    public static StartTaskRequest of(
            Caller caller,
            ClusterArn cluster,
            TaskDefinitionArn definition,
            List<Arn> containerInstances,
            Launch launch) {
        return new StartTaskRequest(caller, cluster, definition, containerInstances, Optional.empty(), launch);
    }

    /** The task definition has these tags and no others. */
    public StartTaskRequest definitionTagged(Map<String, String> tags) {
        return new StartTaskRequest(caller, cluster, definition, containerInstances, Optional.of(tags), launch);
    }

    @Override
    public String operation() {
        return "StartTask";
    }

    @Override
    public List<OperationCheck> checks() {
        Draft draft = Draft.of(caller, "ecs:StartTask", cluster.region())
                .ownedBy(cluster.account())
                .put("ecs:cluster", cluster.toString())
                .put("ecs:enable-execute-command", launch.execFlag().ofLaunch())
                .put(
                        "ecs:container-instances",
                        containerInstances.stream().map(Arn::toString).toArray(String[]::new))
                .put(Tags.requested(launch.tags()));
        launch.settings().put(LaunchSettings.OF_START_TASK, draft);
        List<OperationCheck> checks = new ArrayList<>();
        checks.add(draft.check("task definition", definition.toString(), Tags.ofEcs(definitionTags)));
        checks.addAll(launch.linked(this, cluster, LinkedChecks.newTask(cluster)));
        return List.copyOf(checks);
    }
}
