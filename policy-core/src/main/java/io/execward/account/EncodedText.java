// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import io.execward.json.JsonString;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document that a string of another one holds: URL-encoded, as the IAM API returns policies, or as it is (R-EXEC-105). Knows
 * for each place of the inner text where in the outer one it is written.
 */
final class EncodedText {
    private final JsonString string;
    private final StringBuilder text = new StringBuilder();
    /** For each unit of the inner text, and its end, the offset in the string's value. */
    private int[] origins = new int[64];

    private final Source source;

    /** @throws PolicySyntaxException if the text is neither a JSON object nor URL-encoded */
    EncodedText(JsonString string) {
        this.string = string;
        String value = string.value();
        if (value.stripLeading().startsWith("{")) {
            for (int i = 0; i < value.length(); i++) {
                append(value.charAt(i), i);
            }
        } else {
            decode(value);
        }
        origin(text.length(), value.length());
        source = Source.of(string.source().name() + ":" + string.span().position() + " (decoded)", text.toString());
    }

    /** The inner text, under a name that tells where the string stands. */
    Source source() {
        return source;
    }

    /** Where the outer document writes this part of the inner text. */
    SourceSpan outer(SourceSpan inner) {
        return string.span(origins[inner.start()], origins[inner.end()]);
    }

    /** The diagnostic at its place in the outer document, which also tells its place in the inner text. */
    Diagnostic outer(Diagnostic inner) {
        List<Diagnostic.Related> related = new ArrayList<>();
        related.add(new Diagnostic.Related(inner.span(), "in the decoded text"));
        for (Diagnostic.Related each : inner.related()) {
            related.add(new Diagnostic.Related(outer(each.span()), each.note()));
        }
        return new Diagnostic(
                inner.rule(), inner.severity(), outer(inner.span()), inner.message(), inner.help(), related);
    }

    private void append(char c, int origin) {
        origin(text.length(), origin);
        text.append(c);
    }

    private void origin(int index, int origin) {
        if (index >= origins.length) {
            origins = Arrays.copyOf(origins, 2 * origins.length);
        }
        origins[index] = origin;
    }

    /** RFC 3986, as IAM writes it: a plus sign is a plus sign. */
    private void decode(String value) {
        int at = 0;
        while (at < value.length()) {
            if (value.charAt(at) == '%') {
                at = decodeRun(value, at);
            } else {
                append(value.charAt(at), at);
                at++;
            }
        }
    }

    /** Bytes that follow each other make characters together; the offset behind them. */
    private int decodeRun(String value, int start) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = start;
        while (at < value.length() && value.charAt(at) == '%') {
            bytes.write(octet(value, at));
            at += 3;
        }
        @Nullable CharBuffer chars = utf8(bytes.toByteArray());
        if (chars == null) {
            throw refused(start, at, "the URL-encoded bytes are not UTF-8");
        }
        int origin = start;
        int i = 0;
        while (i < chars.length()) {
            int c = Character.codePointAt(chars, i);
            for (int unit = 0; unit < Character.charCount(c); unit++) {
                append(chars.charAt(i + unit), origin);
            }
            i += Character.charCount(c);
            origin += 3 * (c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4);
        }
        return at;
    }

    private static @Nullable CharBuffer utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private int octet(String value, int at) {
        int high = at + 1 < value.length() ? Character.digit(value.charAt(at + 1), 16) : -1;
        int low = at + 2 < value.length() ? Character.digit(value.charAt(at + 2), 16) : -1;
        if (high < 0 || low < 0 || value.charAt(at + 1) > 'f' || value.charAt(at + 2) > 'f') {
            int end = Math.min(value.length(), at + 3);
            throw refused(at, end, "a percent sign is not followed by two hexadecimal digits");
        }
        return 16 * high + low;
    }

    private PolicySyntaxException refused(int from, int to, String message) {
        return new PolicySyntaxException(List.of(Diagnostic.error(
                "R-EXEC-105",
                string.span(from, to),
                message,
                "write the document as an object, or URL-encoded as the IAM API returns it")));
    }
}
