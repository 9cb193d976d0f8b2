// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A condition operator with its set prefix and {@code IfExists} suffix, such as {@code ForAnyValue:StringLikeIfExists}
 * (R-GRAM-17).
 */
public record ConditionOperator(SetOperator set, Comparison comparison, boolean ifExists) {
    private static final String IF_EXISTS = "IfExists";
    private static final Map<String, ConditionOperator> BY_FOLDED_TEXT = allByFoldedText();

    /** @throws IllegalArgumentException for {@code NullIfExists}, which does not exist (R-COND-12) */
    public ConditionOperator {
        Objects.requireNonNull(set, "set");
        if (ifExists && comparison.family() == Comparison.Family.NULL) {
            throw new IllegalArgumentException("`Null` has no IfExists form (R-COND-12)");
        }
    }

    /** The bare operator. */
    public static ConditionOperator of(Comparison comparison) {
        return new ConditionOperator(SetOperator.NONE, comparison, false);
    }

    /**
     * The operator that {@code text} names, whatever its letter case (R-GRAM-17); empty if there is none. The documented
     * spelling is {@link #text}.
     */
    public static Optional<ConditionOperator> of(String text) {
        return Optional.ofNullable(BY_FOLDED_TEXT.get(CaseFolding.fold(text)));
    }

    /** The documented spelling. */
    public String text() {
        return set.prefix() + comparison.iamName() + (ifExists ? IF_EXISTS : "");
    }

    private static Map<String, ConditionOperator> allByFoldedText() {
        Map<String, ConditionOperator> all = new HashMap<>();
        for (Comparison comparison : Comparison.values()) {
            for (SetOperator set : SetOperator.values()) {
                add(all, new ConditionOperator(set, comparison, false));
                if (comparison.family() != Comparison.Family.NULL) {
                    add(all, new ConditionOperator(set, comparison, true));
                }
            }
        }
        return Map.copyOf(all);
    }

    private static void add(Map<String, ConditionOperator> all, ConditionOperator operator) {
        all.put(CaseFolding.fold(operator.text()), operator);
    }

    @Override
    public String toString() {
        return text();
    }
}
