// SPDX-License-Identifier: Apache-2.0
package io.execward.match;

/** How the texts of two patterns lie to each other; see {@link Glob.Builder} for their elements. */
final class GlobRelation {
    private GlobRelation() {}

    /** Reads the narrow pattern's elements with the wide one's automaton: a wildcard is taken by one at least as wide. */
    static boolean covers(int[] wide, int[] narrow) {
        boolean[] at = new boolean[wide.length + 1];
        at[0] = true;
        skipRuns(wide, at);
        for (int element : narrow) {
            boolean[] next = new boolean[wide.length + 1];
            boolean any = false;
            for (int i = 0; i < wide.length; i++) {
                if (at[i] && takes(wide[i], element)) {
                    next[isRun(wide[i]) ? i : i + 1] = true;
                    any = true;
                }
            }
            if (!any) {
                return false;
            }
            skipRuns(wide, next);
            at = next;
        }
        return at[wide.length];
    }

    /** A run may be empty. */
    private static void skipRuns(int[] wide, boolean[] at) {
        for (int i = 0; i < wide.length; i++) {
            at[i + 1] |= at[i] && isRun(wide[i]);
        }
    }

    private static boolean takes(int wide, int element) {
        return switch (wide) {
            case Glob.RUN -> true;
            case Glob.FIELD_RUN -> element == Glob.FIELD_RUN || element == Glob.FIELD_ONE || isNoColon(element);
            case Glob.ONE -> !isRun(element);
            case Glob.FIELD_ONE -> element == Glob.FIELD_ONE || isNoColon(element);
            default -> wide == element;
        };
    }

    private static boolean isNoColon(int element) {
        return element >= 0 && element != ':';
    }

    private static boolean isRun(int element) {
        return element == Glob.RUN || element == Glob.FIELD_RUN;
    }

    /** Whether some text runs through both at once. */
    static boolean meet(int[] one, int[] two) {
        boolean[] after = new boolean[two.length + 1];
        boolean[] here = new boolean[two.length + 1];
        for (int i = one.length; i >= 0; i--) {
            for (int j = two.length; j >= 0; j--) {
                here[j] = meets(one, two, i, j, here, after);
            }
            boolean[] spare = after;
            after = here;
            here = spare;
        }
        return after[0];
    }

    /**
     * @param here the answers for {@code i} and greater {@code j}
     * @param after the answers for {@code i + 1}
     */
    private static boolean meets(int[] one, int[] two, int i, int j, boolean[] here, boolean[] after) {
        boolean endOne = i == one.length;
        boolean endTwo = j == two.length;
        if (endOne || endTwo) {
            return (endOne && endTwo)
                    || (!endOne && isRun(one[i]) && after[j])
                    || (!endTwo && isRun(two[j]) && here[j + 1]);
        }
        boolean runOne = isRun(one[i]);
        boolean runTwo = isRun(two[j]);
        boolean same = agree(one[i], two[j]);
        if (runOne) {
            return after[j] || (here[j + 1] && (runTwo || same));
        }
        if (runTwo) {
            return here[j + 1] || (after[j] && same);
        }
        return same && after[j + 1];
    }

    /** Whether one code point fits both elements. */
    private static boolean agree(int a, int b) {
        if (a >= 0 && b >= 0) {
            return a == b;
        }
        int literal = Math.max(a, b);
        int wildcard = Math.min(a, b);
        boolean inField = wildcard == Glob.FIELD_RUN || wildcard == Glob.FIELD_ONE;
        return literal != ':' || !inField;
    }
}
