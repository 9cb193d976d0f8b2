// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Source;

/** Reads string literals: their escapes, and which characters they may hold. */
final class Strings {
    private Strings() {}

    /** True for characters that turn the direction of writing, so that a reviewer sees another text than there is. */
    static boolean steers(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    /**
     * What the literal between these offsets means; a part that means nothing is reported and left out.
     *
     * @param start of the opening quote
     * @param end behind the closing quote
     */
    static String value(Source source, int start, int end, Problems problems) {
        String text = source.text();
        if (text.indexOf('\\', start) < 0 || text.indexOf('\\', start) >= end) {
            return text.substring(start + 1, end - 1);
        }
        StringBuilder out = new StringBuilder(end - start);
        int i = start + 1;
        while (i < end - 1) {
            char c = text.charAt(i);
            if (c != '\\') {
                out.append(c);
                i++;
                continue;
            }
            int next = escape(source, i, end - 1, out, problems);
            i = next;
        }
        return out.toString();
    }

    /** Reads the escape at {@code at} and returns the offset behind it. */
    private static int escape(Source source, int at, int end, StringBuilder out, Problems problems) {
        String text = source.text();
        char letter = text.charAt(at + 1);
        switch (letter) {
            case '"', '\\' -> out.append(letter);
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'u' -> {
                return codePoint(source, at, end, out, problems);
            }
            default -> {
                int behind = at + 1 + Character.charCount(text.codePointAt(at + 1));
                problems.error(
                        "LANG-003",
                        source.span(at, behind),
                        "`" + text.substring(at, behind) + "` is not an escape",
                        "write `\\\\` for a backslash; there are also `\\\"`, `\\n`, `\\r`, `\\t` and `\\u{…}`");
                return behind;
            }
        }
        return at + 2;
    }

    private static int codePoint(Source source, int at, int end, StringBuilder out, Problems problems) {
        String text = source.text();
        int close = text.indexOf('}', at);
        boolean braces = at + 2 < end && text.charAt(at + 2) == '{' && close >= 0 && close < end;
        int code = braces ? hex(text, at + 3, close) : -1;
        int behind = braces ? close + 1 : at + 2;
        if (code <= 0 || !Character.isValidCodePoint(code) || isSurrogate(code)) {
            problems.error(
                    "LANG-003",
                    source.span(at, behind),
                    "`" + text.substring(at, behind) + "` is not a character",
                    "write the code point in hexadecimal between braces, such as `\\u{e9}`");
        } else {
            out.appendCodePoint(code);
        }
        return behind;
    }

    private static boolean isSurrogate(int code) {
        return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    }

    private static int hex(String text, int from, int to) {
        if (from >= to || to - from > 6) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = 16 * value + digit;
        }
        return value;
    }
}
