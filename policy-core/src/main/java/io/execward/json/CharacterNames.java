// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

/** How messages name a character. */
final class CharacterNames {
    private static final String HEX = "0123456789ABCDEF";

    private CharacterNames() {}

    /** The character in backticks if it can be seen, else its number, such as {@code U+00A0}. */
    static String of(int codePoint) {
        boolean visible = switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
        return visible ? "`" + Character.toString(codePoint) + "`" : number(codePoint);
    }

    /** Such as {@code U+2013}. */
    static String number(int codePoint) {
        return "U+" + hex(codePoint, codePoint > 0xFFFF ? 6 : 4);
    }

    static String hex(int value, int digits) {
        StringBuilder out = new StringBuilder(digits);
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.append(HEX.charAt((value >> shift) & 0xF));
        }
        return out.toString();
    }

    /** The author's text for a message: in backticks, and cut if it is long. */
    static String quoted(String text) {
        int most = 80;
        if (text.length() <= most) {
            return "`" + text + "`";
        }
        int cut = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return "`" + text.substring(0, cut) + "...`";
    }
}
