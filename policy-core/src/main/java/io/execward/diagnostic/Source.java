// SPDX-License-Identifier: Apache-2.0
package io.execward.diagnostic;

import java.util.Objects;

/**
 * A text that somebody wrote, under the name by which they know it. Equal by identity: two reads of a file are two sources.
 */
public final class Source {
    private final String name;
    private final String text;
    private final Position start;

    private Source(String name, String text, Position start) {
        this.name = Objects.requireNonNull(name, "name");
        this.text = Objects.requireNonNull(text, "text");
        this.start = Objects.requireNonNull(start, "start");
    }

    /**
     * A text under a name.
     *
     * @param name a file name, or what else messages should call the text
     */
    public static Source of(String name, String text) {
        return new Source(name, text, new Position(1, 1));
    }

    /**
     * A part of a text that is too long to be held. Offsets count within the part, lines and columns within the whole.
     *
     * @param start where in the whole the part begins
     */
    public static Source part(String name, String text, Position start) {
        return new Source(name, text, start);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** Where the text begins in the whole that it is a part of; 1:1 for one that is no part. */
    public Position start() {
        return start;
    }

    /**
     * A place as people count: line and column from 1, columns in code points.
     *
     * @param offset UTF-16 code units from 0, at most the length of the text
     */
    public Position position(int offset) {
        int line = start.line();
        int before = start.column() - 1;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
                line++;
                before = 0;
                lineStart = i + 1;
            }
        }
        return new Position(line, before + text.codePointCount(lineStart, offset) + 1);
    }

    /** Code points between the offset and the start of its line, as far as the text holds it: an index into {@link #line}. */
    int indexOnLine(int offset) {
        int lineStart = offset;
        while (lineStart > 0 && !isBreak(text.charAt(lineStart - 1))) {
            lineStart--;
        }
        return text.codePointCount(lineStart, offset);
    }

    /** The line that holds the offset, without its line break. */
    public String line(int offset) {
        int start = offset;
        while (start > 0 && !isBreak(text.charAt(start - 1))) {
            start--;
        }
        int end = offset;
        while (end < text.length() && !isBreak(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** A stretch of the text; offsets as in {@link SourceSpan}. */
    public SourceSpan span(int start, int end) {
        return new SourceSpan(this, start, end);
    }

    /** Line and column, both from 1. */
    public record Position(int line, int column) {
        @Override
        public String toString() {
            return line + ":" + column;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
