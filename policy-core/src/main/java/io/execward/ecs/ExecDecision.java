// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.diagnostic.Visible;
import io.execward.evaluate.Decision;
import io.execward.evaluate.DecisionPrinter;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.ResourceDecision;
import io.execward.evaluate.Verdict;
import io.execward.model.Arn;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The joint verdict on a shell: allowed only if the cluster check and the task check both are (R-EXEC-03), and with a key the key's.
 *
 * @param decision the checks of cluster and task with their reasons, in the order of {@link ExecRequest#toRequest}
 */
public record ExecDecision(ExecRequest request, Verdict verdict, List<CheckDecision> checks, Decision decision)
        implements OperationDecision {
    public ExecDecision {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(verdict, "verdict");
        checks = List.copyOf(checks);
        Objects.requireNonNull(decision, "decision");
    }

    static ExecDecision of(ExecRequest request, ResourceEngines engines) {
        // ECS has no resource policies (R-EXEC-06): the two halves are always judged together.
        PolicyEngine engine = engines.on(request.toRequest().resources().get(0));
        Joint joint = Joint.of(
                request.checks(),
                resource ->
                        resource.arn().map(Arn::service).equals(Optional.of("ecs")) ? engine : engines.on(resource));
        return new ExecDecision(
                request, joint.verdict(), joint.checks(), joint.decisions().get(0));
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

    /** The key's check; empty if the cluster has no key. */
    public Optional<CheckDecision> keyCheck() {
        return request.key().map(key -> checks.get(checks.size() - 1));
    }

    /** What would bring the call closer to being allowed, in words; none if it is allowed. */
    public List<String> fixes() {
        return ExecFixes.of(this);
    }

    /** The explanation for people: joint verdict, the failing half, each check in full, and the fixes. */
    @Override
    public String print() {
        StringBuilder out = new StringBuilder();
        if (keyCheck().isPresent()) {
            out.append(CheckedDecision.heading(this));
        }
        out.append(DecisionPrinter.print(decision));
        clusterCheck()
                .ifPresent(cluster -> out.append("  cluster check ")
                        .append(cluster.verdict())
                        .append(", task check ")
                        .append(taskCheck().verdict())
                        .append(decision.verdict() == Verdict.ALLOWED ? "\n" : ": both must be ALLOWED (R-EXEC-03)\n"));
        keyCheck().ifPresent(key -> out.append(DecisionPrinter.print(key.decision())));
        fixes().forEach(fix -> out.append("  fix: ").append(Visible.line(fix)).append('\n'));
        return out.toString();
    }
}
