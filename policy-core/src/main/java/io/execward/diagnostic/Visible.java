// SPDX-License-Identifier: Apache-2.0
package io.execward.diagnostic;

/** Text that is safe to print: what an attacker may have written into a policy must not steer a terminal or forge a line. */
public final class Visible {
    private static final int REPLACEMENT = 0xFFFD;

    private Visible() {}

    /** The text with control and formatting characters replaced; line feeds and tabs stay. */
    public static String text(String text) {
        return replaced(text, true);
    }

    /** The text on one line: as {@link #text}, with line feeds replaced too. */
    public static String line(String text) {
        return replaced(text, false);
    }

    private static String replaced(String text, boolean keepsLines) {
        if (text.codePoints().noneMatch(c -> isUnsafe(c, keepsLines))) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(isUnsafe(c, keepsLines) ? REPLACEMENT : c));
        return out.toString();
    }

    private static boolean isUnsafe(int c, boolean keepsLines) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.CONTROL -> c != '\t' && !(keepsLines && c == '\n');
            default -> false;
        };
    }
}
