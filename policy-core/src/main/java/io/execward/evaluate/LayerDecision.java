// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.model.PolicyKind;
import java.util.List;
import java.util.Objects;

/**
 * What one layer, or one organization level, says about one resource of a request.
 *
 * @param name the layer's name, or that of the organization level
 * @param note why the layer was not consulted; empty for other outcomes
 * @param steps every statement of the layer, in order; none if it was not consulted
 */
public record LayerDecision(PolicyKind kind, String name, Outcome outcome, String note, List<Step> steps) {
    public LayerDecision {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(note, "note");
        steps = List.copyOf(steps);
    }

    /** The answer of a layer. */
    public enum Outcome {
        /** Nobody said what policies there are; that is no statement about the layer. */
        NOT_SUPPLIED,
        /** The layer has no say in this request; the note says why. */
        NOT_CONSULTED,
        /** A Deny applies. */
        DENIES,
        /** An Allow applies, and no Deny. */
        ALLOWS,
        /** No statement applies. */
        NO_ALLOW,
        /** It depends on facts that are unknown. */
        UNDECIDED
    }
}
