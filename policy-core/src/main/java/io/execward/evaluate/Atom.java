// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.match.ConditionMatcher;
import io.execward.match.Tri;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.Effect;
import io.execward.model.PolicyKind;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One element of a statement that a request can pass or fail: its resources, one condition, or its principals. Elements that say the
 * same in the same kind of policy are one atom, in however many policies they stand.
 */
final class Atom {
    /** What makes atoms equal. */
    sealed interface Content {}

    record Resources(PolicyKind kind, boolean variables, Effect effect, Optional<Scope<ResourcePattern>> scope)
            implements Content {}

    record Tested(boolean variables, Condition condition) implements Content {}

    private interface Question {
        Tri ask(Check check);
    }

    private final Question question;
    private final List<ConditionKey> keys;
    private final boolean readsResource;
    /** The statement, for narrowing down the resources that can match. */
    private final Optional<CompiledStatement> narrow;

    private Atom(
            Question question, List<ConditionKey> keys, boolean readsResource, Optional<CompiledStatement> narrow) {
        this.question = question;
        this.keys = keys;
        this.readsResource = readsResource;
        this.narrow = narrow;
    }

    static Atom resources(CompiledStatement statement) {
        Map<String, ConditionKey> keys = new LinkedHashMap<>();
        for (var resource : statement.resources()) {
            resource.forEachKey(key -> keys.putIfAbsent(key.folded(), key));
        }
        boolean narrows = statement.hasResources() && !statement.exemptsResources();
        return new Atom(
                statement::matchesResource,
                List.copyOf(keys.values()),
                true,
                narrows ? Optional.of(statement) : Optional.empty());
    }

    static Atom test(ConditionMatcher condition) {
        Map<String, ConditionKey> keys = new LinkedHashMap<>();
        condition.forEachKey(key -> keys.putIfAbsent(key.folded(), key));
        return new Atom(check -> condition.test(check.context()), List.copyOf(keys.values()), false, Optional.empty());
    }

    /** Whether the statement is about the caller; what that depends on is the caller's. */
    static Atom principals(CompiledStatement statement, Layer layer) {
        Map<String, ConditionKey> keys = new LinkedHashMap<>();
        statement.principals().ifPresent(scope -> scope.forEachKey(key -> keys.putIfAbsent(key.folded(), key)));
        return new Atom(check -> layer.concerns(statement, check), List.copyOf(keys.values()), false, Optional.empty());
    }

    Tri ask(Check check) {
        return question.ask(check);
    }

    /** Every key that is read. */
    List<ConditionKey> keys() {
        return keys;
    }

    boolean readsResource() {
        return readsResource;
    }

    Optional<CompiledStatement> narrow() {
        return narrow;
    }

    /** True if the answer may turn on a fact that is unknown here. */
    boolean readsUnknown(Check check) {
        for (ConditionKey key : keys) {
            if (check.context().isUnknown(key)) {
                return true;
            }
        }
        return false;
    }
}
