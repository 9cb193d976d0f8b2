// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.analyze.TextWalk.Observer;
import io.execward.catalog.KeyType;
import io.execward.match.ConditionMatcher;
import io.execward.match.ConditionMatcher.TextPattern;
import io.execward.match.Glob;
import io.execward.match.ResourceMatcher;
import io.execward.match.ResourceMatcher.Reach;
import io.execward.match.StatementMatcher;
import io.execward.match.Template;
import io.execward.model.Comparison.Family;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.PolicyVariables.Literal;
import io.execward.model.PolicyVariables.Piece;
import io.execward.model.PolicyVariables.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The policy variables of some statements, to be given values before anything else is decided: one key after the other, in
 * {@link #keys order}, each with every value of {@link #values}. If none of those finds a request then no value does, unless there is a
 * {@link #shortfall}.
 */
final class Variables {
    private static final String RESOURCE = "the resource";
    /** Code points that no policy means: each stands for one variable while patterns are looked at. */
    private static final int FIRST_MARKER = 0xF0000;

    private static final int MAX_VARIABLES = 1_000;
    private static final int COLONS_BEFORE_RESOURCE = 5;
    private static final long MAX_OBSERVERS = 2_000;

    private final List<StatementMatcher> statements;
    private final List<Glob> resources = new ArrayList<>(List.of(Universe.ARN.shape()));
    private final Map<String, ConditionKey> open = new LinkedHashMap<>();
    private final List<ConditionKey> order = new ArrayList<>();
    private Optional<Shortfall> shortfall = Optional.empty();

    private Variables(List<StatementMatcher> statements, List<Patterns> resources, Context known) {
        this.statements = statements;
        resources.forEach(patterns -> this.resources.addAll(patterns.globs()));
        Set<String> given = new LinkedHashSet<>();
        known.keys().stream().filter(key -> Known.says(known, key)).forEach(key -> given.add(key.folded()));
        for (StatementMatcher statement : statements) {
            for (ResourceMatcher resource : statement.resources()) {
                if (resource.hasLiveVariables()) {
                    resource.forEachKey(key -> open(key, given));
                }
            }
            for (ConditionMatcher condition : statement.conditions()) {
                condition.templates().forEach(template -> template.forEachKey(key -> open(key, given)));
            }
        }
        if (!open.isEmpty()) {
            judge(known);
        }
    }

    private void open(ConditionKey key, Set<String> given) {
        if (!given.contains(key.folded())) {
            open.putIfAbsent(key.folded(), key);
        }
    }

    /**
     * Finds the variables.
     *
     * @param statements all that play a part
     * @param resources all patterns that say which resources there are
     * @param known keys whose value is given
     */
    static Variables of(List<StatementMatcher> statements, List<Patterns> resources, Context known) {
        return new Variables(List.copyOf(statements), resources, known);
    }

    /** In the order in which they get their values; empty if nothing is to be chosen. */
    List<ConditionKey> keys() {
        return order;
    }

    /** Set if variables stand where the values that matter cannot be enumerated; names the pattern. */
    Optional<Shortfall> shortfall() {
        return shortfall;
    }

    /** The conditions on a key. */
    List<ConditionMatcher> conditions(ConditionKey key) {
        return statements.stream()
                .flatMap(statement -> List.of(statement.conditions()).stream())
                .filter(condition -> condition.key().sameAs(key))
                .toList();
    }

    private void note(Limit limit, String detail) {
        shortfall = shortfall.or(() -> Optional.of(new Shortfall(limit, detail)));
    }

    private int marker(ConditionKey key) {
        return FIRST_MARKER + List.copyOf(open.keySet()).indexOf(key.folded());
    }

    private static boolean isMarker(int codePoint) {
        return codePoint >= FIRST_MARKER && codePoint < FIRST_MARKER + MAX_VARIABLES;
    }

    /** With a marker for each variable that has no value yet. */
    private Context marked(Context chosen) {
        Set<String> given = new LinkedHashSet<>();
        chosen.keys().forEach(key -> given.add(key.folded()));
        Context.Builder marked = Context.builder().addAll(chosen);
        for (ConditionKey key : open.values()) {
            if (!given.contains(key.folded())) {
                marked.put(key, ContextValue.of(List.of(Character.toString(marker(key)))));
            }
        }
        return marked.build();
    }

    /** The patterns on each target, with markers. */
    private List<Splices> splices(Context marked) {
        Map<String, Set<TextPattern>> byTarget = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        Set<TextPattern> onResource = byTarget.computeIfAbsent(RESOURCE, t -> new LinkedHashSet<>());
        resources.forEach(glob -> onResource.add(new TextPattern(glob, false)));
        for (StatementMatcher statement : statements) {
            for (ResourceMatcher resource : statement.resources()) {
                if (resource.reach(marked) == Reach.PATTERNS) {
                    resource.patterns(marked).forEach(glob -> onResource.add(new TextPattern(glob, false)));
                }
            }
            for (ConditionMatcher condition : statement.conditions()) {
                String target = condition.key().folded();
                names.putIfAbsent(target, "`" + condition.key() + "`");
                Set<TextPattern> onKey = byTarget.computeIfAbsent(target, t -> new LinkedHashSet<>());
                onKey.addAll(condition.textPatterns(marked));
                onKey.addAll(given(condition.key(), marked));
            }
        }
        List<Splices> all = new ArrayList<>();
        byTarget.forEach((target, patterns) ->
                all.add(new Splices(names.getOrDefault(target, target), patterns, Variables::isMarker)));
        return all;
    }

    /** The values of a key that has some count as patterns on it: a variable may have to become just them. */
    private static List<TextPattern> given(ConditionKey key, Context marked) {
        return marked.get(key) instanceof ContextValue.Present present
                ? present.values().stream()
                        .filter(value -> value.codePoints().noneMatch(Variables::isMarker))
                        .map(value -> new TextPattern(
                                new Glob.Builder().literal(value).build(), false))
                        .toList()
                : List.of();
    }

    private void judge(Context known) {
        if (open.size() > MAX_VARIABLES) {
            note(Limit.VARIABLE, "more than " + MAX_VARIABLES + " policy variables");
        }
        for (StatementMatcher statement : statements) {
            for (ResourceMatcher resource : statement.resources()) {
                judgeText(resource.toString());
            }
            for (ConditionMatcher condition : statement.conditions()) {
                condition.condition().values().forEach(this::judgeText);
                judge(condition);
            }
        }
        Set<List<Integer>> pairs = new LinkedHashSet<>();
        for (Splices splices : splices(marked(known))) {
            splices.shortfall().ifPresent(reason -> note(reason.limit(), reason.detail()));
            pairs.addAll(splices.order());
        }
        sort(pairs);
    }

    private void judgeText(String text) {
        if (text.codePoints().anyMatch(Variables::isMarker)) {
            note(Limit.VARIABLE, "`" + text + "` holds a code point for private use");
        }
    }

    /** What {@link Splices} cannot see: comparisons that are no matter of text. */
    private void judge(ConditionMatcher condition) {
        Family family = condition.condition().operator().comparison().family();
        boolean isVariable = open.containsKey(condition.key().folded());
        boolean isText = family == Family.STRING || family == Family.ARN;
        if (isVariable && !isText && family != Family.BOOL && family != Family.NULL) {
            note(
                    Limit.VARIABLE,
                    "`" + condition.key() + "` is a policy variable and compared as a number, date or address");
        }
        for (Template template : condition.templates()) {
            if (!hasOpen(template)) {
                continue;
            }
            if (isVariable) {
                note(Limit.VARIABLE, "the key of `" + template.source() + "` is itself a policy variable");
            } else if (!isText) {
                note(Limit.VARIABLE, "a policy variable in `" + template.source() + "` below `" + family.name() + "`");
            } else if (family == Family.ARN && colonsBeforeVariable(template) < COLONS_BEFORE_RESOURCE) {
                note(Limit.VARIABLE, "a policy variable before the fifth colon of `" + template.source() + "`");
            } else if (conditions(condition.key()).stream().anyMatch(Variables::isNoText)) {
                note(Limit.VARIABLE, "`" + condition.key() + "` is compared with a policy variable and as no text");
            }
        }
    }

    private static boolean isNoText(ConditionMatcher condition) {
        return switch (condition.condition().operator().comparison().family()) {
            case STRING, ARN, NULL -> false;
            case NUMERIC, DATE, BOOL, BINARY, IP -> true;
        };
    }

    private boolean hasOpen(Template template) {
        boolean[] found = {false};
        template.forEachKey(key -> found[0] |= open.containsKey(key.folded()));
        return found[0];
    }

    private int colonsBeforeVariable(Template template) {
        int colons = 0;
        for (Piece piece : template.pieces()) {
            if (piece instanceof Variable) {
                return colons;
            }
            if (piece instanceof Literal literal) {
                colons += (int) literal.text().chars().filter(c -> c == ':').count();
            }
        }
        return colons;
    }

    /** A variable comes after those that stand before it. */
    private void sort(Set<List<Integer>> pairs) {
        List<ConditionKey> left = new ArrayList<>(open.values());
        while (!left.isEmpty()) {
            Optional<ConditionKey> next = left.stream()
                    .filter(key -> pairs.stream()
                            .noneMatch(pair -> pair.get(1) == marker(key)
                                    && left.stream().anyMatch(other -> pair.get(0) == marker(other))))
                    .findFirst();
            if (next.isEmpty()) {
                note(
                        Limit.VARIABLE,
                        "the policy variable `" + left.get(0) + "` stands both before and behind another one");
            }
            ConditionKey key = next.orElse(left.get(0));
            order.add(key);
            left.remove(key);
        }
    }

    /**
     * @param values to try
     * @param shortfall set if others may matter
     */
    record Values(List<ContextValue> values, Optional<Shortfall> shortfall) {}

    /**
     * The values of one key that matter.
     *
     * @param domain by its {@link #conditions}
     * @param chosen what is known, and the values of the keys before it
     */
    Values values(ConditionKey key, KeyDomain domain, Context chosen, Budget budget) {
        List<ConditionMatcher> own = conditions(key);
        Set<ContextValue> values = new LinkedHashSet<>();
        if (domain.mayBeAbsent()) {
            values.add(ContextValue.ABSENT);
        }
        if (!domain.mayBePresent()) {
            return new Values(List.copyOf(values), Optional.empty());
        }
        Set<String> texts = new LinkedHashSet<>();
        // The values that were chosen have changed the patterns.
        Optional<Shortfall> reason = splices(marked(chosen)).stream()
                .map(Splices::shortfall)
                .flatMap(Optional::stream)
                .findFirst();
        if (domain.types().equals(Set.of(KeyType.BOOL))) {
            texts.addAll(List.of("true", "false"));
        } else {
            Optional<Shortfall> more = addTexts(key, own, chosen, budget, texts);
            reason = reason.or(() -> more);
        }
        if (own.stream().anyMatch(Variables::isNoText)) {
            ValueTexts typed = new ValueTexts(key, domain, own, chosen, Set.of(), budget);
            texts.addAll(typed.texts());
            reason = reason.or(typed::shortfall);
        }
        texts.forEach(text -> values.add(ContextValue.of(List.of(text))));
        if (domain.isText()) {
            values.add(ContextValue.of(
                    List.of(""))); // no value for a variable (U-19), but one for the key's own conditions
        }
        if (domain.several() || KeyDomain.of(key, own).several()) {
            ValueTexts more = new ValueTexts(key, domain, own, chosen, texts, budget);
            Set<String> all = new LinkedHashSet<>(texts);
            all.addAll(more.texts());
            all.add("");
            ValueSets sets = new ValueSets(key, List.copyOf(all), own, chosen, budget);
            values.addAll(sets.all());
            reason = reason.or(more::shortfall).or(sets::shortfall);
        }
        return new Values(List.copyOf(values), reason);
    }

    private Optional<Shortfall> addTexts(
            ConditionKey key, List<ConditionMatcher> own, Context chosen, Budget budget, Set<String> texts) {
        Context marked = marked(chosen);
        List<Observer> observers = new ArrayList<>();
        List<String> readable = new ArrayList<>();
        for (ConditionMatcher condition : own) {
            for (TextPattern pattern : condition.textPatterns(marked)) {
                observers.add(Observer.of(pattern.glob(), pattern.ignoresCase()));
                readable.addAll(ValueTexts.readable(pattern.glob()));
            }
        }
        boolean wild = false;
        Alphabet alphabet = new Alphabet(Universe.TEXT);
        nameAll(alphabet, marked);
        for (Splices splices : splices(marked)) {
            if (splices.holds(marker(key))) {
                Optional<List<Observer>> more = splices.observers(marker(key), MAX_OBSERVERS);
                if (more.isEmpty()) {
                    return Optional.of(new Shortfall(
                            Limit.STATES,
                            "the patterns around the policy variable `" + key + "` have too many states"));
                }
                observers.addAll(more.get());
                wild |= splices.isWild();
            }
        }
        TextWalk walk = new TextWalk(Universe.TEXT, alphabet, observers)
                .walk(true, budget)
                .prefer(readable)
                .preferFreshWords();
        Optional<Shortfall> reason = walk.shortfall();
        for (TextWalk.Group group : walk.classes()) {
            texts.add(group.fresh().orElse(group.text()));
            boolean enough = group.fresh().isPresent() || (wild ? group.isSingle() : group.isOneLength());
            if (!enough) {
                reason = reason.or(() -> Optional.of(new Shortfall(
                        Limit.VARIABLE, "values such as `" + group.text() + "` of the policy variable `" + key + "`")));
            }
        }
        return reason;
    }

    /** So that a fresh code point is one that no pattern and no chosen value holds. */
    private void nameAll(Alphabet alphabet, Context marked) {
        for (ConditionKey key : marked.keys()) {
            if (marked.get(key) instanceof ContextValue.Present present) {
                present.values().forEach(alphabet::name);
            }
        }
        resources.forEach(alphabet::name);
        for (StatementMatcher statement : statements) {
            for (ResourceMatcher resource : statement.resources()) {
                if (resource.reach(marked) == Reach.PATTERNS) {
                    resource.patterns(marked).forEach(alphabet::name);
                }
            }
            for (ConditionMatcher condition : statement.conditions()) {
                for (TextPattern pattern : condition.textPatterns(marked)) {
                    alphabet.name(pattern.glob().automaton(), pattern.ignoresCase());
                }
            }
        }
    }
}
