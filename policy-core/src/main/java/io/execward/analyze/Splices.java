// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.analyze.TextWalk.Observer;
import io.execward.match.ConditionMatcher.TextPattern;
import io.execward.match.Glob;
import io.execward.match.GlobAutomaton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * All patterns on one target (the resource, or a key), where a code point of its own stands for each policy variable.
 *
 * <p>The values of a variable that count are found from the places where it stands: two values that lead every constant pattern on the
 * target to the same state, read behind what stands before the variable and followed by the literal text behind it, can be exchanged in
 * the target's text as well, and no answer changes. This is so under conditions, which {@link #shortfall} looks after:
 *
 * <ul>
 *   <li>No wildcard stands before a variable, so that the places are where they are; where patterns agree up to a variable they go on
 *       with the same one, so that no text holds several variables at overlapping places; and no variable stands twice in a pattern.
 *   <li>Or wildcards do stand before variables, but all patterns on the target hold the same variable once, and either they are one
 *       pattern or they end, behind the variable, in literal text of one length: then one place is exchanged.
 *   <li>The target is compared as text, and either always or never without regard to letter case.
 * </ul>
 */
final class Splices {
    private final String target;
    private final IntPredicate isVariable;
    private final boolean ignoresCase;
    private final boolean readsCase;
    private final List<Glob> constants = new ArrayList<>();
    private final List<Glob> templates = new ArrayList<>();

    Splices(String target, Set<TextPattern> patterns, IntPredicate isVariable) {
        this.target = target;
        this.isVariable = isVariable;
        this.ignoresCase = patterns.stream().anyMatch(TextPattern::ignoresCase);
        this.readsCase = patterns.stream()
                .anyMatch(pattern -> !pattern.ignoresCase() && !pattern.glob().isEverything());
        for (TextPattern pattern : patterns) {
            Glob glob = pattern.glob();
            (glob.find(isVariable).length == 0 ? constants : templates).add(glob);
        }
    }

    /** True if the variable stands in some pattern. */
    boolean holds(int variable) {
        return templates.stream().anyMatch(template -> template.find(c -> c == variable).length > 0);
    }

    /** True if a wildcard stands before a variable. */
    boolean isWild() {
        return templates.stream().anyMatch(this::isWild);
    }

    private boolean isWild(Glob template) {
        List<Glob> parts = template.split(isVariable);
        return !parts.subList(0, parts.size() - 1).stream().allMatch(Glob::isLiteral);
    }

    /** What keeps the values found from being all that count; names the pattern. */
    Optional<Shortfall> shortfall() {
        if (templates.isEmpty()) {
            return Optional.empty();
        }
        if (ignoresCase && readsCase) {
            return outside(templates.get(0), "letter case is ignored in some comparisons and not in others");
        }
        for (Glob template : templates) {
            int[] variables = template.find(isVariable);
            if (IntStream.of(variables).distinct().count() < variables.length) {
                return outside(template, "a variable stands twice in it");
            }
        }
        return isWild() ? wildShortfall() : plainShortfall();
    }

    private Optional<Shortfall> wildShortfall() {
        int first = templates.get(0).find(isVariable)[0];
        int tail = -1;
        for (Glob template : templates) {
            List<Glob> parts = template.split(isVariable);
            if (parts.size() > 2 || template.find(isVariable)[0] != first) {
                return outside(template, "other variables stand behind wildcards");
            }
            Glob last = parts.get(1);
            if (templates.size() > 1) {
                int length = last.prefix().codePointCount(0, last.prefix().length());
                if (!last.isLiteral() || (tail >= 0 && tail != length)) {
                    return outside(template, "other patterns hold a variable at places that may overlap");
                }
                tail = length;
            }
        }
        return ignoresCase
                ? outside(templates.get(0), "it stands behind a wildcard where letter case is ignored")
                : Optional.empty();
    }

    private Optional<Shortfall> plainShortfall() {
        for (int i = 0; i < templates.size(); i++) {
            for (int j = i + 1; j < templates.size(); j++) {
                if (clash(spine(templates.get(i)), spine(templates.get(j)))) {
                    return outside(
                            templates.get(i),
                            "`" + show(templates.get(j)) + "` goes on otherwise where a variable stands");
                }
            }
        }
        return Optional.empty();
    }

    /** The code points up to the last variable. */
    private int[] spine(Glob template) {
        List<Glob> parts = template.split(isVariable);
        int[] variables = template.find(isVariable);
        IntStream spine = IntStream.empty();
        for (int i = 0; i < variables.length; i++) {
            spine = IntStream.concat(
                    spine, IntStream.concat(parts.get(i).prefix().codePoints(), IntStream.of(variables[i])));
        }
        return spine.toArray();
    }

    private boolean clash(int[] one, int[] two) {
        int i = 0;
        while (i < one.length && i < two.length && one[i] == two[i]) {
            i++;
        }
        return i < one.length && i < two.length && (isVariable.test(one[i]) || isVariable.test(two[i]));
    }

    private Optional<Shortfall> outside(Glob template, String why) {
        return Optional.of(new Shortfall(
                Limit.VARIABLE, "the policy variable in `" + show(template) + "` on " + target + ": " + why));
    }

    private String show(Glob template) {
        StringBuilder text = new StringBuilder();
        template.toString().codePoints().forEach(c -> text.append(isVariable.test(c) ? "${…}" : Character.toString(c)));
        return text.toString();
    }

    /** Pairs of variables of which the first stands before the second. */
    Set<List<Integer>> order() {
        Set<List<Integer>> pairs = new LinkedHashSet<>();
        for (Glob template : templates) {
            int[] variables = template.find(isVariable);
            for (int i = 1; i < variables.length; i++) {
                for (int j = 0; j < i; j++) {
                    pairs.add(List.of(variables[j], variables[i]));
                }
            }
        }
        return pairs;
    }

    /**
     * Those who see of a value what counts on this target.
     *
     * @param variable one that no other stands before which has no value yet
     * @return empty if they would be too many
     */
    Optional<List<Observer>> observers(int variable, long limit) {
        List<Observer> observers = new ArrayList<>();
        for (Glob template : templates) {
            int[] variables = template.find(isVariable);
            if (variables[0] != variable) {
                continue; // it stands behind another one, or not here
            }
            List<Glob> parts = template.split(isVariable);
            Glob tail = parts.get(1);
            boolean ends = variables.length == 1 && tail.isLiteral();
            for (Glob constant : constants) {
                GlobAutomaton automaton = constant.automaton();
                Optional<Set<Words>> starts = starts(parts.get(0), automaton, limit);
                if (starts.isEmpty() || observers.size() + starts.get().size() > limit) {
                    return Optional.empty();
                }
                for (Words start : starts.get()) {
                    observers.add(new Observer(automaton, start, ignoresCase, tail.prefix(), !ends));
                }
            }
        }
        return Optional.of(observers);
    }

    /** The states to which the constant pattern can come by what stands before the variable; without those that can match nothing. */
    private Optional<Set<Words>> starts(Glob before, GlobAutomaton constant, long limit) {
        if (before.isLiteral()) {
            return Optional.of(read(before.prefix(), constant).map(Set::of).orElse(Set.of()));
        }
        GlobAutomaton first = before.automaton();
        int words = first.words();
        Alphabet alphabet = new Alphabet(Universe.TEXT);
        alphabet.name(first, false);
        alphabet.name(constant, false);
        int[] letters = IntStream.concat(
                        IntStream.concat(IntStream.of(first.literals()), IntStream.of(constant.literals())),
                        IntStream.of(':', alphabet.other()))
                .distinct()
                .toArray();
        Set<Words> ends = new LinkedHashSet<>();
        Set<Words> seen = new HashSet<>();
        List<Words> queue = new ArrayList<>();
        long[] start = new long[words + constant.words()];
        start[0] = 1;
        start[words] = 1;
        queue.add(new Words(start));
        seen.add(queue.get(0));
        for (int i = 0; i < queue.size(); i++) {
            long[] state = queue.get(i).toArray();
            if (first.accepts(state, 0)) {
                long[] end = new long[constant.words()];
                System.arraycopy(state, words, end, 0, end.length);
                ends.add(new Words(end));
            }
            for (int letter : letters) {
                long[] next = new long[state.length];
                if (first.step(state, next, 0, letter) && constant.step(state, next, words, letter)) {
                    Words reached = new Words(next);
                    if (seen.add(reached)) {
                        queue.add(reached);
                    }
                }
            }
            if (seen.size() > limit) {
                return Optional.empty();
            }
        }
        return Optional.of(ends);
    }

    private static Optional<Words> read(String text, GlobAutomaton constant) {
        long[] state = constant.start();
        for (int letter : text.codePoints().toArray()) {
            long[] next = new long[state.length];
            if (!constant.step(state, next, 0, letter)) {
                return Optional.empty();
            }
            state = next;
        }
        return Optional.of(new Words(state));
    }
}
