// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.List;
import java.util.Objects;

/**
 * One test of a {@code Condition} element: operator, key, and the policy values, of which one must match (none, below a negated
 * operator; R-COND-03, R-COND-04). Numbers and booleans of the document are their text (R-GRAM-15).
 *
 * @param values in document order; empty is legal (U-02)
 */
public record Condition(ConditionOperator operator, ConditionKey key, List<String> values) {
    public Condition {
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(key, "key");
        values = Text.wellFormed("condition value", values);
    }

    /** A test with the bare operator. */
    public static Condition of(Comparison comparison, String key, String... values) {
        return new Condition(ConditionOperator.of(comparison), ConditionKey.of(key), List.of(values));
    }
}
