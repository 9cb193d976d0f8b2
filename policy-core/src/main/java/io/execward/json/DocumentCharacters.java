// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.Source;

/** Which characters the text of a policy document may hold: tab, line breaks, and U+0020 to U+00FF (R-GRAM-19). */
final class DocumentCharacters {
    private static final char LAST = '\u00FF';

    private DocumentCharacters() {}

    static void check(Source source, Problems problems) {
        String text = source.text();
        int at = 0;
        if (Json.hasMark(source)) {
            at = 1;
            problems.warning(
                    "R-READ-02",
                    source.span(0, 1),
                    "the document begins with a byte-order mark",
                    "save it without one: AWS counts and may refuse it");
        }
        while (at < text.length()) {
            if (text.charAt(at) <= LAST) {
                at++;
                continue;
            }
            int start = at;
            while (at < text.length() && text.charAt(at) > LAST) {
                at++;
            }
            report(source, start, at, problems);
        }
    }

    private static void report(Source source, int start, int end, Problems problems) {
        int first = source.text().codePointAt(start);
        StringBuilder escape = new StringBuilder();
        JsonText.appendQuoted(escape, Character.toString(first));
        problems.error(
                "R-GRAM-19",
                source.span(start, end),
                CharacterNames.of(first) + " is not a character that IAM accepts in a document",
                "write `" + escape.substring(1, escape.length() - 1) + "`, or use characters up to U+00FF");
    }
}
