// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.model.ActionPattern;
import io.execward.model.Condition;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.List;
import java.util.Optional;

/** A statement with one element changed. */
final class Edits {
    private Edits() {}

    static Statement withActions(Statement statement, Scope<ActionPattern> actions) {
        return new Statement(
                statement.sid(),
                statement.effect(),
                statement.principals(),
                actions,
                statement.resources(),
                statement.conditions());
    }

    static Statement withResources(Statement statement, Scope<ResourcePattern> resources) {
        return new Statement(
                statement.sid(),
                statement.effect(),
                statement.principals(),
                statement.actions(),
                Optional.of(resources),
                statement.conditions());
    }

    static Statement withConditions(Statement statement, List<Condition> conditions) {
        return new Statement(
                statement.sid(),
                statement.effect(),
                statement.principals(),
                statement.actions(),
                statement.resources(),
                conditions);
    }

    static Statement withCondition(Statement statement, Condition old, Condition condition) {
        return withConditions(
                statement,
                statement.conditions().stream()
                        .map(other -> other.equals(old) ? condition : other)
                        .toList());
    }

    static Statement withSid(Statement statement, Optional<String> sid) {
        return new Statement(
                sid,
                statement.effect(),
                statement.principals(),
                statement.actions(),
                statement.resources(),
                statement.conditions());
    }

    /** Other patterns with the same polarity. */
    static <P> Scope<P> scope(Scope<P> scope, List<P> patterns) {
        return scope.match(only -> new Scope.Only<>(patterns), allExcept -> new Scope.AllExcept<>(patterns));
    }
}
