// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON text, strictly: RFC 8259 without extensions (R-READ-01), in UTF-8 with at most one byte-order mark (R-READ-02),
 * without NUL and lone surrogates (R-READ-03), within {@link JsonLimits} (R-READ-04), and no member twice (R-GRAM-07).
 *
 * <p>Every method throws {@link PolicySyntaxException} for a document that is not so. What can be survived, such as a duplicate
 * member, is collected; the first break of the grammar ends the list.
 */
public final class Json {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Json() {}

    /** The one value that the text is. */
    public static JsonValue parse(Source source, JsonLimits limits) {
        Problems problems = new Problems();
        JsonValue value = parse(source, limits, problems);
        problems.throwIfErrors();
        return value;
    }

    /** The one value that the bytes are. */
    public static JsonValue parse(String name, byte[] utf8, JsonLimits limits) {
        return parse(decode(name, utf8, limits), limits);
    }

    /**
     * The one value that the stream holds. At most one byte more than {@link JsonLimits#maxCharacters} is read; the stream is not
     * closed.
     *
     * @throws IOException if reading fails
     */
    public static JsonValue parse(String name, InputStream utf8, JsonLimits limits) throws IOException {
        int most = limits.maxCharacters();
        return parse(name, utf8.readNBytes(most == Integer.MAX_VALUE ? most : most + 1), limits);
    }

    /**
     * The values of a JSON Lines text, one on each line that is not blank; their positions are those in the whole text. The limits
     * hold for each line. Broken lines are all reported, each with its first break.
     */
    public static List<JsonValue> parseLines(Source source, JsonLimits limits) {
        String text = source.text();
        List<JsonValue> values = new ArrayList<>();
        List<Diagnostic> all = new ArrayList<>();
        int start = afterMark(source);
        while (start < text.length() && all.size() < Problems.MOST) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            try {
                if (!isBlank(text, start, end)) {
                    Problems problems = new Problems();
                    values.add(JsonReader.read(source, start, end, limits, problems));
                    problems.throwIfErrors();
                }
            } catch (PolicySyntaxException e) {
                all.addAll(e.diagnostics());
            }
            start = end + 1;
        }
        if (!all.isEmpty()) {
            throw new PolicySyntaxException(all);
        }
        return List.copyOf(values);
    }

    /** The one value that stands in the span, such as the span of a value that was read before. */
    public static JsonValue parse(SourceSpan span, JsonLimits limits) {
        Problems problems = new Problems();
        JsonValue value = JsonReader.read(span.source(), span.start(), span.end(), limits, problems);
        problems.throwIfErrors();
        return value;
    }

    /** The text that the bytes are. A leading byte-order mark stays in it. */
    public static Source decode(String name, byte[] utf8, JsonLimits limits) {
        if (utf8.length > limits.maxCharacters()) {
            throw new Problems().fatal(tooLong(name, limits, "bytes"));
        }
        return Utf8.decode(name, utf8);
    }

    /** As {@link #parse(Source, JsonLimits)}, but what can be survived is left in {@code problems}. */
    static JsonValue parse(Source source, JsonLimits limits, Problems problems) {
        return JsonReader.read(source, afterMark(source), source.text().length(), limits, problems);
    }

    static boolean hasMark(Source source) {
        return !source.text().isEmpty() && source.text().charAt(0) == BYTE_ORDER_MARK;
    }

    private static int afterMark(Source source) {
        return hasMark(source) ? 1 : 0;
    }

    private static boolean isBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t' && c != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Points into an empty text: to show a line of one that is too long would cost what the limit saves. */
    static Diagnostic tooLong(String name, JsonLimits limits, String unit) {
        Source nothing = Source.of(name, "");
        return Diagnostic.error(
                "R-READ-04",
                nothing.span(0, 0),
                "the document has more than " + limits.maxCharacters() + " " + unit,
                "raise the limit if the document can be trusted");
    }
}
