// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A stream of bytes as characters, strictly (R-READ-02). {@link java.io.InputStreamReader} would lose the characters before a
 * malformed byte, and with them its place.
 */
final class Utf8Chars {
    static final int END = -1;
    static final int MALFORMED = -2;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private boolean started;
    private boolean utf16;
    private boolean ended;

    Utf8Chars(InputStream in) {
        this.in = in;
    }

    /**
     * How many characters were put into {@code chars} from the index on, at least one; {@link #END}, or {@link #MALFORMED} if a
     * byte comes next that starts no character.
     *
     * @param from an index with room for at least two behind it
     */
    int read(char[] chars, int from) throws IOException {
        CharBuffer out = CharBuffer.wrap(chars, from, chars.length - from);
        while (true) {
            CoderResult result = decoder.decode(bytes, out, ended);
            int count = out.position() - from;
            if (count > 0) {
                return count;
            }
            if (result.isError()) {
                return MALFORMED;
            }
            if (ended) {
                return END;
            }
            refill();
        }
    }

    private void refill() throws IOException {
        bytes.compact();
        do {
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = count < 0;
            bytes.position(bytes.position() + Math.max(0, count));
        } while (!started && !ended && bytes.position() < 2);
        bytes.flip();
        if (!started) {
            started = true;
            utf16 = Utf8.isUtf16(bytes.array(), bytes.limit());
        }
    }

    /** True if the stream begins as UTF-16 does. */
    boolean isUtf16() {
        return utf16;
    }

    /** The byte that starts no character. */
    int malformedByte() {
        return bytes.get(bytes.position()) & 0xFF;
    }
}
