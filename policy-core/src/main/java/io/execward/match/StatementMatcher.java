// SPDX-License-Identifier: Apache-2.0
package io.execward.match;

import io.execward.model.Action;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.Effect;
import io.execward.model.PolicyKind;
import io.execward.model.Resource;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.List;
import java.util.function.Consumer;

/**
 * What one statement says of action, resource and context: the nodes that deciding, explaining, partial evaluation and analysis all
 * walk. Its principals are no part of it.
 */
public final class StatementMatcher {
    private final Effect effect;
    private final boolean exemptsActions;
    private final ActionMatcher[] actions;
    private final boolean exemptsResources;
    private final ResourceMatcher[] resources;
    private final boolean hasResources;
    private final ConditionMatcher[] conditions;

    private StatementMatcher(Statement statement, PolicyKind kind, boolean variables) {
        this.effect = statement.effect();
        this.exemptsActions = statement.actions() instanceof Scope.AllExcept;
        this.actions =
                statement.actions().patterns().stream().map(ActionMatcher::of).toArray(ActionMatcher[]::new);
        this.hasResources = statement.resources().isPresent();
        this.exemptsResources = hasResources && statement.resources().get() instanceof Scope.AllExcept;
        this.resources = statement.resources().map(Scope::patterns).orElse(List.of()).stream()
                .map(pattern -> resource(pattern, kind, variables))
                .toArray(ResourceMatcher[]::new);
        this.conditions = statement.conditions().stream()
                .map(condition -> ConditionMatcher.of(condition, variables))
                .toArray(ConditionMatcher[]::new);
    }

    /**
     * Compiles a statement.
     *
     * @param kind of its policy
     * @param variables true if the document knows policy variables
     */
    public static StatementMatcher of(Statement statement, PolicyKind kind, boolean variables) {
        return new StatementMatcher(statement, kind, variables);
    }

    private ResourceMatcher resource(ResourcePattern pattern, PolicyKind kind, boolean variables) {
        boolean allow = effect == Effect.ALLOW;
        ResourceMatcher.Voided whenVoid = exemptsResources && allow
                ? ResourceMatcher.Voided.MATCHES_EVERYTHING
                : ResourceMatcher.Voided.MATCHES_NOTHING;
        boolean keepsEarlyVariables = !allow && !exemptsResources; // U-23
        return ResourceMatcher.of(pattern, kind, variables, keepsEarlyVariables, whenVoid);
    }

    public Effect effect() {
        return effect;
    }

    /** True for {@code NotAction}. */
    public boolean exemptsActions() {
        return exemptsActions;
    }

    /** The entries of {@code Action} or {@code NotAction}; to look at, not to change. */
    public ActionMatcher[] actions() {
        return actions;
    }

    /** True for {@code NotResource}. */
    public boolean exemptsResources() {
        return exemptsResources;
    }

    /** False in a role trust policy, where the role is the resource. */
    public boolean hasResources() {
        return hasResources;
    }

    /** The entries of {@code Resource} or {@code NotResource}; to look at, not to change. */
    public ResourceMatcher[] resources() {
        return resources;
    }

    /** To look at, not to change. */
    public ConditionMatcher[] conditions() {
        return conditions;
    }

    /** R-ACT-07, R-ACT-09; an empty list is inert, but for NotAction in a Deny (U-24). */
    public boolean matchesAction(Action asked) {
        if (actions.length == 0) {
            return exemptsActions && effect == Effect.DENY;
        }
        for (ActionMatcher action : actions) {
            if (action.matches(asked)) {
                return !exemptsActions;
            }
        }
        return exemptsActions;
    }

    /** R-RES-09, R-RES-10; an empty list is inert, but for NotResource in a Deny (U-24). */
    public Tri matchesResource(Resource resource, Context context) {
        if (!hasResources) {
            return Tri.TRUE;
        }
        if (resources.length == 0) {
            return Tri.of(exemptsResources && effect == Effect.DENY);
        }
        Tri any = Tri.FALSE;
        for (int i = 0; i < resources.length && any != Tri.TRUE; i++) {
            any = any.or(resources[i].matches(resource, context));
        }
        return exemptsResources ? any.not() : any;
    }

    /** Action, resource and conditions together. */
    public Tri applies(Action asked, Resource resource, Context context) {
        if (!matchesAction(asked)) {
            return Tri.FALSE;
        }
        Tri all = matchesResource(resource, context);
        for (int i = 0; i < conditions.length && all != Tri.FALSE; i++) {
            all = all.and(conditions[i].test(context));
        }
        return all;
    }

    /** Shows every context key that is looked at. */
    public void forEachKey(Consumer<ConditionKey> action) {
        for (ResourceMatcher resource : resources) {
            resource.forEachKey(action);
        }
        for (ConditionMatcher condition : conditions) {
            condition.forEachKey(action);
        }
    }
}
