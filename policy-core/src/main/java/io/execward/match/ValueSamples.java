// SPDX-License-Identifier: Apache-2.0
package io.execward.match;

import io.execward.model.Comparison;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.PolicyVariables.Piece;
import io.execward.model.PolicyVariables.Variable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Texts for an unknown value such that any two values which the tests on it tell apart have representatives among them: one for each
 * set of tests that a value can pass. Texts are found from the policy values: themselves, numbers and instants between them,
 * addresses at the edges of blocks, and for wildcard patterns a walk through their automata side by side.
 */
public final class ValueSamples {
    private static final String OTHER = "another-value";
    private static final String YET_ANOTHER = "yet-another-value";
    private static final String ANY_OTHER = "any other value";
    private static final int MAX_STATES = 2_000;
    private static final int MAX_PATTERNS = 100;

    private static final Set<Comparison.Family> TEXTS =
            Set.copyOf(EnumSet.of(Comparison.Family.STRING, Comparison.Family.ARN));
    private static final Set<Comparison.Family> TIMES =
            Set.copyOf(EnumSet.of(Comparison.Family.NUMERIC, Comparison.Family.DATE));

    private final Map<String, String> named = new LinkedHashMap<>();
    private final List<Glob> globs = new ArrayList<>();
    private final TreeSet<BigDecimal> numbers = new TreeSet<>();
    private final TreeSet<BigDecimal> instants = new TreeSet<>();
    private final List<IpRange> ranges = new ArrayList<>();
    private final Set<Comparison.Family> families = EnumSet.noneOf(Comparison.Family.class);
    private boolean ignoresCase;
    private boolean related;
    private boolean complete = true;

    /** Learns from a test on the unknown key. */
    public void addTest(ConditionMatcher test, Context context) {
        Comparison comparison = test.condition().operator().comparison();
        for (Template template : test.templates()) {
            Tri resolves = template.resolves(context);
            if (resolves == Tri.UNKNOWN) {
                relate();
            } else if (resolves == Tri.TRUE) {
                addPolicyValue(comparison, template, context);
            }
        }
        families.add(comparison.family());
    }

    private void addPolicyValue(Comparison comparison, Template template, Context context) {
        String text = template.text(context);
        switch (comparison.family()) {
            case STRING -> addString(comparison, template, text, context);
            case ARN -> ArnPattern.whole(template, context).ifPresent(globs::add);
            case NUMERIC -> {
                if (Decimal.isNumber(text)) {
                    numbers.add(new BigDecimal(text));
                }
            }
            case DATE -> PointInTime.parse(text).ifPresent(instant -> instants.add(instant.toDecimal()));
            case IP -> IpRange.parse(text).ifPresent(ranges::add);
            case BINARY -> addText(text);
            case BOOL, NULL -> {}
        }
    }

    private void addString(Comparison comparison, Template template, String text, Context context) {
        switch (comparison) {
            case STRING_LIKE, STRING_NOT_LIKE -> globs.add(template.glob(context));
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE -> {
                ignoresCase = true;
                addText(text);
            }
            default -> addLiteral(text);
        }
    }

    /** A text that some test compares the value with; others that pass the same tests as it count as different. */
    private void addLiteral(String text) {
        addText(text);
        globs.add(new Glob.Builder().literal(text).build());
    }

    /** A pattern that some test holds against the value. */
    public void addPattern(Glob pattern) {
        families.add(Comparison.Family.STRING);
        globs.add(pattern);
    }

    /** A value worth trying as it stands. */
    private void addText(String text) {
        named.putIfAbsent(text, "`" + text + "`");
    }

    /** The value is compared with another unknown one: equal and different texts are tried, but not every relation is known. */
    public void relate() {
        related = true;
        complete = false;
    }

    /**
     * Learns from a text with a variable for the unknown key: values that make it one of the given texts. Wildcards around the
     * variable leave several; those that begin and end at a separator are taken.
     *
     * @param byText false if the text is not compared letter for letter, so that other values may do as well
     */
    public void addSolutions(
            Template template, ConditionKey key, List<String> targets, boolean byText, Context context) {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        int occurrences = 0;
        boolean plain = true;
        for (Piece piece : template.pieces()) {
            boolean isIt = piece instanceof Variable variable && variable.key().sameAs(key);
            occurrences += isIt ? 1 : 0;
            if (!isIt && piece instanceof Variable other) {
                plain &= Template.resolves(other, context) == Tri.TRUE;
            }
            if (!isIt && plain) {
                String text = Template.text(piece, context);
                plain &= text.indexOf('*') < 0 && text.indexOf('?') < 0;
                (occurrences == 0 ? before : after).append(text);
            }
        }
        if (occurrences == 0) {
            return;
        }
        boolean exact = plain && occurrences == 1;
        complete &= exact && byText;
        families.add(Comparison.Family.STRING);
        for (String target : targets) {
            if (exact) {
                int length = target.length() - before.length() - after.length();
                if (length > 0 && target.startsWith(before.toString()) && target.endsWith(after.toString())) {
                    addLiteral(target.substring(before.length(), before.length() + length));
                }
            } else {
                addParts(target);
            }
        }
    }

    private void addParts(String target) {
        int start = 0;
        for (int i = 0; i <= target.length(); i++) {
            if (i == target.length() || ":/-_.".indexOf(target.charAt(i)) >= 0) {
                if (i > start) {
                    addText(target.substring(start, i));
                }
                start = i + 1;
            }
        }
    }

    /** False if a value could pass a set of tests that no sample passes; known once {@link #texts} was asked for. */
    public boolean isComplete() {
        return complete && !(ignoresCase && !globs.isEmpty()) && isOneKindOfValue();
    }

    /** Samples for one kind of value do not show how those of another kind combine; numbers and instants are one kind here. */
    private boolean isOneKindOfValue() {
        Set<Comparison.Family> others = EnumSet.noneOf(Comparison.Family.class);
        others.addAll(families);
        others.remove(Comparison.Family.NULL);
        return others.size() <= 1 || TEXTS.containsAll(others) || TIMES.containsAll(others);
    }

    /** Each sample with its name in words; never empty. */
    public Map<String, String> texts() {
        Map<String, String> all = new LinkedHashMap<>(named);
        if (families.contains(Comparison.Family.BOOL)) {
            all.putIfAbsent("true", "`true`");
            all.putIfAbsent("false", "`false`");
        }
        TreeSet<BigDecimal> both = new TreeSet<>(numbers);
        if (families.containsAll(TIMES)) {
            both.addAll(instants); // epoch seconds satisfy both operators
        }
        addBetween(all, both, BigDecimal::toPlainString);
        addBetween(all, instants, ValueSamples::date);
        for (IpRange range : ranges) {
            range.edges().forEach(address -> suggest(all, address));
        }
        if (!ranges.isEmpty()) {
            suggest(all, "203.0.113.254");
            suggest(all, "2001:db8:0:0:0:0:0:fe");
        }
        walk(all);
        all.put(fresh(OTHER, all), ANY_OTHER);
        if (related) {
            all.put(fresh(YET_ANOTHER, all), ANY_OTHER);
        }
        all.put("", "an empty value");
        return all;
    }

    /** A text that is none of those already there, in any letter case. */
    private static String fresh(String text, Map<String, String> all) {
        String fresh = text;
        while (all.keySet().stream().anyMatch(fresh::equalsIgnoreCase)) {
            fresh += "x";
        }
        return fresh;
    }

    private static void suggest(Map<String, String> all, String text) {
        all.putIfAbsent(text, "such as `" + text + "`");
    }

    private interface Printer {
        String print(BigDecimal value);
    }

    /** The values, one between each two, one below and one above. */
    private static void addBetween(Map<String, String> all, Iterable<BigDecimal> values, Printer printer) {
        BigDecimal previous = null;
        for (BigDecimal value : values) {
            BigDecimal lower = previous == null
                    ? value.subtract(BigDecimal.ONE)
                    : previous.add(value).divide(BigDecimal.valueOf(2));
            suggest(all, printer.print(lower));
            suggest(all, printer.print(value));
            previous = value;
        }
        if (previous != null) {
            suggest(all, printer.print(previous.add(BigDecimal.ONE)));
        }
    }

    private static String date(BigDecimal epochSeconds) {
        BigInteger whole = epochSeconds.toBigInteger();
        boolean isWhole = epochSeconds.compareTo(new BigDecimal(whole)) == 0;
        boolean fourDigitYear = whole.signum() >= 0 && whole.bitLength() < 38;
        return isWhole && fourDigitYear
                ? Instant.ofEpochSecond(whole.longValue()).toString()
                : epochSeconds.toPlainString();
    }

    /** Walks the patterns' automata side by side; the first text that reaches a new set of accepting patterns is a sample. */
    private void walk(Map<String, String> all) {
        if (globs.stream().allMatch(Glob::isLiteral)) {
            globs.forEach(literal -> all.putIfAbsent(literal.prefix(), "`" + literal.prefix() + "`"));
            return; // all other texts are alike
        }
        if (globs.size() > MAX_PATTERNS) {
            complete = false;
            return;
        }
        List<GlobAutomaton> automata = globs.stream().map(Glob::automaton).toList();
        int[] alphabet = alphabet(automata);
        Map<List<Long>, String> seen = new LinkedHashMap<>();
        List<String> queue = new ArrayList<>();
        Map<List<Boolean>, String> answers = new LinkedHashMap<>();
        seen.put(flat(read(automata, "")), "");
        queue.add("");
        for (int i = 0; i < queue.size(); i++) {
            String text = queue.get(i);
            long[][] states = read(automata, text);
            answers.putIfAbsent(accepting(automata, states), text);
            for (int c : alphabet) {
                long[][] next = step(automata, states, c);
                String longer = text + Character.toString(c);
                if (seen.putIfAbsent(flat(next), longer) == null) {
                    if (seen.size() > MAX_STATES) {
                        complete = false;
                        answers.values().forEach(answer -> suggest(all, answer));
                        return;
                    }
                    queue.add(longer);
                }
            }
        }
        answers.values().forEach(answer -> suggest(all, answer));
    }

    /** Every code point that a pattern names, the colon, and one that stands for all others. */
    private static int[] alphabet(List<GlobAutomaton> automata) {
        TreeSet<Integer> letters = new TreeSet<>();
        automata.forEach(a -> Arrays.stream(a.literals()).forEach(letters::add));
        letters.add((int) ':');
        int other = 'x';
        while (letters.contains(other)) {
            other = other == 'z' ? 'A' : other + 1;
        }
        letters.add(other);
        return letters.stream().mapToInt(Integer::intValue).toArray();
    }

    private static long[][] read(List<GlobAutomaton> automata, String text) {
        long[][] states = automata.stream().map(GlobAutomaton::start).toArray(long[][]::new);
        text.codePoints().forEach(c -> {
            for (int i = 0; i < states.length; i++) {
                automata.get(i).step(states[i], c);
            }
        });
        return states;
    }

    private static long[][] step(List<GlobAutomaton> automata, long[][] states, int c) {
        long[][] next = new long[states.length][];
        for (int i = 0; i < states.length; i++) {
            next[i] = states[i].clone();
            automata.get(i).step(next[i], c);
        }
        return next;
    }

    private static List<Long> flat(long[][] states) {
        List<Long> all = new ArrayList<>();
        for (long[] state : states) {
            for (long word : state) {
                all.add(word);
            }
        }
        return all;
    }

    private static List<Boolean> accepting(List<GlobAutomaton> automata, long[][] states) {
        List<Boolean> all = new ArrayList<>(states.length);
        for (int i = 0; i < states.length; i++) {
            all.add(automata.get(i).accepts(states[i]));
        }
        return all;
    }
}
