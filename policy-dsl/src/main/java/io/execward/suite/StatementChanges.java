// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.model.ActionPattern;
import io.execward.model.Effect;
import io.execward.model.PrincipalPattern;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The steps away from a statement that leave its conditions alone. */
final class StatementChanges {
    private final Statement statement;
    private final List<Change> changes = new ArrayList<>();

    private StatementChanges(Statement statement) {
        this.statement = statement;
    }

    /**
     * One step.
     *
     * @param below the place within the statement, as member names and indexes
     * @param statement made only when asked for, since the model may refuse it
     */
    record Change(List<String> below, String words, Supplier<Statement> statement) {}

    static List<Change> of(Statement statement) {
        StatementChanges all = new StatementChanges(statement);
        all.effect();
        all.actions();
        statement.resources().ifPresent(all::resources);
        statement.principals().ifPresent(all::principals);
        return List.copyOf(all.changes);
    }

    private void effect() {
        Effect other = statement.effect() == Effect.ALLOW ? Effect.DENY : Effect.ALLOW;
        add(
                List.of("Effect"),
                "turns " + statement.effect().text() + " into " + other.text(),
                () -> new Statement(
                        statement.sid(),
                        other,
                        statement.principals(),
                        statement.actions(),
                        statement.resources(),
                        statement.conditions()));
    }

    private void actions() {
        Scope<ActionPattern> scope = statement.actions();
        String element = name(scope, "Action");
        List<ActionPattern> patterns = scope.patterns();
        for (int i = 0; i < patterns.size(); i++) {
            ActionPattern pattern = patterns.get(i);
            int index = i;
            List<String> at = List.of(element, Integer.toString(i));
            wider(pattern)
                    .ifPresent(wide -> add(
                            at,
                            "widens `" + pattern + "` to `" + wide + "`",
                            () -> withActions(with(scope, index, new ActionPattern(wide)))));
            if (patterns.size() > 1) {
                add(at, "drops `" + pattern + "`", () -> withActions(without(scope, index)));
            }
        }
        add(
                List.of(element),
                "turns " + element + " into " + opposite(element, "Action"),
                () -> withActions(turned(scope)));
    }

    private static Optional<String> wider(ActionPattern pattern) {
        if (pattern.isEverything()) {
            return Optional.empty();
        }
        return Optional.of(pattern.namePattern().equals("*") ? "*" : pattern.servicePattern() + ":*");
    }

    private void resources(Scope<ResourcePattern> scope) {
        String element = name(scope, "Resource");
        List<ResourcePattern> patterns = scope.patterns();
        for (int i = 0; i < patterns.size(); i++) {
            ResourcePattern pattern = patterns.get(i);
            int index = i;
            List<String> at = List.of(element, Integer.toString(i));
            Looser.arn(pattern.text())
                    .ifPresent(loose -> add(
                            at,
                            "loosens `" + pattern + "` to `" + loose + "`",
                            () -> withResources(with(scope, index, new ResourcePattern(loose)))));
            if (!pattern.isEverything()) {
                add(
                        at,
                        "widens `" + pattern + "` to `*`",
                        () -> withResources(with(scope, index, new ResourcePattern("*"))));
            }
            if (patterns.size() > 1) {
                add(at, "drops `" + pattern + "`", () -> withResources(without(scope, index)));
            }
        }
        add(
                List.of(element),
                "turns " + element + " into " + opposite(element, "Resource"),
                () -> withResources(turned(scope)));
    }

    private void principals(Scope<PrincipalPattern> scope) {
        String element = name(scope, "Principal");
        List<PrincipalPattern> patterns = scope.patterns();
        for (int i = 0; patterns.size() > 1 && i < patterns.size(); i++) {
            int index = i;
            add(
                    List.of(element, patterns.get(i).member().text()),
                    "drops the principal `" + patterns.get(i).text() + "`",
                    () -> withPrincipals(without(scope, index)));
        }
        add(
                List.of(element),
                "widens " + element + " to everyone",
                () -> withPrincipals(scope.match(
                        only -> Scope.only(new PrincipalPattern.Anyone()), allExcept -> Scope.allExcept())));
    }

    private void add(List<String> below, String words, Supplier<Statement> changed) {
        changes.add(new Change(below, words, changed));
    }

    private Statement withActions(Scope<ActionPattern> actions) {
        return new Statement(
                statement.sid(),
                statement.effect(),
                statement.principals(),
                actions,
                statement.resources(),
                statement.conditions());
    }

    private Statement withResources(Scope<ResourcePattern> resources) {
        return new Statement(
                statement.sid(),
                statement.effect(),
                statement.principals(),
                statement.actions(),
                Optional.of(resources),
                statement.conditions());
    }

    private Statement withPrincipals(Scope<PrincipalPattern> principals) {
        return new Statement(
                statement.sid(),
                statement.effect(),
                Optional.of(principals),
                statement.actions(),
                statement.resources(),
                statement.conditions());
    }

    private static String name(Scope<?> scope, String element) {
        return scope.match(only -> element, allExcept -> "Not" + element);
    }

    private static String opposite(String name, String element) {
        return name.equals(element) ? "Not" + element : element;
    }

    private static <P> Scope<P> turned(Scope<P> scope) {
        return scope.match(
                only -> new Scope.AllExcept<>(only.patterns()), allExcept -> new Scope.Only<>(allExcept.patterns()));
    }

    private static <P> Scope<P> with(Scope<P> scope, int index, P pattern) {
        List<P> patterns = new ArrayList<>(scope.patterns());
        patterns.set(index, pattern);
        return same(scope, patterns);
    }

    private static <P> Scope<P> without(Scope<P> scope, int index) {
        List<P> patterns = new ArrayList<>(scope.patterns());
        patterns.remove(index);
        return same(scope, patterns);
    }

    private static <P> Scope<P> same(Scope<P> scope, List<P> patterns) {
        return scope.match(only -> new Scope.Only<>(patterns), allExcept -> new Scope.AllExcept<>(patterns));
    }
}
