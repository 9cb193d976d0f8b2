// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.match.ActionMatcher;
import io.execward.match.ConditionMatcher;
import io.execward.match.ResourceMatcher;
import io.execward.match.StatementMatcher;
import io.execward.match.Tri;
import io.execward.model.Action;
import io.execward.model.ConditionKey;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.Statement;
import java.util.Optional;
import java.util.function.Consumer;

/** One statement with its name and principals, ready to be matched. */
final class CompiledStatement {
    private final StatementRef ref;
    private final Statement statement;
    private final boolean variables;
    private final StatementMatcher matcher;
    private final Optional<PrincipalScope> principals;

    CompiledStatement(StatementRef ref, Policy policy, Statement statement) {
        this.variables = policy.hasVariables();
        this.ref = ref;
        this.statement = statement;
        this.matcher = StatementMatcher.of(statement, ref.kind(), variables);
        this.principals = statement.principals().map(PrincipalScope::new);
    }

    StatementRef ref() {
        return ref;
    }

    Statement statement() {
        return statement;
    }

    /** True if the statement's policy knows policy variables. */
    boolean hasVariables() {
        return variables;
    }

    Effect effect() {
        return statement.effect();
    }

    Optional<PrincipalScope> principals() {
        return principals;
    }

    boolean exemptsActions() {
        return matcher.exemptsActions();
    }

    ActionMatcher[] actions() {
        return matcher.actions();
    }

    boolean exemptsResources() {
        return matcher.exemptsResources();
    }

    boolean hasResources() {
        return matcher.hasResources();
    }

    ResourceMatcher[] resources() {
        return matcher.resources();
    }

    ConditionMatcher[] conditions() {
        return matcher.conditions();
    }

    /** Action, resource and conditions; principals are asked by the layer, for how they match matters there. */
    Tri applies(Check check) {
        return matcher.applies(check.action(), check.resource(), check.context());
    }

    boolean matchesAction(Check check) {
        return matcher.matchesAction(check.action());
    }

    boolean matchesAction(Action asked) {
        return matcher.matchesAction(asked);
    }

    Tri matchesResource(Check check) {
        return matcher.matchesResource(check.resource(), check.context());
    }

    /** Shows every context key that the statement looks at. */
    void forEachKey(Consumer<ConditionKey> action) {
        matcher.forEachKey(action);
        principals.ifPresent(scope -> scope.forEachKey(action));
    }
}
