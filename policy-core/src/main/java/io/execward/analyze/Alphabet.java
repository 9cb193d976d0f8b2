// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.match.Glob;
import io.execward.match.GlobAutomaton;
import io.execward.model.CaseFolding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The code points that tell texts apart: those that some pattern names, the colon, and one that stands for all others. Below a pattern
 * that ignores letter case a code point stands for those that are equal to it so, unless another pattern names them.
 */
final class Alphabet {
    private static final String READABLE = "xyzwvutsrqponmlkjihgfedcba0123456789XYZWVUTSRQPONMLKJIHGFEDCBA";
    private static final int FIRST_BEYOND = 0x4E00;

    private final Universe universe;
    private final BitSet exact = new BitSet();
    private final BitSet folded = new BitSet();
    private final BitSet namedFolded = new BitSet();
    private final Map<Integer, int[]> variants = new HashMap<>();
    private int other = -1;

    Alphabet(Universe universe) {
        this.universe = universe;
    }

    /** Learns the code points that a pattern names. */
    void name(GlobAutomaton pattern, boolean ignoresCase) {
        for (int letter : pattern.literals()) {
            name(letter, ignoresCase);
        }
    }

    /** Learns the code points of a text. */
    void name(String text) {
        text.codePoints().forEach(c -> name(c, false));
    }

    private void name(int letter, boolean ignoresCase) {
        (ignoresCase ? folded : exact).set(letter);
        namedFolded.set(CaseFolding.fold(letter));
        variants.clear();
        other = -1;
    }

    void name(Glob pattern) {
        name(pattern.automaton(), false);
    }

    /** A code point that no pattern names, in any letter case. */
    int other() {
        if (other < 0) {
            other = IntStream.concat(READABLE.chars(), IntStream.iterate(FIRST_BEYOND, c -> c + 1))
                    .filter(c -> universe.isLegal(c) && !isNamed(c))
                    .findFirst()
                    .orElseThrow();
        }
        return other;
    }

    /** True if a pattern names the code point, or one that is equal to it but for letter case. */
    boolean isNamed(int codePoint) {
        return codePoint == ':' || namedFolded.get(CaseFolding.fold(codePoint));
    }

    /** One code point for each way in which those behave that a pattern takes for this one. */
    int[] variants(int letter, boolean ignoresCase) {
        if (!ignoresCase) {
            return universe.isLegal(letter) ? new int[] {letter} : new int[0];
        }
        return variants.computeIfAbsent(letter, this::variantsOf);
    }

    private int[] variantsOf(int letter) {
        IntStream exactOnes = exact.stream().filter(c -> CaseFolding.fold(c) == letter);
        IntStream unnamed = Forms.of(letter).stream()
                .mapToInt(c -> c)
                .filter(c -> !exact.get(c))
                .limit(1);
        return IntStream.concat(exactOnes, unnamed)
                .filter(universe::isLegal)
                .distinct()
                .toArray();
    }

    /** The code points that are equal but for letter case; some letters have more than two forms, such as the Kelvin sign. */
    private static final class Forms {
        private static final Map<Integer, List<Integer>> BY_FOLDED = all();

        private Forms() {}

        static List<Integer> of(int folded) {
            return BY_FOLDED.getOrDefault(folded, List.of(folded));
        }

        private static Map<Integer, List<Integer>> all() {
            Map<Integer, List<Integer>> all = new HashMap<>();
            for (int c = 1; c <= Character.MAX_CODE_POINT; c++) {
                int folded = CaseFolding.fold(c);
                if (folded != c) {
                    all.computeIfAbsent(folded, f -> new ArrayList<>(List.of(f)))
                            .add(c);
                }
            }
            return all;
        }
    }
}
