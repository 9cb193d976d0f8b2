// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.match.Glob;
import io.execward.match.GlobAutomaton;
import io.execward.model.CaseFolding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sorts all texts by what some observers see of them: reads all observers' patterns side by side, shortest texts first, until no new
 * state is met. Every class of texts is met with its shortest member.
 */
final class TextWalk {
    private static final String FRESH_WORD = "other";

    private final Universe universe;
    private final Alphabet alphabet;
    private final Observer[] observers;
    /** What each reads behind the text. */
    private final int[][] after;

    private final int[] at;
    private final int words;
    private final long[][] scratch;
    private final Map<Words, Group> classes = new LinkedHashMap<>();
    /** Of each text that led to a new state, in order. */
    private final List<Group> groups = new ArrayList<>();

    private Optional<Shortfall> shortfall = Optional.empty();

    /**
     * Sees something of a text.
     *
     * @param start where its automaton is before the text is read
     * @param ignoresCase true if it reads the text folded
     * @param after what it reads behind the text
     * @param seesState true if it sees the state that it comes to, false if it sees only whether that accepts
     */
    record Observer(GlobAutomaton automaton, Words start, boolean ignoresCase, String after, boolean seesState) {
        /** Sees whether the pattern accepts the text. */
        static Observer of(Glob pattern, boolean ignoresCase) {
            GlobAutomaton automaton = pattern.automaton();
            return new Observer(automaton, new Words(automaton.start()), ignoresCase, "", false);
        }

        void step(long[] from, long[] to, int offset, int letter) {
            automaton.step(from, to, offset, ignoresCase ? CaseFolding.fold(letter) : letter);
        }
    }

    /** Texts that all observers see alike. */
    static final class Group {
        private final Words seen;
        private String text;
        private Optional<String> fresh = Optional.empty();
        private boolean oneLength = true;
        private int others;

        Group(Words seen, String text) {
            this.seen = seen;
            this.text = text;
        }

        /** A shortest member, or a readable one. */
        String text() {
            return text;
        }

        /** A member with a code point that no pattern names. */
        Optional<String> fresh() {
            return fresh;
        }

        /** False if members without such a code point may differ in length. */
        boolean isOneLength() {
            return oneLength;
        }

        /** True if there is but one member without such a code point. */
        boolean isSingle() {
            return oneLength && others <= 1;
        }

        /** True if this observer, which sees only that, accepts the members. */
        boolean isAccepted(int observer) {
            return seen.bit(observer);
        }
    }

    /** @param fresh true if the code point that no pattern names was read */
    private record Node(Words state, boolean fresh, int letter, int parent, int depth) {}

    private record Key(Words state, boolean fresh) {}

    TextWalk(Universe universe, Alphabet alphabet, List<Observer> observers) {
        this.universe = universe;
        this.alphabet = alphabet;
        this.observers = observers.toArray(Observer[]::new);
        this.at = new int[this.observers.length];
        this.after = new int[at.length][];
        int next = 0;
        for (int i = 0; i < at.length; i++) {
            at[i] = next;
            after[i] = this.observers[i].after().codePoints().toArray();
            next += this.observers[i].automaton().words();
            alphabet.name(this.observers[i].automaton(), this.observers[i].ignoresCase());
        }
        this.words = next;
        this.scratch = new long[2][words];
    }

    /** Set if there may be more classes than were met. */
    Optional<Shortfall> shortfall() {
        return shortfall;
    }

    /** The classes, the shortest texts first. */
    List<Group> classes() {
        return List.copyOf(classes.values());
    }

    /**
     * Walks.
     *
     * @param telling true to tell texts apart that hold a code point which no pattern names, for {@link Group#fresh}
     */
    TextWalk walk(boolean telling, Budget budget) {
        List<Node> nodes = new ArrayList<>();
        Map<Key, Integer> numbers = new HashMap<>();
        BitSet severalLengths = new BitSet();
        // Not among the known states: a letter may lead back to it, and the empty text that it stands for here is no
        // member.
        nodes.add(new Node(new Words(start()), false, -1, -1, 0));
        int[] edgeFrom = new int[16];
        int[] edgeTo = new int[16];
        int edges = 0;
        Stopwatch watch = new Stopwatch(budget);
        for (int i = 0; i < nodes.size(); i++) {
            shortfall = watch.step();
            if (shortfall.isPresent()) {
                return this;
            }
            Node node = nodes.get(i);
            long[] here = node.state().toArray();
            BitSet letters = letters(here);
            for (int c = letters.nextSetBit(0); c >= 0; c = letters.nextSetBit(c + 1)) {
                long[] next = new long[words];
                for (int o = 0; o < observers.length; o++) {
                    observers[o].step(here, next, at[o], c);
                }
                boolean fresh = telling && (node.fresh() || c == alphabet.other());
                Words state = new Words(next);
                Key key = new Key(state, fresh);
                Integer known = numbers.get(key);
                if (known == null) {
                    if (nodes.size() >= budget.states()) {
                        shortfall = Optional.of(new Shortfall(
                                Limit.STATES,
                                "more than " + budget.states() + " states of " + observers.length + " patterns"));
                        return this;
                    }
                    known = nodes.size();
                    numbers.put(key, known);
                    nodes.add(new Node(state, fresh, c, i, node.depth() + 1));
                    if (!meet(next, fresh, nodes, budget)) {
                        return this;
                    }
                }
                if (telling && !fresh) {
                    if (edges == edgeFrom.length) {
                        edgeFrom = Arrays.copyOf(edgeFrom, edges * 2);
                        edgeTo = Arrays.copyOf(edgeTo, edges * 2);
                    }
                    edgeFrom[edges] = i;
                    edgeTo[edges++] = known;
                    if (nodes.get(known).depth() != node.depth() + 1) {
                        severalLengths.set(known);
                    }
                }
            }
        }
        if (telling) {
            spread(severalLengths, edgeFrom, edgeTo, edges);
            judgeLengths(nodes, severalLengths, paths(nodes.size(), edgeFrom, edgeTo, edges));
        }
        return this;
    }

    private long[] start() {
        long[] state = new long[words];
        for (int o = 0; o < observers.length; o++) {
            long[] first = observers[o].start().toArray();
            System.arraycopy(first, 0, state, at[o], first.length);
        }
        return state;
    }

    private BitSet letters(long[] state) {
        BitSet letters = new BitSet();
        for (int o = 0; o < observers.length; o++) {
            Observer observer = observers[o];
            observer.automaton().forEachLetter(state, at[o], letter -> {
                for (int variant : alphabet.variants(letter, observer.ignoresCase())) {
                    letters.set(variant);
                }
            });
        }
        letters.set(':');
        letters.set(alphabet.other());
        return letters;
    }

    /** A new state is there: files its class. False if they are too many. */
    private boolean meet(long[] state, boolean fresh, List<Node> nodes, Budget budget) {
        Words seen = seen(state);
        Group known = classes.get(seen);
        if (known == null) {
            if (classes.size() >= budget.representatives()) {
                shortfall = Optional.of(new Shortfall(
                        Limit.REPRESENTATIVES,
                        "more than " + budget.representatives() + " sets of " + observers.length
                                + " patterns that a text can match"));
                return false;
            }
            known = new Group(seen, text(nodes));
            classes.put(seen, known);
        }
        if (fresh && known.fresh.isEmpty()) {
            known.fresh = Optional.of(text(nodes));
        }
        groups.add(known);
        return true;
    }

    /** What the observers see of the text that led here: a bit for each, then the states of those that see more. */
    private Words seen(long[] state) {
        int bits = (observers.length + 63) >> 6;
        long[] seen = Arrays.copyOf(new long[bits], bits + words);
        for (int o = 0; o < observers.length; o++) {
            Observer observer = observers[o];
            long[] end = state;
            for (int i = 0; i < after[o].length; i++) {
                long[] next = scratch[i & 1];
                Arrays.fill(next, at[o], at[o] + observer.automaton().words(), 0);
                observer.step(end, next, at[o], after[o][i]);
                end = next;
            }
            if (observer.seesState()) {
                System.arraycopy(
                        end, at[o], seen, bits + at[o], observer.automaton().words());
            } else if (observer.automaton().accepts(end, at[o])) {
                seen[o >> 6] |= 1L << o;
            }
        }
        return new Words(seen);
    }

    /** What follows a text of several lengths has several lengths. */
    private static void spread(BitSet marked, int[] from, int[] to, int edges) {
        boolean changed = !marked.isEmpty();
        while (changed) {
            changed = false;
            for (int e = 0; e < edges; e++) {
                if (marked.get(from[e]) && !marked.get(to[e])) {
                    marked.set(to[e]);
                    changed = true;
                }
            }
        }
    }

    /** How many texts lead to each node, counted up to two; right where they are of one length. */
    private static int[] paths(int nodes, int[] from, int[] to, int edges) {
        int[] paths = new int[nodes];
        paths[0] = 1;
        for (int e = 0; e < edges; e++) {
            paths[to[e]] = Math.min(2, paths[to[e]] + paths[from[e]]);
        }
        return paths;
    }

    private void judgeLengths(List<Node> nodes, BitSet severalLengths, int[] paths) {
        Map<Group, Integer> lengths = new HashMap<>();
        for (int i = 1; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            Group known = groups.get(i - 1);
            if (!node.fresh() && known.fresh.isEmpty()) {
                Integer length = lengths.putIfAbsent(known, node.depth());
                known.oneLength &= !severalLengths.get(i) && (length == null || length == node.depth());
                known.others += paths[i];
            }
        }
    }

    /** The text that led to the last node. */
    private static String text(List<Node> nodes) {
        Node node = nodes.get(nodes.size() - 1);
        int[] letters = new int[node.depth()];
        for (int i = letters.length - 1; i >= 0; i--) {
            letters[i] = node.letter();
            node = nodes.get(node.parent());
        }
        return new String(letters, 0, letters.length);
    }

    /** Puts more readable members in the place of those found: these texts, where they are members. */
    TextWalk prefer(List<String> texts) {
        Map<Group, String> better = new HashMap<>();
        for (String text : texts) {
            if (!text.isEmpty() && text.codePoints().allMatch(universe::isLegal)) {
                Group known = classes.get(seen(read(text)));
                if (known != null && better.putIfAbsent(known, text) == null) {
                    known.text = text;
                }
            }
        }
        return this;
    }

    /** Puts readable words in the place of fresh members, with the code point that no pattern names at their end. */
    TextWalk preferFreshWords() {
        String word = FRESH_WORD + Character.toString(alphabet.other());
        for (Group known : classes.values()) {
            known.fresh.ifPresent(fresh -> {
                String longer = fresh + FRESH_WORD;
                for (String candidate : List.of(word, longer)) {
                    if (classes.get(seen(read(candidate))) == known) {
                        known.fresh = Optional.of(candidate);
                        return;
                    }
                }
            });
        }
        return this;
    }

    private long[] read(String text) {
        long[] state = start();
        for (int letter : text.codePoints().toArray()) {
            long[] next = new long[words];
            for (int o = 0; o < observers.length; o++) {
                observers[o].step(state, next, at[o], letter);
            }
            state = next;
        }
        return state;
    }
}
