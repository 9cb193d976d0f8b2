// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.ecs.ExecRequest;
import io.execward.ecs.ResourceEngines;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.WritableAssertionInfo;

/**
 * What every word of a sentence knows.
 *
 * @param engines what is asked
 * @param targets adds to a shell what is known of its target
 * @param failures where a failed check goes
 * @param description of {@code as(...)}; empty for none
 */
record Sentence(ResourceEngines engines, UnaryOperator<ExecRequest> targets, Failures failures, String description) {
    static Sentence begin(
            ResourceEngines engines,
            UnaryOperator<ExecRequest> targets,
            Failures failures,
            WritableAssertionInfo info) {
        return new Sentence(engines, targets, failures, info.descriptionText());
    }

    /** The same sentence after a word that described it. */
    Sentence described(WritableAssertionInfo info) {
        return new Sentence(engines, targets, failures, info.descriptionText());
    }

    /** Puts the sentence's description on its next word. */
    void describe(AbstractAssert<?, ?> next) {
        if (!description.isEmpty()) {
            next.info.description("%s", description);
        }
    }
}
