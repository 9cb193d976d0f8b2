// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.model.Condition;
import io.execward.model.Scope;
import io.execward.model.SetOperator;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two statements that differ in one element, as one. */
final class StatementMerge {
    private StatementMerge() {}

    /** With the Sid of the first, if it has one; empty if more than one element differs. */
    static Optional<Statement> of(Statement one, Statement other) {
        if (one.effect() != other.effect() || !one.principals().equals(other.principals())) {
            return Optional.empty();
        }
        boolean actions = isSame(one.actions(), other.actions());
        boolean resources = one.resources().isPresent() == other.resources().isPresent()
                && (one.resources().isEmpty()
                        || isSame(one.resources().get(), other.resources().orElseThrow()));
        boolean conditions = isSame(one.conditions(), other.conditions());
        Statement named = one.sid().isPresent() ? one : Edits.withSid(one, other.sid());
        if (resources && conditions) {
            return union(one.actions(), other.actions()).map(all -> Edits.withActions(named, all));
        }
        if (actions
                && conditions
                && one.resources().isPresent()
                && other.resources().isPresent()) {
            return union(one.resources().get(), other.resources().get()).map(all -> Edits.withResources(named, all));
        }
        return actions && resources ? conditions(named, one.conditions(), other.conditions()) : Optional.empty();
    }

    private static boolean isSame(Scope<?> one, Scope<?> other) {
        return one.getClass() == other.getClass() && isSame(one.patterns(), other.patterns());
    }

    private static boolean isSame(List<?> one, List<?> other) {
        return new HashSet<>(one).equals(new HashSet<>(other));
    }

    private static <P> Optional<Scope<P>> union(Scope<P> one, Scope<P> other) {
        Set<P> all = new LinkedHashSet<>(one.patterns());
        all.addAll(other.patterns());
        boolean lists = one instanceof Scope.Only && other instanceof Scope.Only;
        return lists ? Optional.of(new Scope.Only<>(List.copyOf(all))) : Optional.empty();
    }

    /** Conditions that differ in the values of one, of which any is enough. */
    private static Optional<Statement> conditions(Statement named, List<Condition> one, List<Condition> other) {
        List<Condition> ones = new ArrayList<>(one);
        ones.removeAll(other);
        List<Condition> others = new ArrayList<>(other);
        others.removeAll(one);
        if (one.size() != other.size() || ones.size() != 1 || others.size() != 1) {
            return Optional.empty();
        }
        Condition first = ones.get(0);
        Condition second = others.get(0);
        boolean anyIsEnough = first.operator().set() != SetOperator.FOR_ALL_VALUES
                && !first.operator().comparison().negated();
        if (!anyIsEnough
                || !first.operator().equals(second.operator())
                || !first.key().sameAs(second.key())) {
            return Optional.empty();
        }
        Set<String> values = new LinkedHashSet<>(first.values());
        values.addAll(second.values());
        Condition both = new Condition(first.operator(), first.key(), List.copyOf(values));
        return Optional.of(Edits.withCondition(named, first, both));
    }
}
