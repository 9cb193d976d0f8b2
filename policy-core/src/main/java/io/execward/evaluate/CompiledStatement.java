// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.match.ActionMatcher;
import io.execward.match.ConditionMatcher;
import io.execward.match.ResourceMatcher;
import io.execward.match.Tri;
import io.execward.model.Action;
import io.execward.model.ConditionKey;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One statement, ready to be matched: the nodes that deciding, explaining and partial evaluation all walk. */
final class CompiledStatement {
    private final StatementRef ref;
    private final Statement statement;
    private final boolean variables;
    private final boolean exemptsActions;
    private final ActionMatcher[] actions;
    private final boolean exemptsResources;
    private final ResourceMatcher[] resources;
    private final boolean hasResources;
    private final ConditionMatcher[] conditions;
    private final Optional<PrincipalScope> principals;

    CompiledStatement(StatementRef ref, Policy policy, Statement statement) {
        this.variables = policy.hasVariables();
        this.ref = ref;
        this.statement = statement;
        this.exemptsActions = statement.actions() instanceof Scope.AllExcept;
        this.actions =
                statement.actions().patterns().stream().map(ActionMatcher::of).toArray(ActionMatcher[]::new);
        this.hasResources = statement.resources().isPresent();
        this.exemptsResources = hasResources && statement.resources().get() instanceof Scope.AllExcept;
        this.resources = statement.resources().map(Scope::patterns).orElse(List.of()).stream()
                .map(this::resource)
                .toArray(ResourceMatcher[]::new);
        this.conditions = statement.conditions().stream()
                .map(condition -> ConditionMatcher.of(condition, variables))
                .toArray(ConditionMatcher[]::new);
        this.principals = statement.principals().map(PrincipalScope::new);
    }

    private ResourceMatcher resource(ResourcePattern pattern) {
        boolean allow = statement.effect() == Effect.ALLOW;
        ResourceMatcher.Voided whenVoid = exemptsResources && allow
                ? ResourceMatcher.Voided.MATCHES_EVERYTHING
                : ResourceMatcher.Voided.MATCHES_NOTHING;
        boolean keepsEarlyVariables = !allow && !exemptsResources; // U-23
        return ResourceMatcher.of(pattern, ref.kind(), variables, keepsEarlyVariables, whenVoid);
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
        return exemptsActions;
    }

    ActionMatcher[] actions() {
        return actions;
    }

    boolean exemptsResources() {
        return exemptsResources;
    }

    boolean hasResources() {
        return hasResources;
    }

    ResourceMatcher[] resources() {
        return resources;
    }

    ConditionMatcher[] conditions() {
        return conditions;
    }

    /** Action, resource and conditions; principals are asked by the layer, for how they match matters there. */
    Tri applies(Check check) {
        if (!matchesAction(check)) {
            return Tri.FALSE;
        }
        Tri all = matchesResource(check);
        for (int i = 0; i < conditions.length && all != Tri.FALSE; i++) {
            all = all.and(conditions[i].test(check.context()));
        }
        return all;
    }

    /** R-ACT-07, R-ACT-09; an empty list is inert, but for NotAction in a Deny (U-24). */
    boolean matchesAction(Check check) {
        return matchesAction(check.action());
    }

    boolean matchesAction(Action asked) {
        if (actions.length == 0) {
            return exemptsActions && effect() == Effect.DENY;
        }
        for (ActionMatcher action : actions) {
            if (action.matches(asked)) {
                return !exemptsActions;
            }
        }
        return exemptsActions;
    }

    /** R-RES-09, R-RES-10; an empty list is inert, but for NotResource in a Deny (U-24). */
    Tri matchesResource(Check check) {
        if (!hasResources) {
            return Tri.TRUE; // a role trust policy: the role is the resource
        }
        if (resources.length == 0) {
            return Tri.of(exemptsResources && effect() == Effect.DENY);
        }
        Tri any = Tri.FALSE;
        for (int i = 0; i < resources.length && any != Tri.TRUE; i++) {
            any = any.or(resources[i].matches(check.resource(), check.context()));
        }
        return exemptsResources ? any.not() : any;
    }

    /** Shows every context key that the statement looks at. */
    void forEachKey(Consumer<ConditionKey> action) {
        for (ResourceMatcher resource : resources) {
            resource.forEachKey(action);
        }
        for (ConditionMatcher condition : conditions) {
            condition.forEachKey(action);
        }
        principals.ifPresent(scope -> scope.forEachKey(action));
    }
}
