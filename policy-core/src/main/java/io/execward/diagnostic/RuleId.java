// SPDX-License-Identifier: Apache-2.0
package io.execward.diagnostic;

import java.util.Objects;

/**
 * The stable id of a rule, such as {@code R-GRAM-09}; {@code policy-core/docs} explains each.
 *
 * @param text never changes meaning once published
 */
public record RuleId(String text) {
    public RuleId {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return text;
    }
}
