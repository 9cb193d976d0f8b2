// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.ecs.ClusterArn;
import io.execward.ecs.TaskArn;
import org.assertj.core.annotation.CheckReturnValue;

/** A sentence about a shell that needs its task. */
@CheckReturnValue
public sealed interface NeedsTask permits ExecDraft {
    /**
     * Into a container of this task.
     *
     * @throws IllegalArgumentException unless it is a task ARN that names its cluster (R-EXEC-05)
     */
    default NeedsContainer into(String task) {
        return into(TaskArn.of(task));
    }

    /**
     * Into a container of this task.
     *
     * @throws IllegalArgumentException if the ARN does not name the cluster: name it too
     */
    NeedsContainer into(TaskArn task);

    /** Into a container of this task, whose ARN may be of either form. */
    NeedsContainer into(ClusterArn cluster, TaskArn task);
}
