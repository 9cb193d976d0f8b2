// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

/** Steps through the inside of a well-formed JSON string as it is written. */
final class Escapes {
    private Escapes() {}

    /** The offset behind {@code count} UTF-16 units of the meant text, which are written from {@code at} on. */
    static int skip(String text, int at, int count) {
        int offset = at;
        for (int i = 0; i < count; i++) {
            offset += width(text, offset);
        }
        return offset;
    }

    private static int width(String text, int offset) {
        if (text.charAt(offset) != '\\') {
            return 1;
        }
        return text.charAt(offset + 1) == 'u' ? 6 : 2;
    }
}
