// SPDX-License-Identifier: Apache-2.0
package io.execward.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A compiled wildcard pattern over whole texts, counted in Unicode code points. It holds literal code points, "exactly one" and
 * "any run", each of the wildcards in two forms: over every code point, or over all but the colon (R-RES-04).
 *
 * <p>Cost of a match: without wildcards, or with any number of {@code *} over every code point, linear in pattern plus value
 * (each stretch between stars is searched for once, by Knuth, Morris and Pratt). Otherwise the value is read once, with one
 * machine word of work for every 64 pattern elements. No input makes it backtrack.
 */
public final class Glob {
    /** A builder's elements that are no code points. */
    static final int RUN = -1;

    static final int ONE = -2;
    static final int FIELD_RUN = -3;
    static final int FIELD_ONE = -4;

    private enum Plan {
        LITERAL,
        PREFIX,
        SEGMENTS,
        AUTOMATON
    }

    private final int[] elements;
    private final Plan plan;
    /** The literal text before the first wildcard. */
    private final String prefix;
    /** For {@link Plan#SEGMENTS}: the literal text behind the last star, and the stretches between stars. */
    private final String suffix;

    private final Segment[] segments;
    private final GlobAutomaton automaton;

    private Glob(int[] elements) {
        this.elements = elements;
        int first = firstWildcard(elements);
        this.prefix = new String(elements, 0, first);
        this.plan = plan(elements, first);
        if (plan == Plan.SEGMENTS) {
            int last = elements.length;
            while (elements[last - 1] != RUN) {
                last--;
            }
            this.suffix = new String(elements, last, elements.length - last);
            this.segments = Segment.between(elements, first, last);
        } else {
            this.suffix = "";
            this.segments = Segment.NONE;
        }
        this.automaton = plan == Plan.AUTOMATON ? new GlobAutomaton(elements) : GlobAutomaton.NOTHING;
    }

    /** {@code *} and {@code ?} over every code point; all else literal (R-COND-22). */
    public static Glob of(String pattern) {
        return new Builder().wildcards(pattern, false).build();
    }

    private static int firstWildcard(int[] elements) {
        int i = 0;
        while (i < elements.length && elements[i] >= 0) {
            i++;
        }
        return i;
    }

    private static Plan plan(int[] elements, int first) {
        if (first == elements.length) {
            return Plan.LITERAL;
        }
        if (first == elements.length - 1 && elements[first] == RUN) {
            return Plan.PREFIX;
        }
        for (int i = first; i < elements.length; i++) {
            if (elements[i] < RUN) {
                return Plan.AUTOMATON;
            }
        }
        return Plan.SEGMENTS;
    }

    /** True if the pattern accepts the whole value. */
    public boolean matches(String value) {
        return matches(value, 0, value.length());
    }

    /** True if the pattern accepts this part of the value as a whole. */
    public boolean matches(String value, int from, int to) {
        if (to - from < prefix.length() || !value.startsWith(prefix, from)) {
            return false;
        }
        return switch (plan) {
            case LITERAL -> to - from == prefix.length();
            case PREFIX -> true;
            case SEGMENTS -> matchesSegments(value, from + prefix.length(), to - suffix.length());
            case AUTOMATON -> automaton.matches(value, from, to);
        };
    }

    private boolean matchesSegments(String value, int from, int to) {
        if (from > to || !value.startsWith(suffix, to)) {
            return false;
        }
        int at = from;
        for (Segment segment : segments) {
            at = segment.endOfFirst(value, at, to);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    /** True if there is no wildcard, so that exactly one text matches. */
    public boolean isLiteral() {
        return plan == Plan.LITERAL;
    }

    /** True if every text matches. */
    public boolean isEverything() {
        return plan == Plan.PREFIX && prefix.isEmpty();
    }

    /** What every matching text begins with. */
    public String prefix() {
        return prefix;
    }

    /**
     * True only if every text that the other accepts is surely accepted here: its wildcards are read as letters that only wildcards as
     * wide take. Linear, and false does not say the opposite.
     */
    public boolean covers(Glob other) {
        return isEverything() || GlobRelation.covers(elements, other.elements);
    }

    /** True if some text is accepted by both. */
    public boolean meets(Glob other) {
        int common = Math.min(prefix.length(), other.prefix.length());
        return prefix.regionMatches(0, other.prefix, 0, common)
                && ((plan == Plan.PREFIX && other.plan == Plan.PREFIX) || GlobRelation.meet(elements, other.elements));
    }

    /**
     * A text of this shape: literal code points as they are, with a text for each wildcard.
     *
     * @param filling the text for a run, or for exactly one code point if {@code single}; told what stands before it
     */
    public String fill(Filling filling) {
        StringBuilder text = new StringBuilder();
        for (int element : elements) {
            if (element >= 0) {
                text.appendCodePoint(element);
            } else {
                text.append(filling.text(text, element == ONE || element == FIELD_ONE));
            }
        }
        return text.toString();
    }

    /** What to put for a wildcard. */
    public interface Filling {
        String text(CharSequence before, boolean single);
    }

    /** The code points of this kind that stand for themselves, in order. */
    public int[] find(IntPredicate kind) {
        return Arrays.stream(elements).filter(e -> e >= 0 && kind.test(e)).toArray();
    }

    /** The stretches between the code points that {@link #find} finds: one more than those. */
    public List<Glob> split(IntPredicate kind) {
        List<Glob> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= elements.length; i++) {
            if (i == elements.length || (elements[i] >= 0 && kind.test(elements[i]))) {
                parts.add(new Glob(Arrays.copyOfRange(elements, start, i)));
                start = i + 1;
            }
        }
        return parts;
    }

    /** Equal patterns accept the same texts. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Glob that && Arrays.equals(elements, that.elements);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(elements);
    }

    /** For messages: the wildcards as they are written in policies. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int element : elements) {
            switch (element) {
                case RUN, FIELD_RUN -> text.append('*');
                case ONE, FIELD_ONE -> text.append('?');
                default -> text.appendCodePoint(element);
            }
        }
        return text.toString();
    }

    /** The pattern as an automaton that reads one code point at a time. */
    public GlobAutomaton automaton() {
        return plan == Plan.AUTOMATON ? automaton : new GlobAutomaton(elements);
    }

    /** A stretch of literal text between two stars, with the table of its borders (Knuth, Morris, Pratt). */
    private static final class Segment {
        static final Segment[] NONE = {};

        private final String text;
        private final int[] borders;

        Segment(String text, int[] borders) {
            this.text = text;
            this.borders = borders;
        }

        static Segment[] between(int[] elements, int first, int last) {
            int count = 0;
            for (int i = first + 1; i < last; i++) {
                count += elements[i] == RUN ? 1 : 0;
            }
            Segment[] segments = new Segment[count];
            int start = first + 1;
            int next = 0;
            for (int i = start; i < last; i++) {
                if (elements[i] == RUN) {
                    segments[next++] = of(new String(elements, start, i - start));
                    start = i + 1;
                }
            }
            return segments;
        }

        private static Segment of(String text) {
            int[] borders = new int[text.length()];
            int length = 0;
            for (int i = 1; i < text.length(); i++) {
                while (length > 0 && text.charAt(i) != text.charAt(length)) {
                    length = borders[length - 1];
                }
                if (text.charAt(i) == text.charAt(length)) {
                    length++;
                }
                borders[i] = length;
            }
            return new Segment(text, borders);
        }

        /** Where the first occurrence within the range ends, or -1. */
        int endOfFirst(String value, int from, int to) {
            int length = 0;
            for (int i = from; i < to; i++) {
                char c = value.charAt(i);
                while (length > 0 && c != text.charAt(length)) {
                    length = borders[length - 1];
                }
                if (c == text.charAt(length)) {
                    length++;
                    if (length == text.length()) {
                        return i + 1;
                    }
                }
            }
            return -1;
        }
    }

    /** Collects a pattern from stretches with and without wildcards. */
    public static final class Builder {
        private int[] elements = new int[32];
        private int size;

        /**
         * Text in which {@code *} and {@code ?} are wildcards.
         *
         * @param inField true if the wildcards stop at colons
         */
        public Builder wildcards(String text, boolean inField) {
            for (int i = 0; i < text.length(); ) {
                int c = text.codePointAt(i);
                i += Character.charCount(c);
                if (c == '*') {
                    run(!inField);
                } else if (c == '?') {
                    one(!inField);
                } else {
                    add(c);
                }
            }
            return this;
        }

        /** Text that stands for itself. */
        public Builder literal(String text) {
            for (int i = 0; i < text.length(); ) {
                int c = text.codePointAt(i);
                i += Character.charCount(c);
                add(c);
            }
            return this;
        }

        /** One code point that stands for itself. */
        public Builder codePoint(int c) {
            return add(c);
        }

        /** Any run of code points, also none. */
        public Builder run(boolean overColons) {
            int last = size == 0 ? 0 : elements[size - 1];
            if (last == RUN || (last == FIELD_RUN && !overColons)) {
                return this;
            }
            if (last == FIELD_RUN) {
                size--;
            }
            return add(overColons ? RUN : FIELD_RUN);
        }

        /** Exactly one code point. */
        public Builder one(boolean overColons) {
            return add(overColons ? ONE : FIELD_ONE);
        }

        private Builder add(int element) {
            if (size == elements.length) {
                elements = Arrays.copyOf(elements, size * 2);
            }
            elements[size++] = element;
            return this;
        }

        public Glob build() {
            return new Glob(Arrays.copyOf(elements, size));
        }
    }
}
