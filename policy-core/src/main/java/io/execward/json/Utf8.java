// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bytes to text, strictly (R-READ-02): what is not UTF-8 is refused and never guessed at. */
final class Utf8 {
    /** What {@link String} makes of a malformed byte. */
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    static Source decode(String name, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Source source = Source.of(name, text);
        if (isUtf16(bytes, bytes.length)) {
            throw refused(source, 0, "the document is UTF-16, not UTF-8");
        }
        if (text.indexOf(REPLACEMENT) >= 0) {
            checkStrictly(source, bytes);
        }
        return source;
    }

    static boolean isUtf16(byte[] bytes, int length) {
        if (length < 2) {
            return false;
        }
        int first = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return first == 0xFEFF || first == 0xFFFE;
    }

    /** A replacement character may also be meant. Up to the first malformed byte both decoders give the same text. */
    private static void checkStrictly(Source source, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        boolean malformed = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true)
                .isError();
        if (malformed) {
            String value = CharacterNames.hex(bytes[in.position()] & 0xFF, 2);
            throw refused(
                    source,
                    out.position(),
                    "the document is not UTF-8: byte 0x" + value + " at offset " + in.position()
                            + " starts no character");
        }
    }

    private static PolicySyntaxException refused(Source source, int offset, String message) {
        int end = Math.min(offset + 1, source.text().length());
        return new PolicySyntaxException(List.of(
                Diagnostic.error("R-READ-02", source.span(offset, end), message, "save the document as UTF-8")));
    }
}
