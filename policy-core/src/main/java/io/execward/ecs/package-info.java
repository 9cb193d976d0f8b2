/**
 * The operations of Amazon ECS Exec and what leads to it, as typed requests. A {@link io.execward.ecs.Caller} says who calls and what is
 * known about how; an {@link io.execward.ecs.OperationRequest} expands into the checks that authorise it, and an {@link
 * io.execward.ecs.OperationDecision} joins their verdicts and names the failing ones. Start at {@link io.execward.ecs.ExecRequest}: one
 * {@code aws ecs execute-command}, judged as AWS judges it, on the cluster and on the task together. The rules are R-EXEC-…, in {@code
 * policy-core/docs/ecs-exec.md}.
 */
@NullMarked
package io.execward.ecs;

import org.jspecify.annotations.NullMarked;
