// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.catalog.Answer;
import io.execward.catalog.ServiceAction;
import io.execward.catalog.ServiceCatalog;
import io.execward.model.Action;
import io.execward.model.ActionPattern;
import io.execward.model.ConditionKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Actions that a statement speaks about: one of the constants of {@link Actions}, names or patterns that the catalog knows, or raw
 * text. Immutable.
 *
 * <pre>{@code
 * ActionSet read = Actions.Ecs.DESCRIBE_TASKS.and(ActionSet.named("ecs:List*"));
 * ActionSet launch = ActionSet.carrying("ecs:enable-execute-command");
 * }</pre>
 */
public final class ActionSet {
    private final List<Entry> entries;

    /** @param checked false for what was given raw */
    private record Entry(ActionPattern pattern, boolean checked) {}

    private ActionSet(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** A constant of the catalog. */
    static ActionSet constant(String text) {
        return new ActionSet(List.of(new Entry(new ActionPattern(text), true)));
    }

    /**
     * Actions or patterns such as {@code ecs:Describe*}, each of which the bundled catalog has an action for.
     *
     * @throws IllegalArgumentException if one is misspelled, matches nothing, or is of a service that the catalog does not have
     *     (R-EXEC-134)
     */
    public static ActionSet named(String first, String... more) {
        return new ActionSet(texts(first, more).map(ActionSet::checked).toList());
    }

    /** Actions as they are, unchecked: for what is newer than the catalog. */
    public static ActionSet raw(String first, String... more) {
        return new ActionSet(texts(first, more)
                .map(text -> new Entry(new ActionPattern(text), false))
                .toList());
    }

    /**
     * Every action of the bundled catalog whose requests carry a condition key, of the service that the key is named after.
     *
     * @throws IllegalArgumentException if no action does (R-EXEC-129)
     */
    public static ActionSet carrying(String conditionKey) {
        ConditionKey key = ConditionKey.of(conditionKey);
        String prefix = conditionKey.substring(0, conditionKey.indexOf(':'));
        List<Entry> carriers = ServiceCatalog.bundled().service(prefix).stream()
                .flatMap(service -> service.actions().stream())
                .filter(action -> ServiceCatalog.bundled().takes(action.action(), key) == Answer.YES)
                .map(action -> new Entry(new ActionPattern(action.toString()), true))
                .toList();
        if (carriers.isEmpty()) {
            throw new IllegalArgumentException("no action of `" + prefix + "` carries `" + conditionKey
                    + "`: look the key up in the service's reference (R-EXEC-129)");
        }
        return new ActionSet(carriers);
    }

    /** These actions and those; what is in both is listed once. */
    public ActionSet and(ActionSet more) {
        Set<Entry> all = new LinkedHashSet<>(entries);
        all.addAll(more.entries);
        return new ActionSet(List.copyOf(all));
    }

    static ActionSet of(ActionSet first, ActionSet... more) {
        ActionSet all = first;
        for (ActionSet set : more) {
            all = all.and(set);
        }
        return all;
    }

    /** As a policy lists them; at least one. */
    public List<ActionPattern> patterns() {
        return entries.stream().map(Entry::pattern).toList();
    }

    /** What was not given raw. */
    List<ActionPattern> checkedPatterns() {
        return entries.stream().filter(Entry::checked).map(Entry::pattern).toList();
    }

    private static Stream<String> texts(String first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more));
    }

    private static Entry checked(String text) {
        ActionPattern pattern = new ActionPattern(text);
        ServiceCatalog catalog = ServiceCatalog.bundled();
        return switch (catalog.matchesAny(pattern)) {
            case YES -> new Entry(spelled(pattern), true);
            case NO ->
                throw new IllegalArgumentException("`" + text + "` matches no action: "
                        + suggestion(text)
                                .map(name -> "did you mean `" + name + "`?")
                                .orElse("look it up in the service's reference")
                        + " (R-EXEC-134)");
            case UNKNOWN ->
                throw new IllegalArgumentException(
                        "the catalog of " + catalog.date() + " does not know the service of `" + text
                                + "`: correct it, or write `ActionSet.raw` if it is newer (R-EXEC-134)");
        };
    }

    /** The catalog's letter case, so that one action is listed once. */
    private static ActionPattern spelled(ActionPattern pattern) {
        return exact(pattern)
                .flatMap(ServiceCatalog.bundled()::action)
                .map(action -> new ActionPattern(action.toString()))
                .orElse(pattern);
    }

    private static Optional<String> suggestion(String text) {
        return exact(new ActionPattern(text))
                .flatMap(ServiceCatalog.bundled()::nearest)
                .map(Action::toString);
    }

    /** The one action that a pattern without wildcards names. */
    static Optional<Action> exact(ActionPattern pattern) {
        boolean wild = pattern.text().indexOf('*') >= 0 || pattern.text().indexOf('?') >= 0;
        if (wild) {
            return Optional.empty();
        }
        try {
            return Optional.of(Action.of(pattern.text()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The actions of the catalog that a checked pattern stands for. */
    static List<ServiceAction> meant(ActionPattern pattern) {
        Optional<Action> exact = exact(pattern);
        return exact.isPresent()
                ? ServiceCatalog.bundled().action(exact.get()).stream().toList()
                : ServiceCatalog.bundled().actions(pattern);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActionSet that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return patterns().toString();
    }
}
