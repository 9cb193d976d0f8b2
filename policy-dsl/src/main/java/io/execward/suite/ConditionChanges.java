// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionOperator;
import io.execward.model.SetOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The steps away from a condition that leave one in its place. */
final class ConditionChanges {
    private final Condition condition;
    private final List<Change> changes = new ArrayList<>();

    private ConditionChanges(Condition condition) {
        this.condition = condition;
    }

    /**
     * One step.
     *
     * @param below the place within the condition: the index of a value, or nothing
     * @param condition made only when asked for, since the model may refuse it
     */
    record Change(List<String> below, String words, Supplier<Condition> condition) {}

    static List<Change> of(Condition condition) {
        ConditionChanges all = new ConditionChanges(condition);
        all.comparison();
        all.ifExists();
        all.setOperator();
        all.values();
        return List.copyOf(all.changes);
    }

    private void comparison() {
        ConditionOperator operator = condition.operator();
        swaps(operator.comparison())
                .forEach(other -> operator(new ConditionOperator(
                        operator.set(), other, operator.ifExists() && other.family() != Comparison.Family.NULL)));
    }

    private List<Comparison> swaps(Comparison comparison) {
        boolean pattern = condition.values().stream().anyMatch(Looser::hasWildcard);
        List<Comparison> swaps = new ArrayList<>();
        opposite(comparison).ifPresent(swaps::add);
        switch (comparison) {
            case STRING_EQUALS -> {
                swaps.add(Comparison.STRING_EQUALS_IGNORE_CASE);
                addIf(pattern, swaps, Comparison.STRING_LIKE);
            }
            case STRING_NOT_EQUALS -> {
                swaps.add(Comparison.STRING_NOT_EQUALS_IGNORE_CASE);
                addIf(pattern, swaps, Comparison.STRING_NOT_LIKE);
            }
            case STRING_EQUALS_IGNORE_CASE -> swaps.add(Comparison.STRING_EQUALS);
            case STRING_NOT_EQUALS_IGNORE_CASE -> swaps.add(Comparison.STRING_NOT_EQUALS);
            case STRING_LIKE -> addIf(pattern, swaps, Comparison.STRING_EQUALS);
            case STRING_NOT_LIKE -> addIf(pattern, swaps, Comparison.STRING_NOT_EQUALS);
            case NUMERIC_LESS_THAN -> swaps.add(Comparison.NUMERIC_LESS_THAN_EQUALS);
            case NUMERIC_LESS_THAN_EQUALS -> swaps.add(Comparison.NUMERIC_LESS_THAN);
            case NUMERIC_GREATER_THAN -> swaps.add(Comparison.NUMERIC_GREATER_THAN_EQUALS);
            case NUMERIC_GREATER_THAN_EQUALS -> swaps.add(Comparison.NUMERIC_GREATER_THAN);
            case DATE_LESS_THAN -> swaps.add(Comparison.DATE_LESS_THAN_EQUALS);
            case DATE_LESS_THAN_EQUALS -> swaps.add(Comparison.DATE_LESS_THAN);
            case DATE_GREATER_THAN -> swaps.add(Comparison.DATE_GREATER_THAN_EQUALS);
            case DATE_GREATER_THAN_EQUALS -> swaps.add(Comparison.DATE_GREATER_THAN);
            default -> {
                // Only the opposite is near: ArnEquals and ArnLike are one and the same (R-COND-56).
            }
        }
        return swaps;
    }

    private static void addIf(boolean condition, List<Comparison> all, Comparison comparison) {
        if (condition) {
            all.add(comparison);
        }
    }

    /** The comparison that is true where this one is false; of Bool and Null the values are turned round instead. */
    private static Optional<Comparison> opposite(Comparison comparison) {
        return switch (comparison) {
            case STRING_EQUALS -> Optional.of(Comparison.STRING_NOT_EQUALS);
            case STRING_NOT_EQUALS -> Optional.of(Comparison.STRING_EQUALS);
            case STRING_EQUALS_IGNORE_CASE -> Optional.of(Comparison.STRING_NOT_EQUALS_IGNORE_CASE);
            case STRING_NOT_EQUALS_IGNORE_CASE -> Optional.of(Comparison.STRING_EQUALS_IGNORE_CASE);
            case STRING_LIKE -> Optional.of(Comparison.STRING_NOT_LIKE);
            case STRING_NOT_LIKE -> Optional.of(Comparison.STRING_LIKE);
            case NUMERIC_EQUALS -> Optional.of(Comparison.NUMERIC_NOT_EQUALS);
            case NUMERIC_NOT_EQUALS -> Optional.of(Comparison.NUMERIC_EQUALS);
            case NUMERIC_LESS_THAN -> Optional.of(Comparison.NUMERIC_GREATER_THAN_EQUALS);
            case NUMERIC_LESS_THAN_EQUALS -> Optional.of(Comparison.NUMERIC_GREATER_THAN);
            case NUMERIC_GREATER_THAN -> Optional.of(Comparison.NUMERIC_LESS_THAN_EQUALS);
            case NUMERIC_GREATER_THAN_EQUALS -> Optional.of(Comparison.NUMERIC_LESS_THAN);
            case DATE_EQUALS -> Optional.of(Comparison.DATE_NOT_EQUALS);
            case DATE_NOT_EQUALS -> Optional.of(Comparison.DATE_EQUALS);
            case DATE_LESS_THAN -> Optional.of(Comparison.DATE_GREATER_THAN_EQUALS);
            case DATE_LESS_THAN_EQUALS -> Optional.of(Comparison.DATE_GREATER_THAN);
            case DATE_GREATER_THAN -> Optional.of(Comparison.DATE_LESS_THAN_EQUALS);
            case DATE_GREATER_THAN_EQUALS -> Optional.of(Comparison.DATE_LESS_THAN);
            case IP_ADDRESS -> Optional.of(Comparison.NOT_IP_ADDRESS);
            case NOT_IP_ADDRESS -> Optional.of(Comparison.IP_ADDRESS);
            case ARN_EQUALS -> Optional.of(Comparison.ARN_NOT_EQUALS);
            case ARN_NOT_EQUALS -> Optional.of(Comparison.ARN_EQUALS);
            case ARN_LIKE -> Optional.of(Comparison.ARN_NOT_LIKE);
            case ARN_NOT_LIKE -> Optional.of(Comparison.ARN_LIKE);
            case BOOL, BINARY_EQUALS, NULL -> Optional.empty();
        };
    }

    private void ifExists() {
        ConditionOperator operator = condition.operator();
        if (operator.comparison().family() != Comparison.Family.NULL) {
            operator(new ConditionOperator(operator.set(), operator.comparison(), !operator.ifExists()));
        }
    }

    private void setOperator() {
        ConditionOperator operator = condition.operator();
        if (operator.set() == SetOperator.NONE) {
            return;
        }
        for (SetOperator other : SetOperator.values()) {
            if (other != operator.set()) {
                operator(new ConditionOperator(other, operator.comparison(), operator.ifExists()));
            }
        }
    }

    private void operator(ConditionOperator other) {
        changes.add(new Change(
                List.of(),
                "turns `" + name() + "` into " + other,
                () -> new Condition(other, condition.key(), condition.values())));
    }

    private String name() {
        return condition.operator() + " " + condition.key();
    }

    private void values() {
        List<String> values = condition.values();
        for (int i = 0; i < values.size(); i++) {
            int index = i;
            String value = values.get(i);
            List<String> at = List.of(Integer.toString(i));
            near(value)
                    .ifPresent(other -> changes.add(new Change(
                            at,
                            "turns `" + value + "` of `" + name() + "` into `" + other + "`",
                            () -> withValue(index, other))));
            if (values.size() > 1) {
                changes.add(new Change(
                        at, "drops the value `" + value + "` of `" + name() + "`", () -> withoutValue(index)));
            }
        }
    }

    private Optional<String> near(String value) {
        return switch (condition.operator().comparison().family()) {
            case ARN -> Looser.arn(value);
            case IP -> Looser.addresses(value);
            case BOOL, NULL -> otherTruth(value);
            case STRING -> isPattern() ? Looser.text(value) : Optional.empty();
            case NUMERIC, DATE, BINARY -> Optional.empty();
        };
    }

    private boolean isPattern() {
        Comparison comparison = condition.operator().comparison();
        return comparison == Comparison.STRING_LIKE || comparison == Comparison.STRING_NOT_LIKE;
    }

    private static Optional<String> otherTruth(String value) {
        if (value.equalsIgnoreCase("true")) {
            return Optional.of("false");
        }
        return value.equalsIgnoreCase("false") ? Optional.of("true") : Optional.empty();
    }

    private Condition withValue(int index, String value) {
        List<String> values = new ArrayList<>(condition.values());
        values.set(index, value);
        return new Condition(condition.operator(), condition.key(), values);
    }

    private Condition withoutValue(int index) {
        List<String> values = new ArrayList<>(condition.values());
        values.remove(index);
        return new Condition(condition.operator(), condition.key(), values);
    }
}
