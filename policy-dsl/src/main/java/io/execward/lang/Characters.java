// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Source;
import java.util.Locale;

/** Which characters a file may hold: no text must look other than it is, and all of it must survive in a JSON document. */
final class Characters {
    private Characters() {}

    static void check(Source source, Problems problems) {
        String text = source.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7F) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (isRefused(c)) {
                String code = String.format(Locale.ROOT, "%04x", (int) c);
                problems.error(
                        "LANG-004",
                        source.span(i, i + 1),
                        "the character U+" + code.toUpperCase(Locale.ROOT) + " cannot stand in a file",
                        Character.isSurrogate(c) || c == 0
                                ? "remove it"
                                : "remove it, or in a string write `\\u{" + code + "}`");
            }
        }
    }

    private static boolean isRefused(char c) {
        boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
        return control || c == 0x7F || (c >= 0x80 && c < 0xA0) || Character.isSurrogate(c) || Strings.steers(c);
    }
}
