// SPDX-License-Identifier: Apache-2.0
package io.execward.match;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A glob as a non-deterministic automaton whose set of states is a bit vector: bit {@code j} says that the value read so far can
 * end behind the pattern's {@code j}-th element that consumes exactly one code point; runs are loops on a bit. One step costs one
 * machine word for every 64 elements. Immutable; the states belong to the caller.
 */
public final class GlobAutomaton {
    static final GlobAutomaton NOTHING = new GlobAutomaton(new int[0]);

    private static final int ASCII = 128;

    private final int words;
    private final int last;
    /** Bits whose next element takes any code point; any but a colon. */
    private final long[] takesAny;

    private final long[] takesNoColon;
    /** Bits that stay set whatever is read; whatever but a colon. */
    private final long[] loops;

    private final long[] loopsNoColon;
    /** The literal code points in ascending order, and for each the bits whose next element is it. */
    private final int[] literals;

    private final long[][] takesLiteral;
    private final int[] asciiIndex;
    /** The elements that consume a code point, one for each bit but the last. */
    private final int[] consumed;

    GlobAutomaton(int[] elements) {
        this.consumed = Arrays.stream(elements)
                .filter(e -> e != Glob.RUN && e != Glob.FIELD_RUN)
                .toArray();
        this.last = consumed.length;
        this.words = (last >> 6) + 1;
        this.takesAny = new long[words];
        this.takesNoColon = new long[words];
        this.loops = new long[words];
        this.loopsNoColon = new long[words];
        this.literals =
                Arrays.stream(elements).filter(e -> e >= 0).sorted().distinct().toArray();
        this.takesLiteral = new long[literals.length][words];
        this.asciiIndex = new int[ASCII];
        Arrays.fill(asciiIndex, -1);
        for (int i = 0; i < literals.length && literals[i] < ASCII; i++) {
            asciiIndex[literals[i]] = i;
        }
        int bit = 0;
        for (int element : elements) {
            switch (element) {
                case Glob.RUN -> set(loops, bit);
                case Glob.FIELD_RUN -> set(loopsNoColon, bit);
                case Glob.ONE -> set(takesAny, bit++);
                case Glob.FIELD_ONE -> set(takesNoColon, bit++);
                default -> set(takesLiteral[Arrays.binarySearch(literals, element)], bit++);
            }
        }
    }

    private static void set(long[] bits, int bit) {
        bits[bit >> 6] |= 1L << bit;
    }

    /** The states before anything is read. */
    public long[] start() {
        long[] states = new long[words];
        states[0] = 1;
        return states;
    }

    /** Reads one code point: replaces the states by those behind it. False if none is left, so that nothing can match. */
    public boolean step(long[] states, int codePoint) {
        boolean colon = codePoint == ':';
        int literal = codePoint < ASCII ? asciiIndex[codePoint] : Arrays.binarySearch(literals, codePoint);
        long carry = 0;
        long any = 0;
        for (int w = 0; w < words; w++) {
            long now = states[w];
            long takes = takesAny[w];
            long stays = loops[w];
            if (!colon) {
                takes |= takesNoColon[w];
                stays |= loopsNoColon[w];
            }
            if (literal >= 0) {
                takes |= takesLiteral[literal][w];
            }
            long moves = now & takes;
            long next = (moves << 1) | carry | (now & stays);
            carry = moves >>> 63;
            states[w] = next;
            any |= next;
        }
        return any != 0;
    }

    /** True if what was read so far matches. */
    public boolean accepts(long[] states) {
        return accepts(states, 0);
    }

    /** How many machine words the states take. */
    public int words() {
        return words;
    }

    /** Likewise, with the states from this index of the array on. */
    public boolean accepts(long[] states, int at) {
        return (states[at + (last >> 6)] >>> last & 1) != 0;
    }

    /** True if what was read so far matches, whatever follows. */
    public boolean acceptsAll(long[] states, int at) {
        return accepts(states, at) && (loops[last >> 6] >>> last & 1) != 0;
    }

    /**
     * Reads one code point like {@link #step(long[], int)}, from one array into another, and forgets every state before the last run
     * over every code point that was reached: what matches from there matches from the run too.
     */
    public boolean step(long[] from, long[] to, int at, int codePoint) {
        boolean colon = codePoint == ':';
        int literal = codePoint < ASCII ? asciiIndex[codePoint] : Arrays.binarySearch(literals, codePoint);
        long carry = 0;
        int lowest = 0;
        long any = 0;
        for (int w = 0; w < words; w++) {
            long now = from[at + w];
            long takes = colon ? takesAny[w] : takesAny[w] | takesNoColon[w];
            long stays = colon ? loops[w] : loops[w] | loopsNoColon[w];
            if (literal >= 0) {
                takes |= takesLiteral[literal][w];
            }
            long moves = now & takes;
            long next = (moves << 1) | carry | (now & stays);
            carry = moves >>> 63;
            long runs = next & loops[w];
            if (runs != 0) {
                next &= -Long.highestOneBit(runs);
                for (; lowest < w; lowest++) {
                    to[at + lowest] = 0;
                }
            }
            to[at + w] = next;
            any |= next;
        }
        return any != 0;
    }

    /** Shows the code points that matter next; all others behave alike, but for the colon. */
    public void forEachLetter(long[] states, int at, IntConsumer action) {
        for (int w = 0; w < words; w++) {
            for (long bits = states[at + w]; bits != 0; bits &= bits - 1) {
                int bit = (w << 6) + Long.numberOfTrailingZeros(bits);
                if (bit < last && consumed[bit] >= 0) {
                    action.accept(consumed[bit]);
                }
            }
        }
    }

    /** The code points that the pattern names, in ascending order; all others behave alike, but for the colon. */
    public int[] literals() {
        return literals.clone();
    }

    boolean matches(String value, int from, int to) {
        long[] states = start();
        for (int i = from; i < to; ) {
            int c = value.codePointAt(i);
            i += Character.charCount(c);
            if (!step(states, c)) {
                return false;
            }
        }
        return accepts(states);
    }
}
