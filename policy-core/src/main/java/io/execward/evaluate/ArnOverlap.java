// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;

/**
 * How a resource pattern lies to ARNs that other patterns describe, told field by field. In doubt they overlap, and in doubt the one
 * does not cover the others; a policy variable stands for whatever text.
 */
final class ArnOverlap {
    private static final int FIELDS = 6;

    private final List<String> pattern;
    private final List<List<String>> others = new ArrayList<>();

    private ArnOverlap(String pattern, String... others) {
        this.pattern = fields(pattern);
        for (String other : others) {
            this.others.add(fields(other));
        }
    }

    /** @param others a text is meant if all of them match it */
    static ArnOverlap of(String pattern, String... others) {
        return new ArnOverlap(pattern, others);
    }

    /** The six fields; what is not written in so many is whatever text, since it may be read in several ways (R-RES-03, R-RES-08). */
    private static List<String> fields(String text) {
        List<String> parts = Splitter.on(':').limit(FIELDS).splitToList(text);
        if (parts.size() < FIELDS || text.contains("${")) {
            return text.equals("*") ? List.of("*") : List.of();
        }
        return parts;
    }

    private static boolean isWritten(List<String> fields) {
        return fields.size() == FIELDS;
    }

    /** False if no text that the others mean is matched. */
    boolean isPossible() {
        for (List<String> other : others) {
            for (int i = 0; i < FIELDS && isWritten(pattern) && isWritten(other); i++) {
                boolean apart = !meet(pattern.get(i), other.get(i));
                if (apart && !isShifted(pattern, i) && !isShifted(other, i)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * A star at the end of an early field may run over colons, so that the field is not where it seems to be; but all that can stand
     * behind a colon within an ECS resource is a revision.
     */
    private static boolean isShifted(List<String> fields, int field) {
        boolean stretched =
                fields.subList(0, Math.min(field + 1, FIELDS - 1)).stream().anyMatch(f -> f.endsWith("*"));
        return stretched
                && (field < FIELDS - 1 || fields.get(field).chars().allMatch(c -> "0123456789*?:".indexOf(c) >= 0));
    }

    /** True if every text that the others mean is matched. */
    boolean isCover() {
        if (pattern.equals(List.of("*"))) {
            return true;
        }
        if (!isWritten(pattern)) {
            return false;
        }
        for (int i = 0; i < FIELDS; i++) {
            int field = i;
            boolean last = i == FIELDS - 1;
            boolean covered = others.stream()
                    .anyMatch(other -> isWritten(other) && covers(pattern.get(field), other.get(field), last));
            if (!covered && !pattern.get(i).equals("*")) {
                return false;
            }
        }
        return true;
    }

    private static boolean covers(String pattern, String other, boolean wild) {
        return pattern.equals("*")
                || (pattern.equals(other) && !hasWildcard(other))
                || (wild && coversText(pattern, other));
    }

    private static boolean hasWildcard(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** Wildcards of the other are covered by the same or wider ones. */
    private static boolean coversText(String pattern, String other) {
        boolean[][] known = new boolean[pattern.length() + 1][other.length() + 1];
        for (int i = pattern.length(); i >= 0; i--) {
            for (int j = other.length(); j >= 0; j--) {
                known[i][j] = coversFrom(pattern, other, i, j, known);
            }
        }
        return known[0][0];
    }

    private static boolean coversFrom(String pattern, String other, int i, int j, boolean[][] known) {
        if (i == pattern.length()) {
            return j == other.length();
        }
        char c = pattern.charAt(i);
        if (c == '*') {
            return known[i + 1][j] || (j < other.length() && known[i][j + 1]);
        }
        if (j == other.length() || other.charAt(j) == '*') {
            return false;
        }
        return (c == '?' || c == other.charAt(j)) && known[i + 1][j + 1];
    }

    /** Whether some text is matched by both. */
    private static boolean meet(String one, String two) {
        boolean[][] known = new boolean[one.length() + 1][two.length() + 1];
        for (int i = one.length(); i >= 0; i--) {
            for (int j = two.length(); j >= 0; j--) {
                known[i][j] = meetFrom(one, two, i, j, known);
            }
        }
        return known[0][0];
    }

    private static boolean meetFrom(String one, String two, int i, int j, boolean[][] known) {
        boolean endOne = i == one.length();
        boolean endTwo = j == two.length();
        if (endOne && endTwo) {
            return true;
        }
        boolean starOne = !endOne && one.charAt(i) == '*';
        boolean starTwo = !endTwo && two.charAt(j) == '*';
        if (starOne && (known[i + 1][j] || (!endTwo && known[i][j + 1]))) {
            return true;
        }
        if (starTwo && (known[i][j + 1] || (!endOne && known[i + 1][j]))) {
            return true;
        }
        if (starOne || starTwo || endOne || endTwo) {
            return false;
        }
        boolean same = one.charAt(i) == '?' || two.charAt(j) == '?' || one.charAt(i) == two.charAt(j);
        return same && known[i + 1][j + 1];
    }
}
