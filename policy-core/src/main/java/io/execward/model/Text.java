// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.List;
import java.util.Objects;

/** The checks that every text value of the model passes, and the one way letters are folded. */
final class Text {
    private Text() {}

    /**
     * Refuses what no JSON document can carry faithfully: NUL and lone surrogates (R-READ-03).
     *
     * @throws IllegalArgumentException naming {@code what}
     */
    static String wellFormed(String what, String text) {
        Objects.requireNonNull(text, what);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != 0 && c < Character.MIN_SURROGATE) {
                continue;
            }
            if (c == 0) {
                throw new IllegalArgumentException(what + " contains the character NUL (R-READ-03)");
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new IllegalArgumentException(what + " contains half of a surrogate pair (R-READ-03)");
                }
                i++;
            }
        }
        return text;
    }

    static List<String> wellFormed(String what, List<String> texts) {
        List<String> copy = List.copyOf(texts);
        copy.forEach(text -> wellFormed(what, text));
        return copy;
    }

    static boolean isDigits(String text, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
