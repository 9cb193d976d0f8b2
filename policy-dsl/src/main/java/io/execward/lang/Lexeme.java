// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.model.CaseFolding;
import java.util.List;
import java.util.Objects;

/**
 * A token on its way to the page, with the comments that belong to it.
 *
 * @param keyword true for a keyword of the language in its place, which is then in small letters
 * @param onNewLine true if the author began a line with it
 * @param blankAbove true if the author left a line blank before it, or between it and the last comment above it
 * @param above the comments on lines of their own before it
 * @param beside the comment behind it on its line; empty if there is none
 */
record Lexeme(String text, boolean keyword, boolean onNewLine, boolean blankAbove, List<OwnLine> above, String beside) {
    /** A comment on a line of its own, from its {@code #} on. */
    record OwnLine(String text, boolean blankAbove) {}

    Lexeme {
        Objects.requireNonNull(text, "text");
        above = List.copyOf(above);
    }

    /** A keyword of the language, whatever its letter case. */
    static Lexeme keyword(String text) {
        return new Lexeme(CaseFolding.fold(text), true, false, false, List.of(), "");
    }

    /** A value, a name or a sign. */
    static Lexeme plain(String text) {
        return new Lexeme(text, false, false, false, List.of(), "");
    }

    /** True for one of these keywords, in the singular or the plural. */
    boolean is(String... singular) {
        if (!keyword) {
            return false;
        }
        for (String one : singular) {
            boolean plural = text.length() == one.length() + 1 && text.endsWith("s") && text.startsWith(one);
            if (plural || text.equals(one)) {
                return true;
            }
        }
        return false;
    }

    /** True for this sign. */
    boolean isSign(char sign) {
        return text.length() == 1 && text.charAt(0) == sign;
    }

    /** True for any sign. */
    boolean isSign() {
        return text.length() == 1 && "{}(),=:|".indexOf(text.charAt(0)) >= 0;
    }

    /** Columns that it takes. */
    int width() {
        return text.codePointCount(0, text.length());
    }
}
