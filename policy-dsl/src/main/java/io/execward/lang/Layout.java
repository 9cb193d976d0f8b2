// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.lang.Lexeme.OwnLine;
import java.util.ArrayList;
import java.util.List;

/**
 * The one layout of a file. A sentence stands on one line if it fits and has two clauses at most; otherwise each clause has a line, a
 * clause that is too long a line for each part, and a part that is too long a line for each item of its lists. A comment ends its
 * line. Rows of a table stand in columns. One blank line stays where the author left any, and stands around every block.
 */
final class Layout {
    private static final int WIDTH = 100;
    private static final int STEP = 2;
    private static final int MOST_CLAUSES = 2;

    private final List<Lexeme> words;
    private final Break[] breaks;
    private final int[] padding;
    private final int[] ends;
    private final StringBuilder out = new StringBuilder();
    private int lineStart;

    private Layout(List<Lexeme> words) {
        this.words = words;
        this.breaks = Breaks.of(words);
        this.padding = Table.padding(words, breaks);
        this.ends = new int[words.size() + 1];
        for (int i = 0; i < words.size(); i++) {
            ends[i + 1] = ends[i] + (isSpaced(i) ? 1 : 0) + words.get(i).width();
        }
    }

    /** The text; empty, or ends with a line break. */
    static String print(Lexemes lexemes) {
        Layout layout = new Layout(lexemes.words());
        layout.sentences();
        layout.comments(lexemes.end(), 0, true);
        return layout.out.toString();
    }

    private void sentences() {
        boolean inBlock = false;
        boolean blockBefore = false;
        for (int from = 0; from < words.size(); ) {
            int to = sentenceEnd(from);
            boolean opensBlock = !inBlock && words.get(to - 1).isSign('{');
            boolean closesBlock = inBlock && words.get(from).isSign('}');
            boolean apart = !inBlock && (opensBlock || blockBefore);
            sentence(from, to, indent(from, inBlock, closesBlock), apart, closesBlock);
            blockBefore = closesBlock;
            inBlock = (inBlock || opensBlock) && !closesBlock;
            from = to;
        }
    }

    private int sentenceEnd(int from) {
        int to = from + 1;
        while (to < words.size() && breaks[to] != Break.SENTENCE && breaks[to] != Break.ROW) {
            to++;
        }
        return to;
    }

    private int indent(int from, boolean inBlock, boolean closesBlock) {
        return !inBlock || closesBlock ? 0 : breaks[from] == Break.ROW ? STEP + STEP : STEP;
    }

    private void sentence(int from, int to, int indent, boolean apart, boolean closesBlock) {
        Lexeme first = words.get(from);
        boolean blank = first.above().isEmpty()
                ? first.blankAbove() && !closesBlock
                : first.above().get(0).blankAbove();
        if (!out.isEmpty() && (apart || (blank && !isBlockStart()))) {
            out.append('\n');
        }
        comments(first.above(), closesBlock ? STEP : indent, false);
        if (!first.above().isEmpty() && first.blankAbove() && !closesBlock) {
            out.append('\n');
        }
        begin(indent);
        if (breaks[from] == Break.ROW) {
            words(from, to, indent + STEP);
        } else {
            piece(from, to, indent, indent + STEP, Break.CLAUSE);
        }
        out.append('\n');
    }

    private boolean isBlockStart() {
        return out.length() >= 2 && out.charAt(out.length() - 2) == '{';
    }

    /**
     * What begins on this line, broken where it has to be at breaks of this strength, then at weaker ones.
     *
     * @param inner where a line begins that it is broken into
     */
    private void piece(int from, int to, int indent, int inner, Break strength) {
        if (strength == Break.SPACE || fits(from, to, strength)) {
            words(from, to, inner);
            return;
        }
        List<Integer> starts = starts(from, to, strength);
        if (starts.isEmpty()) {
            piece(from, to, indent, inner, weaker(strength));
            return;
        }
        piece(from, starts.get(0), indent, inner + STEP, weaker(strength));
        for (int i = 0; i < starts.size(); i++) {
            int start = starts.get(i);
            int end = i + 1 < starts.size() ? starts.get(i + 1) : to;
            int at = breaks[start] == Break.CLOSE ? indent : inner;
            out.append('\n');
            comments(words.get(start).above(), inner, false);
            begin(at);
            piece(start, end, at, inner + STEP, weaker(strength));
        }
    }

    private static Break weaker(Break strength) {
        return switch (strength) {
            case SENTENCE, ROW, CLAUSE -> Break.PART;
            case PART -> Break.ITEM;
            case ITEM, CLOSE, SPACE -> Break.SPACE;
        };
    }

    private List<Integer> starts(int from, int to, Break strength) {
        List<Integer> starts = new ArrayList<>();
        for (int i = from + 1; i < to; i++) {
            if (breaks[i] == strength || (strength == Break.ITEM && breaks[i] == Break.CLOSE)) {
                starts.add(i);
            }
        }
        return starts;
    }

    private boolean fits(int from, int to, Break strength) {
        if (strength == Break.CLAUSE && starts(from, to, strength).size() > MOST_CLAUSES) {
            return false;
        }
        for (int i = from; i < to; i++) {
            boolean ends = i < to - 1 && !words.get(i).beside().isEmpty();
            if (ends || (i > from && !words.get(i).above().isEmpty())) {
                return false;
            }
        }
        int width = ends[to] - ends[from] - (isSpaced(from) ? 1 : 0);
        return out.length() - lineStart + width <= WIDTH;
    }

    /** One after the other; behind a comment on a new line. */
    private void words(int from, int to, int hanging) {
        for (int i = from; i < to; i++) {
            Lexeme word = words.get(i);
            if (i > from) {
                if (!word.above().isEmpty() || !words.get(i - 1).beside().isEmpty()) {
                    out.append('\n');
                    comments(word.above(), hanging, false);
                    begin(hanging);
                } else {
                    out.append(" ".repeat(padding[i])).append(isSpaced(i) ? " " : "");
                }
            }
            out.append(word.text());
            if (!word.beside().isEmpty()) {
                out.append("  ").append(word.beside());
            }
        }
    }

    private void comments(List<OwnLine> comments, int indent, boolean atEnd) {
        for (int i = 0; i < comments.size(); i++) {
            OwnLine comment = comments.get(i);
            if (comment.blankAbove() && !out.isEmpty() && (i > 0 || atEnd)) {
                out.append('\n');
            }
            begin(indent);
            out.append(comment.text()).append('\n');
        }
    }

    private void begin(int indent) {
        lineStart = out.length();
        out.append(" ".repeat(indent));
    }

    private boolean isSpaced(int i) {
        if (i == 0) {
            return false;
        }
        Lexeme word = words.get(i);
        Lexeme before = words.get(i - 1);
        boolean closes = word.isSign(',') || word.isSign(')') || (word.isSign(':') && !before.isSign('|'));
        boolean empty = before.isSign('{') && word.isSign('}');
        return !closes && !empty && !before.isSign('(');
    }
}
