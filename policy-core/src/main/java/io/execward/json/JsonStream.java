// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents that are too large for one tree: an object, of which the items of its lists come one by one, or JSON Lines. Each
 * value is a tree with a source of its own, whose lines and columns are those of the whole document; nothing of it is kept.
 *
 * <p>The limits hold for each value (R-READ-04), not for the document. Values with problems are not handed out; all of them are
 * reported at the end. The first break of the grammar ends the reading.
 */
public final class JsonStream {
    private static final String RULE = "R-READ-01";

    private final JsonLimits limits;
    private final Chunks text;
    private final List<Diagnostic> all = new ArrayList<>();

    private JsonStream(String name, InputStream utf8, JsonLimits limits) {
        this.limits = limits;
        this.text = new Chunks(name, utf8, limits);
    }

    /** Takes the pieces of an object, in document order. */
    public interface Pieces {
        /**
         * A list begins.
         *
         * @param name the member whose value it is
         * @param place the name as written
         * @return true if its items are wanted; if not, they are stepped over without looking inside
         */
        boolean list(String name, SourceSpan place);

        /** An item of the list that began last. */
        void item(String list, JsonValue item);

        /** A member whose value is not a list. */
        void member(String name, JsonValue value);
    }

    /**
     * Reads a document that is an object. The stream is read to its end and not closed.
     *
     * @return false if the document is a list; then nothing of it was read
     * @throws PolicySyntaxException if the document is broken, after the pieces before the break were handed out
     * @throws IOException if reading fails
     */
    public static boolean readObject(String name, InputStream utf8, JsonLimits limits, Pieces pieces)
            throws IOException {
        return new JsonStream(name, utf8, limits).object(pieces);
    }

    /**
     * Reads values that stand one behind the other with white space between, as in JSON Lines. The stream is read to its end and not
     * closed.
     *
     * @throws PolicySyntaxException if the document is broken, after the values before the break were handed out
     * @throws IOException if reading fails
     */
    public static void readValues(String name, InputStream utf8, JsonLimits limits, Consumer<JsonValue> values)
            throws IOException {
        new JsonStream(name, utf8, limits).values(values);
    }

    private void values(Consumer<JsonValue> values) throws IOException {
        text.skipMark();
        for (int c = text.skipSpace(); c >= 0; c = text.skipSpace()) {
            if (c == ',' || c == ':' || c == ']' || c == '}') {
                throw unexpected(c, "write one JSON value on each line");
            }
            value().ifPresent(values);
        }
        throwIfErrors();
    }

    private boolean object(Pieces pieces) throws IOException {
        text.skipMark();
        int c = text.skipSpace();
        if (c == '[') {
            return false;
        }
        if (c < 0) {
            throw fatal(Diagnostic.error(
                    RULE, text.here(0), "the document is empty", "write a JSON value; the document may have been cut"));
        }
        if (c != '{') {
            throw unexpected(c, "write a JSON object");
        }
        SourceSpan open = text.here(1);
        text.step();
        members(pieces, open);
        c = text.skipSpace();
        if (c >= 0) {
            throw fatal(Diagnostic.error(
                    RULE,
                    text.here(1),
                    "there is text behind the end of the document",
                    "remove it: a document is one JSON value"));
        }
        throwIfErrors();
        return true;
    }

    private void members(Pieces pieces, SourceSpan open) throws IOException {
        Map<String, SourceSpan> names = new HashMap<>();
        int c = text.skipSpace();
        while (c != '}') {
            if (!names.isEmpty()) {
                c = separated(c, '}', open);
            }
            member(c, names, pieces, open);
            c = text.skipSpace();
        }
        text.step();
    }

    private void member(int c, Map<String, SourceSpan> names, Pieces pieces, SourceSpan open) throws IOException {
        if (c != '"') {
            throw c < 0 ? endsInside(open, '}') : unexpected(c, "write a member name in double quotes, or `}`");
        }
        Optional<JsonValue> written = value();
        int colon = text.skipSpace();
        if (colon != ':') {
            throw colon < 0 ? endsInside(open, '}') : unexpected(colon, "write `:` between a name and its value");
        }
        text.step();
        int first = text.skipSpace();
        if (first < 0) {
            throw endsInside(open, '}');
        }
        String name = written.map(each -> each instanceof JsonString string ? string.value() : "")
                .orElse("");
        SourceSpan place = written.map(JsonValue::span).orElse(open);
        @Nullable SourceSpan earlier = names.putIfAbsent(name, place);
        if (names.size() > limits.maxValues()) {
            throw fatal(Diagnostic.error(
                    "R-READ-04",
                    place,
                    "the document has more than " + limits.maxValues() + " members",
                    "raise the limit if the document can be trusted"));
        }
        if (earlier != null && written.isPresent()) {
            add(JsonReader.duplicate(name, place, earlier));
        }
        boolean usable = earlier == null && written.isPresent();
        if (first == '[') {
            items(name, usable && pieces.list(name, place), pieces);
        } else {
            Optional<JsonValue> value = value();
            if (usable) {
                value.ifPresent(each -> pieces.member(name, each));
            }
        }
    }

    private void items(String name, boolean wanted, Pieces pieces) throws IOException {
        SourceSpan open = text.here(1);
        text.step();
        int c = text.skipSpace();
        boolean first = true;
        while (c != ']') {
            if (!first) {
                c = separated(c, ']', open);
            }
            if (c < 0) {
                throw endsInside(open, ']');
            }
            if (c == ',' || c == ':' || c == '}') {
                throw unexpected(c, "write a JSON value here, or `]`");
            }
            if (wanted) {
                value().ifPresent(item -> pieces.item(name, item));
            } else if (!text.passValue(false)) {
                int stop = text.peek();
                throw stop < 0 ? endsInside(open, ']') : unexpected(stop, "close the string on its line");
            }
            first = false;
            c = text.skipSpace();
        }
        text.step();
    }

    /** What stands behind a comma. */
    private int separated(int c, char close, SourceSpan open) throws IOException {
        if (c != ',') {
            throw c < 0 ? endsInside(open, close) : unexpected(c, "write `,`, or `" + close + "`");
        }
        SourceSpan comma = text.here(1);
        text.step();
        int next = text.skipSpace();
        if (next == close) {
            throw fatal(Diagnostic.error(
                    RULE,
                    comma,
                    "there is a comma behind the last " + (close == ']' ? "item" : "member"),
                    "remove the comma"));
        }
        return next;
    }

    /** The value that begins here; empty if it has problems, which are then noted. */
    private Optional<JsonValue> value() throws IOException {
        boolean whole = text.passValue(true);
        Problems problems = new Problems();
        JsonValue value;
        try {
            value = text.passed(problems);
        } catch (PolicySyntaxException e) {
            all.addAll(e.diagnostics());
            throw exception();
        }
        if (!whole) {
            throw unexpected(Math.max(text.peek(), 0), "close the value");
        }
        if (!problems.hasErrors()) {
            return Optional.of(value);
        }
        try {
            problems.throwIfErrors();
        } catch (PolicySyntaxException e) {
            e.diagnostics().forEach(this::add);
        }
        return Optional.empty();
    }

    private void add(Diagnostic problem) {
        all.add(problem);
        if (all.size() >= Problems.MOST) {
            throw exception();
        }
    }

    private PolicySyntaxException unexpected(int c, String help) throws IOException {
        String message = c == 0 ? "the document holds the character NUL" : CharacterNames.of(c) + " cannot stand here";
        return fatal(Diagnostic.error(c == 0 ? "R-READ-03" : RULE, text.here(1), message, help));
    }

    private PolicySyntaxException endsInside(SourceSpan open, char close) throws IOException {
        return fatal(Diagnostic.error(
                        RULE,
                        text.here(0),
                        "the document ends inside " + (close == ']' ? "a list" : "an object"),
                        "write the missing `" + close + "`; the document may have been cut")
                .withRelated(open, "opened here"));
    }

    private PolicySyntaxException fatal(Diagnostic last) {
        all.add(last);
        return exception();
    }

    private void throwIfErrors() {
        if (!all.isEmpty()) {
            throw exception();
        }
    }

    private PolicySyntaxException exception() {
        return new PolicySyntaxException(all);
    }

    /** A source of its own for a place: of the rest of a long document nothing is kept. */
    static Source part(String name, char[] text, int from, int to, Source.Position start) {
        return Source.part(name, new String(text, from, to - from), start);
    }
}
