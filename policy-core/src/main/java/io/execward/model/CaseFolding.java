// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

/**
 * Letter case as IAM ignores it: each code point by itself, no locale, no normalisation, so that {@code ß} and {@code ss}
 * differ while the Kelvin sign and {@code k} do not (edge cases E-C23, E-C31). The same relation as
 * {@link String#equalsIgnoreCase}.
 */
public final class CaseFolding {
    private CaseFolding() {}

    /** The representative of all texts that are equal when case is ignored. Returns {@code text} itself if it is one. */
    public static String fold(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (fold(c) != c) {
                return foldFrom(text, i);
            }
            i += Character.charCount(c);
        }
        return text;
    }

    /** One code point, folded. */
    public static int fold(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= 'A' && codePoint <= 'Z' ? codePoint + ('a' - 'A') : codePoint;
        }
        return Character.toLowerCase(Character.toUpperCase(codePoint));
    }

    private static String foldFrom(String text, int start) {
        StringBuilder folded = new StringBuilder(text.length()).append(text, 0, start);
        for (int i = start; i < text.length(); ) {
            int c = text.codePointAt(i);
            folded.appendCodePoint(fold(c));
            i += Character.charCount(c);
        }
        return folded.toString();
    }
}
