// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

/** What {@code ecs:ExecuteCommand} is authorised against (R-EXEC-04). */
public enum ExecModel {
    /** Cluster and task, both: how AWS documents it since 2024. */
    CLUSTER_AND_TASK,
    /** The task alone, as older texts have it; to compare with. */
    TASK_ONLY
}
