// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One {@code ecs:DescribeTasks} of one task, which the command line needs after ExecuteCommand (R-EXEC-02, R-EXEC-28).
 *
 * @param cluster of a request that names none, the default cluster (U-EXEC-09)
 * @param taskTags empty if not told
 */
public record DescribeTasksRequest(
        Caller caller, ClusterArn cluster, TaskArn task, Optional<Map<String, String>> taskTags)
        implements OperationRequest {
    /** @throws IllegalArgumentException if the task is not one of the cluster's (E-X8) */
    public DescribeTasksRequest {
        Objects.requireNonNull(caller, "caller");
        taskTags = taskTags.map(Tags::copy);
        EcsArns.requireIn(cluster, "task", task.toString(), task.clusterArn());
    }

    /** A request for a task whose tags are not told. */
    public static DescribeTasksRequest of(Caller caller, ClusterArn cluster, TaskArn task) {
        return new DescribeTasksRequest(caller, cluster, task, Optional.empty());
    }

    /** The task has these tags and no others. */
    public DescribeTasksRequest taskTagged(Map<String, String> tags) {
        return new DescribeTasksRequest(caller, cluster, task, Optional.of(tags));
    }

    @Override
    public String operation() {
        return "DescribeTasks";
    }

    @Override
    public List<OperationCheck> checks() {
        return List.of(Draft.of(caller, "ecs:DescribeTasks", cluster.region())
                .ownedBy(cluster.account())
                .put("ecs:cluster", cluster.toString())
                .check("task", task.toString(), Tags.ofEcs(taskTags)));
    }
}
