// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The texts that two wildcard patterns both match, again as patterns. A policy variable is a letter that is like no other. What comes
 * out is a proposal: ARN fields and letter case have their own rules, so whoever uses it has the analyzer prove it.
 */
final class PatternMeet {
    /** More patterns than this are no help to a reader. */
    private static final int MAX_PATTERNS = 16;

    private static final String STAR = "*";
    private static final String ONE = "?";

    private final List<String> left;
    private final List<String> right;
    private final boolean ignoresCase;
    private final Map<List<Integer>, Set<String>> known = new HashMap<>();
    private boolean exact = true;

    private PatternMeet(String left, String right, boolean ignoresCase) {
        this.left = letters(left);
        this.right = letters(right);
        this.ignoresCase = ignoresCase;
    }

    /** Patterns that together match what both match, none of them if nothing is; empty if no short list of patterns says it. */
    static Optional<List<String>> of(String left, String right, boolean ignoresCase) {
        PatternMeet meet = new PatternMeet(left, right, ignoresCase);
        Set<String> all = meet.from(0, 0);
        return meet.exact ? Optional.of(withoutCovered(List.copyOf(all), ignoresCase)) : Optional.empty();
    }

    /** True if {@code wide} matches whatever {@code narrow} does; false may also mean that this way of looking does not show it. */
    static boolean covers(String wide, String narrow, boolean ignoresCase) {
        return new PatternMeet(wide, narrow, ignoresCase).isCovering();
    }

    /** The patterns that no other of them covers, in their order; of two that say the same the first. */
    static List<String> withoutCovered(List<String> patterns, boolean ignoresCase) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            boolean covered = false;
            for (int j = 0; j < patterns.size() && !covered; j++) {
                covered = i != j
                        && covers(patterns.get(j), patterns.get(i), ignoresCase)
                        && (j < i || !covers(patterns.get(i), patterns.get(j), ignoresCase));
            }
            if (!covered) {
                kept.add(patterns.get(i));
            }
        }
        return kept;
    }

    private static List<String> letters(String pattern) {
        List<String> letters = new ArrayList<>(pattern.length());
        for (int i = 0; i < pattern.length(); ) {
            int close = pattern.startsWith("${", i) ? pattern.indexOf('}', i) : -1;
            int end = close >= 0 ? close + 1 : i + Character.charCount(pattern.codePointAt(i));
            String letter = pattern.substring(i, end);
            if (!letter.equals(STAR)
                    || letters.isEmpty()
                    || !letters.get(letters.size() - 1).equals(STAR)) {
                letters.add(letter);
            }
            i = end;
        }
        return letters;
    }

    private Set<String> from(int i, int j) {
        List<Integer> place = List.of(i, j);
        Set<String> found = known.get(place);
        if (found == null) {
            found = exact ? find(i, j) : Set.of();
            exact &= found.size() <= MAX_PATTERNS;
            known.put(place, found);
        }
        return found;
    }

    private Set<String> find(int i, int j) {
        Set<String> all = new LinkedHashSet<>();
        if (i == left.size() && j == right.size()) {
            all.add("");
        } else if (isStar(left, i) && isStar(right, j)) {
            // Whichever star ends first, the other goes on.
            add(all, STAR, from(i + 1, j));
            add(all, STAR, from(i, j + 1));
        } else if (isStar(left, i)) {
            all.addAll(from(i + 1, j));
            if (j < right.size()) {
                add(all, right.get(j), from(i, j + 1));
            }
        } else if (isStar(right, j)) {
            all.addAll(from(i, j + 1));
            if (i < left.size()) {
                add(all, left.get(i), from(i + 1, j));
            }
        } else if (i < left.size() && j < right.size()) {
            step(i, j, all);
        }
        return all;
    }

    private void step(int i, int j, Set<String> all) {
        String a = left.get(i);
        String b = right.get(j);
        if (same(a, b)) {
            add(all, a, from(i + 1, j + 1));
        } else if (isVariable(a) || isVariable(b)) {
            exact = false;
        } else if (a.equals(ONE)) {
            add(all, b, from(i + 1, j + 1));
        } else if (b.equals(ONE)) {
            add(all, a, from(i + 1, j + 1));
        }
    }

    private static void add(Set<String> all, String letter, Set<String> rests) {
        for (String rest : rests) {
            all.add(letter.equals(STAR) && rest.startsWith(STAR) ? rest : letter + rest);
        }
    }

    /** Greedy, as matching is: the narrow pattern's wildcards and variables are letters, which only a wildcard of the wide one takes. */
    private boolean isCovering() {
        int i = 0;
        int j = 0;
        int star = -1;
        int resume = -1;
        while (j < right.size()) {
            if (isStar(left, i)) {
                star = i++;
                resume = j;
            } else if (i < left.size() && takes(left.get(i), right.get(j))) {
                i++;
                j++;
            } else if (star >= 0) {
                i = star + 1;
                j = ++resume;
            } else {
                return false;
            }
        }
        while (isStar(left, i)) {
            i++;
        }
        return i == left.size();
    }

    private boolean takes(String wide, String narrow) {
        return wide.equals(ONE) ? !narrow.equals(STAR) && !isVariable(narrow) : same(wide, narrow);
    }

    private boolean same(String a, String b) {
        return (ignoresCase && !isVariable(a)) ? a.equalsIgnoreCase(b) : a.equals(b);
    }

    private static boolean isStar(List<String> letters, int at) {
        return at < letters.size() && letters.get(at).equals(STAR);
    }

    private static boolean isVariable(String letter) {
        return letter.length() > 2 && letter.startsWith("${");
    }
}
