// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.account.EcsTask;
import io.execward.ecs.ClusterArn;
import java.util.List;
import java.util.Optional;

/**
 * Containers of one name, in tasks of one cluster and one task group, with one role, for which every cell of the matrix is the same.
 *
 * @param taskGroup such as {@code service:web}; {@code family:} and the family's name where a task has no group
 * @param execEnabled whether exec is switched on for the tasks: where it is not, a permission to exec waits for it (R-EXEC-42)
 * @param tasks at least one, by ARN
 * @param taskRoleArn the role whose permissions a shell has (R-EXEC-57); empty if the tasks have none or it is not known
 */
public record TargetGroup(
        ClusterArn cluster,
        String taskGroup,
        String container,
        boolean execEnabled,
        List<EcsTask> tasks,
        Optional<String> taskRoleArn) {
    public TargetGroup {
        tasks = List.copyOf(tasks);
    }

    /** The task that witnesses speak of. */
    public EcsTask first() {
        return tasks.get(0);
    }
}
