// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One {@code ecs:RunTask}: the task definition is the resource, the cluster only a key (R-EXEC-30). Linked are a pass check for each role
 * and, with tags, one for tagging.
 *
 * @param definition in the form in which the request names it (U-EXEC-05)
 * @param definitionTags empty if not told
 */
public record RunTaskRequest(
        Caller caller,
        ClusterArn cluster,
        TaskDefinitionArn definition,
        Optional<Map<String, String>> definitionTags,
        Launch launch)
        implements OperationRequest {
    /** @throws IllegalArgumentException if the definition is not where the cluster is */
    public RunTaskRequest {
        Objects.requireNonNull(caller, "caller");
        definitionTags = definitionTags.map(Tags::copy);
        Objects.requireNonNull(launch, "launch");
        EcsArns.requireIn(cluster, "task definition", definition.toString(), Optional.empty());
    }

    /** A request for a definition whose tags are not told. */
    public static RunTaskRequest of(Caller caller, ClusterArn cluster, TaskDefinitionArn definition, Launch launch) {
        return new RunTaskRequest(caller, cluster, definition, Optional.empty(), launch);
    }

    /** The task definition has these tags and no others. */
    public RunTaskRequest definitionTagged(Map<String, String> tags) {
        return new RunTaskRequest(caller, cluster, definition, Optional.of(tags), launch);
    }

    @Override
    public String operation() {
        return "RunTask";
    }

    @Override
    public List<OperationCheck> checks() {
        Draft draft = Draft.of(caller, "ecs:RunTask", cluster.region())
                .ownedBy(cluster.account())
                .put("ecs:cluster", cluster.toString())
                .put("ecs:enable-execute-command", launch.execFlag().ofLaunch())
                .put(Tags.requested(launch.tags()));
        launch.settings().put(LaunchSettings.OF_RUN_TASK, draft);
        List<OperationCheck> checks = new ArrayList<>();
        checks.add(draft.check("task definition", definition.toString(), Tags.ofEcs(definitionTags)));
        checks.addAll(launch.linked(this, cluster, LinkedChecks.newTask(cluster)));
        return List.copyOf(checks);
    }
}
