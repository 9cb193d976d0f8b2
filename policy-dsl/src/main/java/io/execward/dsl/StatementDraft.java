// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.dsl.IamPolicy.Star;
import io.execward.model.ActionPattern;
import io.execward.model.Condition;
import io.execward.model.Effect;
import io.execward.model.PrincipalPattern;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One statement while it is said; every stage of the sentence is a view of it. */
record StatementDraft(
        Effect effect,
        ActionSet actions,
        boolean exceptActions,
        Optional<Scope<PrincipalPattern>> principals,
        List<Target<?>> targets,
        Optional<Scope<ResourcePattern>> resources,
        Optional<Star> star,
        List<When> whens,
        Optional<String> sid)
        implements IamPolicy.Allowing,
                IamPolicy.Denying,
                IamPolicy.DenyingOthers,
                IamPolicy.Named,
                IamPolicy.Resourced,
                IamPolicy.Denied {
    StatementDraft {
        targets = List.copyOf(targets);
        whens = List.copyOf(whens);
    }

    static StatementDraft of(Effect effect, ActionSet actions, boolean except) {
        return new StatementDraft(
                effect,
                actions,
                except,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    @Override
    public StatementDraft by(PrincipalPattern first, PrincipalPattern... more) {
        return principals(new Scope.Only<>(list(first, more)));
    }

    @Override
    public StatementDraft byAllExcept(PrincipalPattern first, PrincipalPattern... more) {
        return principals(new Scope.AllExcept<>(list(first, more)));
    }

    private StatementDraft principals(Scope<PrincipalPattern> scope) {
        return new StatementDraft(
                effect, actions, exceptActions, Optional.of(scope), targets, resources, star, whens, sid);
    }

    @Override
    public StatementDraft on(Target<?> first, Target<?>... more) {
        List<Target<?>> all = list(first, more);
        if (!exceptActions) {
            CatalogRules.checkTargets(effect, actions, all);
        }
        return resources(all, new Scope.Only<>(patterns(all)), Optional.empty());
    }

    @Override
    public StatementDraft onAllExcept(Target<?> first, Target<?>... more) {
        return resources(List.of(), new Scope.AllExcept<>(patterns(list(first, more))), Optional.empty());
    }

    @Override
    public StatementDraft onEverything(Star why) {
        return resources(List.of(), Scope.only(new ResourcePattern("*")), Optional.of(why));
    }

    @Override
    public StatementDraft onEverything() {
        return onEverything(Star.DENIED_EVERYWHERE);
    }

    private StatementDraft resources(List<Target<?>> all, Scope<ResourcePattern> scope, Optional<Star> why) {
        StatementDraft draft = new StatementDraft(
                effect, actions, exceptActions, principals, all, Optional.of(scope), why, whens, sid);
        whens.forEach(draft::check);
        return draft;
    }

    @Override
    public StatementDraft when(When first, When... more) {
        List<When> all = new ArrayList<>(whens);
        for (When when : list(first, more)) {
            check(when);
            all.add(when);
        }
        StatementDraft draft =
                new StatementDraft(effect, actions, exceptActions, principals, targets, resources, star, all, sid);
        draft.clauses(); // what cannot stand together is refused where it was said
        return draft;
    }

    StatementDraft when(List<When> more) {
        return more.isEmpty()
                ? this
                : when(more.get(0), more.subList(1, more.size()).toArray(When[]::new));
    }

    private void check(When when) {
        if (!exceptActions) {
            CatalogRules.checkKeys(effect, actions, targets, when);
        }
    }

    @Override
    public StatementDraft sid(String text) {
        return new StatementDraft(
                effect, actions, exceptActions, principals, targets, resources, star, whens, Optional.of(text));
    }

    @Override
    public List<Clause> clauses() {
        List<ActionPattern> patterns = actions.patterns();
        List<Condition> conditions =
                whens.stream().flatMap(when -> when.conditions().stream()).toList();
        try {
            Statement statement = new Statement(
                    sid,
                    effect,
                    principals,
                    exceptActions ? new Scope.AllExcept<>(patterns) : new Scope.Only<>(patterns),
                    resources,
                    conditions);
            return List.of(new Clause(statement, star));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    e.getMessage() + "; conditions of a statement must all hold, so write alternatives in one", e);
        }
    }

    private static List<ResourcePattern> patterns(List<Target<?>> targets) {
        Set<ResourcePattern> patterns = new LinkedHashSet<>();
        targets.forEach(target -> patterns.addAll(target.patterns()));
        return List.copyOf(patterns);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> List<T> list(T first, T... more) {
        List<T> all = new ArrayList<>(more.length + 1);
        all.add(first);
        all.addAll(List.of(more));
        return all;
    }
}
