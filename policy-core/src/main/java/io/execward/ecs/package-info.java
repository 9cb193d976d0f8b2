/**
 * Amazon ECS Exec as typed requests: {@link io.execward.ecs.ExecRequest} is one {@code aws ecs execute-command}, judged as AWS judges
 * it, on the cluster and on the task together. The rules are R-EXEC-…, in {@code policy-core/docs/ecs-exec.md}.
 */
@NullMarked
package io.execward.ecs;

import org.jspecify.annotations.NullMarked;
