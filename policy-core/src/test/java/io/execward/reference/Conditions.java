// SPDX-License-Identifier: Apache-2.0
package io.execward.reference;

import io.execward.model.CaseFolding;
import io.execward.model.Comparison;
import io.execward.model.Comparison.Family;
import io.execward.model.Condition;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.reference.Glob.Atom;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code Condition} element (section C). */
final class Conditions {
    private final boolean hasVariables;
    private final Context context;

    Conditions(boolean hasVariables, Context context) {
        this.hasVariables = hasVariables;
        this.context = context;
    }

    /** R-COND-01, R-COND-02. */
    boolean hold(List<Condition> conditions) {
        return conditions.stream().allMatch(this::holds);
    }

    private boolean holds(Condition condition) {
        ContextValue said = context.get(condition.key()); // R-COND-05: in any letter case
        // R-COND-67: a key without any value is as good as absent
        List<String> values = said instanceof ContextValue.Present present ? present.values() : List.of();
        if (condition.operator().comparison() == Comparison.NULL) {
            return isNull(condition, values.isEmpty());
        }
        boolean isEmptySet = values.isEmpty() || values.equals(List.of("")); // U-12
        return switch (condition.operator().set()) {
            case NONE -> holdsForSingleValue(condition, values);
            // R-COND-60 to R-COND-62, R-COND-66
            case FOR_ALL_VALUES -> isEmptySet || values.stream().allMatch(value -> accepts(condition, value));
            // R-COND-63 to R-COND-65; R-COND-66: IfExists does not help
            case FOR_ANY_VALUE -> !isEmptySet && values.stream().anyMatch(value -> accepts(condition, value));
        };
    }

    private boolean isNull(Condition condition, boolean isAbsent) {
        return switch (condition.operator().set()) {
            case FOR_ALL_VALUES -> true; // R-COND-12
            case FOR_ANY_VALUE -> false; // R-COND-12
            case NONE -> // R-COND-11
                condition.values().stream().anyMatch(value -> Values.bool(value).equals(Optional.of(isAbsent)));
        };
    }

    /** The truth table below R-COND-15. */
    private boolean holdsForSingleValue(Condition condition, List<String> values) {
        if (values.isEmpty()) {
            boolean negated = condition.operator().comparison().negated();
            return condition.operator().ifExists() || negated; // R-COND-07 to R-COND-10
        }
        if (values.size() > 1) {
            return false; // R-COND-13: for negated operators too
        }
        return accepts(condition, values.get(0));
    }

    /** m(r) of section C.3: an OR over the policy values (R-COND-03), a NOR if negated (R-COND-04, R-COND-23). */
    private boolean accepts(Condition condition, String requestValue) {
        Comparison comparison = condition.operator().comparison();
        boolean matchesOne =
                condition.values().stream().anyMatch(policyValue -> matches(comparison, policyValue, requestValue));
        return matchesOne != comparison.negated();
    }

    /**
     * True if the two are equal, or in order, or alike, as the operator wants before it is negated. What cannot be read
     * never matches (R-COND-15), so that a negated operator is true for it (U-08).
     */
    private boolean matches(Comparison comparison, String policyValue, String requestValue) {
        boolean takesVariables = comparison.family() == Family.STRING // R-VAR-03
                || comparison.family() == Family.ARN
                || comparison.family() == Family.BOOL; // U-13
        Template policy = Template.of(policyValue, hasVariables && takesVariables);
        if (!policy.isResolvedBy(context)) {
            return false; // R-VAR-05, R-VAR-06
        }
        return switch (comparison) {
            case STRING_EQUALS, STRING_NOT_EQUALS -> // R-COND-20, R-COND-24
                policy.text(context).equals(requestValue);
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE -> // R-COND-21
                CaseFolding.fold(policy.text(context)).equals(CaseFolding.fold(requestValue));
            case STRING_LIKE, STRING_NOT_LIKE -> // R-COND-22
                Glob.matches(policy.atoms(context), requestValue);
            case NUMERIC_EQUALS,
                    NUMERIC_NOT_EQUALS,
                    NUMERIC_LESS_THAN,
                    NUMERIC_LESS_THAN_EQUALS,
                    NUMERIC_GREATER_THAN,
                    NUMERIC_GREATER_THAN_EQUALS -> // R-COND-25
                areInOrder(comparison, Values.number(policyValue), Values.number(requestValue));
            case DATE_EQUALS,
                    DATE_NOT_EQUALS,
                    DATE_LESS_THAN,
                    DATE_LESS_THAN_EQUALS,
                    DATE_GREATER_THAN,
                    DATE_GREATER_THAN_EQUALS -> // R-COND-30
                areInOrder(comparison, Values.instant(policyValue), Values.instant(requestValue));
            case BOOL -> areEqual(Values.bool(policy.text(context)), Values.bool(requestValue)); // R-COND-35
            case BINARY_EQUALS -> areEqual(Values.bytes(policyValue), Values.bytes(requestValue)); // R-COND-40
            case IP_ADDRESS, NOT_IP_ADDRESS -> isInBlock(policyValue, requestValue); // R-COND-45
            case ARN_EQUALS, ARN_NOT_EQUALS, ARN_LIKE, ARN_NOT_LIKE -> // R-COND-56
                areAlikeArns(policy, requestValue);
            case NULL -> throw new IllegalStateException("Null compares no values");
        };
    }

    private static boolean areInOrder(
            Comparison comparison, Optional<BigDecimal> policyValue, Optional<BigDecimal> requestValue) {
        if (policyValue.isEmpty() || requestValue.isEmpty()) {
            return false;
        }
        int order = requestValue.get().compareTo(policyValue.get());
        return switch (comparison) {
            case NUMERIC_LESS_THAN, DATE_LESS_THAN -> order < 0;
            case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> order <= 0;
            case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> order > 0;
            case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS -> order >= 0;
            default -> order == 0;
        };
    }

    private static <T> boolean areEqual(Optional<T> policyValue, Optional<T> requestValue) {
        return policyValue.isPresent() && policyValue.equals(requestValue);
    }

    private static boolean isInBlock(String policyValue, String requestValue) {
        return Values.address(requestValue)
                .flatMap(address -> Values.block(policyValue).map(block -> block.contains(address)))
                .orElse(false);
    }

    /** R-COND-55, R-COND-58: field by field; R-COND-59: six on either side. */
    private boolean areAlikeArns(Template policy, String requestValue) {
        List<List<Atom>> patterns = fields(policy.atoms(context)); // variables first: one may stand for a whole ARN
        String[] fields = requestValue.split(":", 6);
        if (patterns.size() < 6 || fields.length < 6) {
            return false;
        }
        for (int i = 0; i < 6; i++) {
            if (!Glob.matches(patterns.get(i), fields[i])) {
                return false;
            }
        }
        return true;
    }

    private static List<List<Atom>> fields(List<Atom> atoms) {
        List<List<Atom>> fields = new ArrayList<>();
        fields.add(new ArrayList<>());
        for (Atom atom : atoms) {
            if (!atom.isWildcard() && atom.codePoint() == ':' && fields.size() < 6) {
                fields.add(new ArrayList<>());
            } else {
                fields.get(fields.size() - 1).add(atom);
            }
        }
        return fields;
    }
}
