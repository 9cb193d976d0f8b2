// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.model.Policy;
import java.util.List;
import java.util.Objects;

/**
 * A policy with fewer characters that was proved to mean the same: it denies the same requests and allows the same.
 *
 * @param before characters of the shortest text of the policy that was given, as its quota counts them
 * @param after likewise, of this one
 * @param steps what was done, in order; none if nothing could be
 * @param proof that both mean the same, by the catalog if that was allowed and needed; {@link Answer.Unknown} only if no step was taken
 *     and the analyzer could not even compare the policy with itself
 */
public record Minimized(Policy policy, int before, int after, List<Step> steps, Answer proof) {
    public Minimized {
        Objects.requireNonNull(policy, "policy");
        steps = List.copyOf(steps);
        Objects.requireNonNull(proof, "proof");
    }

    /**
     * One step.
     *
     * @param text a sentence without a full stop; statements are named by their Sid, or by their number at that moment
     * @param proof that the step changed no meaning
     */
    public record Step(String text, Answer.Holds proof) {
        public Step {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(proof, "proof");
        }
    }
}
