// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import java.util.ArrayList;
import java.util.List;

/** A name or ARN of the reference, cut where something stands for the author's text: {@code ${Name}}, <code>{Name}</code> or {@code <name>}. */
final class Placeholders {
    /** The reference has this word for the tag key of some services (R-CAT-06). */
    private static final String TAG_KEY = "/tag-key";

    /** Literal text, or a placeholder with its signs. */
    record Piece(String text, boolean isLiteral) {}

    private Placeholders() {}

    static List<Piece> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        int lastBrace = text.lastIndexOf('}'); // what is never closed is not looked for again and again
        int lastAngle = text.lastIndexOf('>');
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean opens = c == '<' ? i < lastAngle : i < lastBrace && (c == '{' || text.startsWith("${", i));
            if (opens) {
                int end = text.indexOf(c == '<' ? '>' : '}', i) + 1;
                literal(pieces, text.substring(start, i));
                pieces.add(new Piece(text.substring(i, end), false));
                start = end;
                i = end - 1;
            }
        }
        literal(pieces, text.substring(start));
        return pieces;
    }

    /** As {@link #of}; behind a slash, {@code tag-key} and nothing at all mean any tag too. */
    static List<Piece> ofKey(String name) {
        boolean word = name.endsWith(TAG_KEY);
        if (!word && !name.endsWith("/")) {
            return of(name);
        }
        int slash = name.lastIndexOf('/');
        List<Piece> pieces = of(name.substring(0, slash + 1));
        pieces.add(new Piece(name.substring(slash + 1), false));
        return pieces;
    }

    /** True if a placeholder is opened and not closed. */
    static boolean isBroken(String text) {
        return of(text).stream()
                .anyMatch(piece -> piece.isLiteral() && piece.text().contains("${"));
    }

    private static void literal(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, true));
        }
    }
}
