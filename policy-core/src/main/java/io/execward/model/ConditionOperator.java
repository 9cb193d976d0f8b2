// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A condition operator with its set prefix and {@code IfExists} suffix, such as {@code ForAnyValue:StringLikeIfExists}
 * (R-GRAM-17).
 */
public record ConditionOperator(SetOperator set, Comparison comparison, boolean ifExists) {
    private static final String IF_EXISTS = "IfExists";
    private static final Map<String, ConditionOperator> BY_TEXT = all(text -> text);
    private static final Map<String, ConditionOperator> BY_FOLDED_TEXT = all(CaseFolding::fold);

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
        ConditionOperator documented = BY_TEXT.get(text);
        return documented != null
                ? Optional.of(documented)
                : Optional.ofNullable(BY_FOLDED_TEXT.get(CaseFolding.fold(text)));
    }

    /** The documented spelling. */
    public String text() {
        return set.prefix() + comparison.iamName() + (ifExists ? IF_EXISTS : "");
    }

    private static Map<String, ConditionOperator> all(UnaryOperator<String> spelling) {
        Map<String, ConditionOperator> all = new HashMap<>();
        for (Comparison comparison : Comparison.values()) {
            for (SetOperator set : SetOperator.values()) {
                for (boolean ifExists : new boolean[] {false, true}) {
                    if (!ifExists || comparison.family() != Comparison.Family.NULL) {
                        ConditionOperator operator = new ConditionOperator(set, comparison, ifExists);
                        all.put(spelling.apply(operator.text()), operator);
                    }
                }
            }
        }
        return Map.copyOf(all);
    }

    @Override
    public String toString() {
        return text();
    }
}
