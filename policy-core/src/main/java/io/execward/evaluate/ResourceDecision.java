// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.model.Effect;
import io.execward.model.Resource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The verdict for one resource of a request, layer by layer.
 *
 * @param layers in the order identity, boundary, session, resource, endpoint, service control levels, resource control levels
 * @param blockers each by itself enough for a no, the decisive one first, then what would have blocked anyway; none if allowed
 * @param undecided which unknown facts matter for this resource alone; present if the verdict is {@link Verdict#UNDECIDED}
 */
public record ResourceDecision(
        Resource resource,
        Verdict verdict,
        List<LayerDecision> layers,
        List<Blocker> blockers,
        Optional<Undecided> undecided) {
    public ResourceDecision {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(verdict, "verdict");
        layers = List.copyOf(layers);
        blockers = List.copyOf(blockers);
        Objects.requireNonNull(undecided, "undecided");
    }

    /** The statements that made the verdict: the Denies that apply, or the Allows if it is allowed (compare R-SIM-04). */
    public List<StatementRef> decidedBy() {
        if (verdict != Verdict.ALLOWED && verdict != Verdict.EXPLICIT_DENY) {
            return List.of();
        }
        Effect decisive = verdict == Verdict.ALLOWED ? Effect.ALLOW : Effect.DENY;
        return layers.stream()
                .flatMap(layer -> layer.steps().stream())
                .filter(step -> step.applies() && step.effect() == decisive)
                .map(Step::statement)
                .toList();
    }
}
