// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import io.execward.json.JsonObject.Member;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Builds the tree of one document from Jackson's tokens.
 *
 * <p>Jackson judges the grammar and resolves escapes, but gives no end of a name and a garbage object for each position. So a
 * cursor of our own walks the text beside it: behind every token it stands where the token ends, and when Jackson refuses
 * something, {@link SyntaxMistake} looks at the text from there on.
 */
final class JsonReader {
    /** Our limits are tighter and come first. A hash collision in a name is no reason to fail. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonLimits.DEEPEST + 1)
                    .maxDocumentLength(-1)
                    .maxTokenCount(-1)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();

    private final Source source;
    private final int base;
    private final char[] text;
    private final JsonLimits limits;
    private final Problems problems;
    private final JsonParser parser;

    private int at;
    private SyntaxMistake.Expected expected = SyntaxMistake.Expected.VALUE;
    private int open = -1;
    private int depth;
    private int values;
    private boolean suspicious;

    private JsonReader(Source source, int base, char[] text, JsonLimits limits, Problems problems, JsonParser parser) {
        this.source = source;
        this.base = base;
        this.text = text;
        this.limits = limits;
        this.problems = problems;
        this.parser = parser;
    }

    /**
     * The value that stands between two offsets, with nothing but white space around it.
     *
     * @throws PolicySyntaxException if it cannot be read to its end, with what {@code problems} holds; what can be survived is
     *     only added there
     */
    static JsonValue read(Source source, int from, int to, JsonLimits limits, Problems problems) {
        if (to - from > limits.maxCharacters()) {
            throw problems.fatal(Json.tooLong(source.name(), limits, "characters"));
        }
        char[] text = new char[to - from];
        source.text().getChars(from, to, text, 0);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text, 0, text.length)) {
            return new JsonReader(source, from, text, limits, problems, parser).document();
        }
    }

    private JsonValue document() {
        try {
            JsonValue root = value(next());
            seekEnd();
            if (at < text.length) {
                throw problems.fatal(mistakes().textBehind(base + at));
            }
            return root;
        } catch (JacksonException e) {
            throw problems.fatal(mistakes().explain(base + at, expected));
        }
    }

    private SyntaxMistake mistakes() {
        return new SyntaxMistake(source, base + text.length, open < 0 ? -1 : base + open);
    }

    /** The next token, with the cursor at its start. */
    private JsonToken next() {
        @Nullable JsonToken token = parser.nextToken();
        if (token == null) {
            throw problems.fatal(mistakes().explain(base + at, expected));
        }
        char c = text[at];
        while (c <= ' ' || c == ',' || c == ':') {
            c = text[++at];
        }
        return token;
    }

    private void seekEnd() {
        while (at < text.length && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
    }

    private JsonValue value(JsonToken token) {
        expected = SyntaxMistake.Expected.VALUE;
        if (++values > limits.maxValues()) {
            throw limit(at, at + 1, "the document has more than " + limits.maxValues() + " values");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> string();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> new JsonBoolean(source, base + at, base + advance(4), true);
            case VALUE_FALSE -> new JsonBoolean(source, base + at, base + advance(5), false);
            case VALUE_NULL -> new JsonNull(source, base + at, base + advance(4));
            default -> throw new IllegalStateException("token " + token);
        };
    }

    private int advance(int count) {
        at += count;
        return at;
    }

    private JsonValue object() {
        int start = at;
        int outer = enter();
        MemberList members = new MemberList();
        expected = SyntaxMistake.Expected.FIRST_MEMBER;
        while (next() != JsonToken.END_OBJECT) {
            int nameStart = at;
            at = endOfString(nameStart);
            int nameEnd = at;
            String name = parser.currentName();
            boolean reported = isReported(name, nameStart, nameEnd);
            expected = SyntaxMistake.Expected.MEMBER_VALUE;
            JsonValue value = value(next());
            @Nullable Member earlier = members.find(name);
            if (earlier != null && !reported) {
                problems.add(duplicate(name, span(nameStart, nameEnd), earlier.nameSpan()));
            }
            members.add(new Member(name, base + nameStart, base + nameEnd, value, reported || earlier != null));
            expected = SyntaxMistake.Expected.NEXT_MEMBER;
        }
        leave(outer);
        return new JsonObject(source, base + start, base + at, members.all());
    }

    static Diagnostic duplicate(String name, SourceSpan place, SourceSpan earlier) {
        return Diagnostic.error(
                        "R-GRAM-07",
                        place,
                        "the member " + CharacterNames.quoted(name) + " stands twice in one object",
                        "keep one of them; most readers would silently drop one")
                .withRelated(earlier, "first here");
    }

    private JsonValue array() {
        int start = at;
        int outer = enter();
        List<JsonValue> items = new ArrayList<>();
        expected = SyntaxMistake.Expected.FIRST_ITEM;
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            items.add(value(token));
            expected = SyntaxMistake.Expected.NEXT_ITEM;
        }
        leave(outer);
        return new JsonArray(source, base + start, base + at, items);
    }

    private int enter() {
        if (++depth > limits.maxDepth()) {
            throw limit(at, at + 1, "the document nests deeper than " + limits.maxDepth() + " levels");
        }
        int outer = open;
        open = at++;
        return outer;
    }

    private void leave(int outer) {
        depth--;
        open = outer;
        at++;
    }

    private JsonValue string() {
        int start = at;
        int end = endOfString(start);
        String value = parser.getString();
        at = end;
        return new JsonString(source, base + start, base + end, value, isReported(value, start, end));
    }

    private JsonValue number() {
        int start = at;
        while (at < text.length && isNumberPart(text[at])) {
            at++;
        }
        if (at - start > limits.maxNumberLength()) {
            throw limit(start, at, "a number has more than " + limits.maxNumberLength() + " characters");
        }
        return new JsonNumber(source, base + start, base + at);
    }

    private static boolean isNumberPart(char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    }

    /** The offset behind the closing quote. Jackson has not looked at a string value yet, so it may have none. */
    private int endOfString(int start) {
        suspicious = false;
        int i = start + 1;
        while (i < text.length) {
            char c = text[i];
            if (c == '"') {
                return i + 1;
            }
            if (c == '\\') {
                suspicious = true;
                i++;
            } else if (c >= Character.MIN_SURROGATE) {
                suspicious = true;
            }
            i++;
        }
        throw problems.fatal(mistakes().explain(base + start, SyntaxMistake.Expected.VALUE));
    }

    /** Checks the text that the scan before has stepped over; true if there is something wrong with it (R-READ-03). */
    private boolean isReported(String value, int start, int end) {
        if (value.length() > limits.maxStringLength()) {
            throw limit(start, end, "a string has more than " + limits.maxStringLength() + " characters");
        }
        int bad = suspicious ? unusable(value) : -1;
        if (bad < 0) {
            return false;
        }
        int from = Escapes.skip(source.text(), base + start + 1, bad);
        int to = Escapes.skip(source.text(), from, 1);
        problems.error(
                "R-READ-03",
                source.span(from, to),
                value.charAt(bad) == 0 ? "a string holds the character NUL" : "a string holds half of a surrogate pair",
                "remove it: no name in AWS has it");
        return true;
    }

    private static int unusable(String value) {
        for (int i = 0; i < value.length(); i++) {
            int c = value.codePointAt(i);
            if (c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                return i;
            }
            i += Character.charCount(c) - 1;
        }
        return -1;
    }

    private PolicySyntaxException limit(int start, int end, String message) {
        return problems.fatal(Diagnostic.error(
                "R-READ-04", span(start, end), message, "raise the limit if the document can be trusted"));
    }

    private SourceSpan span(int start, int end) {
        return source.span(base + start, base + end);
    }
}
