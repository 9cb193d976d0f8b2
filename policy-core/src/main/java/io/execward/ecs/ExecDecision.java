// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.diagnostic.Visible;
import io.execward.evaluate.Decision;
import io.execward.evaluate.DecisionPrinter;
import io.execward.evaluate.ResourceDecision;
import io.execward.evaluate.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The joint verdict on a shell: allowed only if the cluster check and the task check both are (R-EXEC-03).
 *
 * @param decision the checks with their reasons, in the order of {@link ExecRequest#toRequest}
 */
public record ExecDecision(ExecRequest request, Decision decision) {
    public ExecDecision {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(decision, "decision");
    }

    /** The verdict for the call as a whole. */
    public Verdict verdict() {
        return decision.verdict();
    }

    /** The cluster's half; empty under {@link ExecModel#TASK_ONLY}. */
    public Optional<ResourceDecision> clusterCheck() {
        return request.model() == ExecModel.CLUSTER_AND_TASK
                ? Optional.of(decision.resources().get(0))
                : Optional.empty();
    }

    /** The task's half. */
    public ResourceDecision taskCheck() {
        return decision.resources().get(decision.resources().size() - 1);
    }

    /** What would bring the call closer to being allowed, in words; none if it is allowed. */
    public List<String> fixes() {
        return ExecFixes.of(this);
    }

    /** The explanation for people: joint verdict, the failing half, each check in full, and the fixes. */
    public String print() {
        StringBuilder out = new StringBuilder(DecisionPrinter.print(decision));
        clusterCheck()
                .ifPresent(cluster -> out.append("  cluster check ")
                        .append(cluster.verdict())
                        .append(", task check ")
                        .append(taskCheck().verdict())
                        .append(verdict() == Verdict.ALLOWED ? "\n" : ": both must be ALLOWED (R-EXEC-03)\n"));
        fixes().forEach(fix -> out.append("  fix: ").append(Visible.line(fix)).append('\n'));
        return out.toString();
    }
}
