// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.Optional;

/** What a statement that applies does (R-GRAM-09). */
public enum Effect {
    ALLOW("Allow"),
    DENY("Deny");

    private final String text;

    Effect(String text) {
        this.text = text;
    }

    /** The word as a document writes it; IAM compares it case-sensitively. */
    public String text() {
        return text;
    }

    /** The effect with exactly this text, if there is one. */
    public static Optional<Effect> of(String text) {
        for (Effect effect : values()) {
            if (effect.text.equals(text)) {
                return Optional.of(effect);
            }
        }
        return Optional.empty();
    }
}
