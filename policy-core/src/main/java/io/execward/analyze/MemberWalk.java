// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.match.Glob;
import io.execward.match.GlobAutomaton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads all patterns side by side, shortest texts first, in search of a text that every list accepts and no excluded pattern does. What
 * cannot come to that is not followed: a list of which nothing is left, an excluded pattern that accepts whatever follows. A list that
 * accepts whatever follows is not read on.
 */
final class MemberWalk {
    private final Alphabet alphabet;
    /** The lists' patterns in order, then those excluded; where each begins in the state, and which list it is of. */
    private final GlobAutomaton[] automata;

    private final int[] at;
    private final int[] listEnds;
    private final int doneWords;
    private final int words;
    private Optional<Shortfall> shortfall = Optional.empty();

    /** A state, and how it was reached. */
    private record Node(Words state, int letter, int parent) {}

    MemberWalk(Universe universe, List<Patterns> all, Patterns none) {
        this.alphabet = new Alphabet(universe);
        List<Glob> globs = new ArrayList<>();
        this.listEnds = new int[all.size()];
        for (int i = 0; i < listEnds.length; i++) {
            globs.addAll(all.get(i).globs());
            listEnds[i] = globs.size();
        }
        globs.addAll(none.globs());
        this.automata = globs.stream().map(Glob::automaton).toArray(GlobAutomaton[]::new);
        this.doneWords = (listEnds.length + 63) >> 6;
        this.at = new int[automata.length];
        int next = doneWords;
        for (int i = 0; i < automata.length; i++) {
            at[i] = next;
            next += automata[i].words();
            alphabet.name(automata[i], false);
        }
        this.words = next;
    }

    /** Set if not everything was looked at, so that there may be a text though none was found. */
    Optional<Shortfall> shortfall() {
        return shortfall;
    }

    Optional<String> find(Budget budget) {
        Stopwatch watch = new Stopwatch(budget);
        List<Node> nodes = new ArrayList<>();
        Set<Words> seen = new HashSet<>();
        nodes.add(new Node(start(), -1, -1));
        seen.add(start());
        for (int i = 0; i < nodes.size() && shortfall.isEmpty(); i++) {
            shortfall = watch.step();
            long[] state = nodes.get(i).state().toArray();
            BitSet letters = letters(state);
            for (int c = letters.nextSetBit(0); c >= 0; c = letters.nextSetBit(c + 1)) {
                long[] next = new long[words];
                if (!step(state, next, c)) {
                    continue;
                }
                // Before looking whether the state is known: a letter may lead back to the start, which was never
                // asked.
                if (accepts(next)) {
                    return Optional.of(text(nodes, i, c));
                }
                Words reached = new Words(next);
                if (seen.add(reached)) {
                    if (seen.size() > budget.states()) {
                        shortfall = Optional.of(new Shortfall(
                                Limit.STATES,
                                "more than " + budget.states() + " states of " + automata.length + " patterns"));
                        return Optional.empty();
                    }
                    nodes.add(new Node(reached, c, i));
                }
            }
        }
        return Optional.empty();
    }

    private Words start() {
        long[] state = new long[words];
        for (int offset : at) {
            state[offset] = 1;
        }
        return new Words(state);
    }

    private BitSet letters(long[] state) {
        BitSet letters = new BitSet();
        for (int i = 0; i < automata.length; i++) {
            automata[i].forEachLetter(state, at[i], letter -> {
                for (int variant : alphabet.variants(letter, false)) {
                    letters.set(variant);
                }
            });
        }
        letters.set(':');
        letters.set(alphabet.other());
        return letters;
    }

    /** False if nothing behind this letter can be a member. */
    private boolean step(long[] from, long[] to, int letter) {
        int first = 0;
        for (int list = 0; list < listEnds.length; list++) {
            if (!stepList(from, to, letter, list, first)) {
                return false;
            }
            first = listEnds[list];
        }
        for (int i = first; i < automata.length; i++) {
            automata[i].step(from, to, at[i], letter);
            if (automata[i].acceptsAll(to, at[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean stepList(long[] from, long[] to, int letter, int list, int first) {
        long done = 1L << list;
        if ((from[list >> 6] & done) != 0) {
            to[list >> 6] |= done;
            return true;
        }
        boolean alive = false;
        for (int i = first; i < listEnds[list]; i++) {
            alive |= automata[i].step(from, to, at[i], letter);
            if (automata[i].acceptsAll(to, at[i])) {
                Arrays.fill(to, at[first], at[i] + automata[i].words(), 0);
                to[list >> 6] |= done;
                return true;
            }
        }
        return alive;
    }

    private boolean accepts(long[] state) {
        int first = 0;
        for (int list = 0; list < listEnds.length; list++) {
            boolean accepted = (state[list >> 6] >>> list & 1) != 0;
            for (int i = first; i < listEnds[list] && !accepted; i++) {
                accepted = automata[i].accepts(state, at[i]);
            }
            if (!accepted) {
                return false;
            }
            first = listEnds[list];
        }
        for (int i = first; i < automata.length; i++) {
            if (automata[i].accepts(state, at[i])) {
                return false;
            }
        }
        return true;
    }

    private static String text(List<Node> nodes, int node, int lastLetter) {
        StringBuilder reversed = new StringBuilder().appendCodePoint(lastLetter);
        for (int i = node; nodes.get(i).parent() >= 0; i = nodes.get(i).parent()) {
            reversed.appendCodePoint(nodes.get(i).letter());
        }
        int[] letters = reversed.codePoints().toArray();
        StringBuilder text = new StringBuilder(reversed.length());
        for (int i = letters.length - 1; i >= 0; i--) {
            text.appendCodePoint(letters[i]);
        }
        return text.toString();
    }
}
