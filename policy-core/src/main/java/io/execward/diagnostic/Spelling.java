// SPDX-License-Identifier: Apache-2.0
package io.execward.diagnostic;

import io.execward.model.CaseFolding;
import java.util.Collection;
import java.util.Optional;

/** Finds the word that a misspelled one may have been meant to be, for the help of a diagnostic. */
public final class Spelling {
    private static final int LONGEST = 64;
    private static final int MOST_EDITS = 3;

    private Spelling() {}

    /** The word that differs in letter case only, if there is one. */
    public static Optional<String> ignoringCase(String written, Collection<String> words) {
        String folded = CaseFolding.fold(written);
        for (String word : words) {
            if (CaseFolding.fold(word).equals(folded)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /**
     * The word that is at most a third of its letters away, and three at most, if there is one; the first of the nearest. Letter
     * case does not count. Nothing is near a word of more than 64 letters, so that the cost stays within the number of words.
     */
    public static Optional<String> nearest(String written, Collection<String> words) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String folded = CaseFolding.fold(written);
        Optional<String> best = Optional.empty();
        int fewest = MOST_EDITS + 1;
        for (String word : words) {
            int allowed = Math.min(MOST_EDITS, Math.min(word.length(), written.length()) / 3);
            if (Math.abs(word.length() - written.length()) <= allowed) {
                int edits = edits(folded, CaseFolding.fold(word));
                if (edits <= allowed && edits < fewest) {
                    fewest = edits;
                    best = Optional.of(word);
                }
            }
        }
        return best;
    }

    /** Insertions, deletions, replacements and swaps of neighbours that lead from one to the other. */
    private static int edits(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[b.length()];
    }
}
