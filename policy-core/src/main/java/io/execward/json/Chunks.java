// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A cursor in a stream of text that knows its line and column, and steps over whole JSON values without judging them: it only looks
 * at quotes, escapes and brackets. What was stepped over last is held, so that {@link JsonReader} can judge it.
 */
final class Chunks {
    private static final int BUFFER = 1 << 16;
    /** So much of the line before a value is kept for messages. */
    private static final int LEAD = 200;

    private final String name;
    private final Utf8Chars in;
    private final JsonLimits limits;

    private char[] buffer = new char[BUFFER];
    private int at;
    private int end;
    private boolean ended;

    private int line = 1;
    /** Index in the buffer; negative once the start of the line has left it. A long, for a line may be longer than 2 GB. */
    private long lineStart;
    /** Code points are counted as units less these. */
    private long lowSurrogates;

    /** Start of the value that is being stepped over, and of the text that is shown with it; -1 if there is none. */
    private int mark = -1;

    private int lead;
    private Source.Position leadPosition = new Source.Position(1, 1);

    Chunks(String name, InputStream utf8, JsonLimits limits) {
        this.name = name;
        this.in = new Utf8Chars(utf8);
        this.limits = limits;
    }

    void skipMark() throws IOException {
        if (peek() == '\uFEFF') {
            at++;
        }
    }

    /** The next character that is not white space, which is not stepped over; -1 at the end. */
    int skipSpace() throws IOException {
        while (at < end || fill()) {
            char c = buffer[at];
            if (c == '\n' || c == '\r') {
                at++;
                lineBreak(c);
            } else if (c == ' ' || c == '\t') {
                at++;
            } else {
                return c;
            }
        }
        return -1;
    }

    /** The next character, which is not stepped over; -1 at the end. */
    int peek() throws IOException {
        return at < end || fill() ? buffer[at] : -1;
    }

    void step() {
        at++;
    }

    /** The next {@code width} characters, with the line before them. */
    SourceSpan here(int width) throws IOException {
        peek();
        int from = showable(at);
        int to = Math.min(end, at + width);
        int shown = to;
        while (shown < Math.min(end, to + LEAD) && buffer[shown] != '\n' && buffer[shown] != '\r') {
            shown++;
        }
        Source part = JsonStream.part(name, buffer, from, shown, position(from));
        return part.span(at - from, to - from);
    }

    /**
     * Steps over the value that begins here.
     *
     * @param hold true if {@link #passed} will be asked for it
     * @return false if the document ends, or a line ends inside a string, before the value does
     */
    boolean passValue(boolean hold) throws IOException {
        if (hold) {
            mark = at;
            lead = showable(at);
            leadPosition = position(lead);
        }
        char c = buffer[at];
        if (c == '"') {
            at++;
            return passString();
        }
        return (c == '{' || c == '[') ? passNested() : passWord();
    }

    /** The value that was stepped over last. */
    JsonValue passed(Problems problems) {
        int from = mark - lead;
        Source part = JsonStream.part(name, buffer, lead, at, leadPosition);
        mark = -1;
        return JsonReader.read(part, from, part.text().length(), limits, problems);
    }

    private boolean passNested() throws IOException {
        int depth = 0;
        while (at < end || fill()) {
            char c = buffer[at++];
            switch (c) {
                case '"' -> {
                    if (!passString()) {
                        return false;
                    }
                }
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    if (--depth == 0) {
                        return true;
                    }
                }
                case '\n', '\r' -> lineBreak(c);
                default -> countSurrogate(c);
            }
        }
        return false;
    }

    /** Behind the opening quote. */
    private boolean passString() throws IOException {
        while (at < end || fill()) {
            char c = buffer[at];
            if (c == '\n' || c == '\r') {
                return false;
            }
            at++;
            if (c == '"') {
                return true;
            }
            if (c == '\\') {
                if (at == end && !fill()) {
                    return false;
                }
                if (buffer[at] != '\n' && buffer[at] != '\r') {
                    countSurrogate(buffer[at++]);
                }
            } else {
                countSurrogate(c);
            }
        }
        return false;
    }

    /** A number, a word, or what else stands here up to the next separator: at least one character. */
    private boolean passWord() throws IOException {
        do {
            countSurrogate(buffer[at++]);
        } while ((at < end || fill()) && " \t\r\n,:]}[{\"".indexOf(buffer[at]) < 0);
        return true;
    }

    private void countSurrogate(char c) {
        if (c >= Character.MIN_LOW_SURROGATE && c <= Character.MAX_LOW_SURROGATE) {
            lowSurrogates++;
        }
    }

    /** Behind a line break character; a line feed behind a carriage return ends no further line. */
    private void lineBreak(char c) {
        if (c == '\r' || at < 2 || buffer[at - 2] != '\r') {
            line++;
        }
        lineStart = at;
        lowSurrogates = 0;
    }

    /** The start of the line if it is near enough, else the place itself. */
    private int showable(int place) {
        return place - lineStart <= LEAD && lineStart >= 0 ? (int) lineStart : place;
    }

    /** Of a place that is the start of the line or where the cursor stands. */
    private Source.Position position(int place) {
        long column = place == lineStart ? 1 : place - lineStart - lowSurrogates + 1;
        return new Source.Position(line, (int) Math.min(column, Integer.MAX_VALUE));
    }

    /** Reads on; false at the end. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (mark >= 0 && end - mark > limits.maxCharacters()) {
            throw refused(
                    "R-READ-04",
                    mark,
                    lead,
                    leadPosition,
                    "a value of the document has more than " + limits.maxCharacters() + " characters",
                    "raise the limit if the document can be trusted");
        }
        makeRoom();
        int count = in.read(buffer, end);
        if (count == Utf8Chars.MALFORMED || in.isUtf16()) {
            int from = showable(at);
            String message = in.isUtf16()
                    ? "the document is UTF-16, not UTF-8"
                    : "the document is not UTF-8: byte 0x" + CharacterNames.hex(in.malformedByte(), 2)
                            + " starts no character";
            throw refused("R-READ-02", at, from, position(from), message, "save the document as UTF-8");
        }
        if (count == Utf8Chars.END) {
            ended = true;
            return false;
        }
        end += count;
        return true;
    }

    private void makeRoom() {
        int keep = Math.max(0, mark >= 0 ? Math.min(lead, at - LEAD - 1) : at - LEAD - 1);
        if (keep > 0) {
            System.arraycopy(buffer, keep, buffer, 0, end - keep);
            at -= keep;
            end -= keep;
            lineStart -= keep;
            if (mark >= 0) {
                mark -= keep;
                lead -= keep;
            }
        }
        if (buffer.length - end < 2) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
    }

    private PolicySyntaxException refused(
            String rule, int place, int from, Source.Position position, String message, String help) {
        int to = Math.min(end, place + 1);
        Source part = JsonStream.part(name, buffer, from, to, position);
        return new Problems().fatal(Diagnostic.error(rule, part.span(place - from, to - from), message, help));
    }
}
