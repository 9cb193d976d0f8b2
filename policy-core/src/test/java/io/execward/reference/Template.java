// SPDX-License-Identifier: Apache-2.0
package io.execward.reference;

import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.reference.Glob.Atom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A policy text with its variables (section D), taken apart without help from the model, so that a mistake there shows.
 *
 * @param pieces in order
 */
record Template(List<Piece> pieces) {
    /** What a piece is. */
    enum Kind {
        /** A character as written; {@code *} and {@code ?} may be wildcards. */
        ORDINARY,
        /** A character that an escape stands for, never a wildcard (R-VAR-09). */
        ESCAPED,
        /** A variable (R-VAR-01). */
        VARIABLE
    }

    /** {@code codePoint} counts for characters, {@code key} and {@code fallback} for variables. */
    record Piece(Kind kind, int codePoint, String key, Optional<String> fallback) {
        static Piece character(Kind kind, int codePoint) {
            return new Piece(kind, codePoint, "", Optional.empty());
        }

        boolean isOrdinary(char c) {
            return kind == Kind.ORDINARY && codePoint == c;
        }
    }

    /** R-VAR-02: without {@code hasVariables}, every character is ordinary. */
    static Template of(String text, boolean hasVariables) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            if (hasVariables && text.startsWith("${", i)) {
                int close = text.indexOf('}', i);
                pieces.add(variable(text.substring(i + 2, close)));
                i = close + 1;
            } else {
                int c = text.codePointAt(i);
                pieces.add(Piece.character(Kind.ORDINARY, c));
                i += Character.charCount(c);
            }
        }
        return new Template(pieces);
    }

    private static Piece variable(String inside) {
        if (inside.equals("*") || inside.equals("?") || inside.equals("$")) { // R-VAR-09
            return Piece.character(Kind.ESCAPED, inside.charAt(0));
        }
        int comma = inside.indexOf(',');
        if (comma < 0) {
            return new Piece(Kind.VARIABLE, 0, inside, Optional.empty());
        }
        // R-VAR-08: comma, space, quote, text, quote
        String fallback = inside.substring(comma + 3, inside.length() - 1);
        return new Piece(Kind.VARIABLE, 0, inside.substring(0, comma), Optional.of(fallback));
    }

    /** The fields of an ARN pattern: the text between its first five colons outside variables (R-ARN-01). */
    List<Template> fields() {
        List<Template> fields = new ArrayList<>();
        List<Piece> field = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.isOrdinary(':') && fields.size() < 5) {
                fields.add(new Template(field));
                field = new ArrayList<>();
            } else {
                field.add(piece);
            }
        }
        fields.add(new Template(field));
        return fields;
    }

    /** True if there is a variable or an escape in the text. */
    boolean hasVariable() {
        return pieces.stream().anyMatch(piece -> piece.kind() != Kind.ORDINARY);
    }

    /** True if every variable has a value or a default (R-VAR-05, R-VAR-07). */
    boolean isResolvedBy(Context context) {
        return pieces.stream()
                .allMatch(piece ->
                        piece.kind() != Kind.VARIABLE || valueOf(piece, context).isPresent());
    }

    /** R-VAR-04: a key with several values is no variable; its default is for absent keys only. */
    private static Optional<String> valueOf(Piece variable, Context context) {
        ContextValue said = context.get(ConditionKey.of(variable.key())); // R-VAR-12: in any letter case
        List<String> values = said instanceof ContextValue.Present present ? present.values() : List.of();
        if (values.size() > 1) {
            return Optional.empty();
        }
        boolean isMissing = values.isEmpty() || values.get(0).isEmpty(); // U-19
        return isMissing ? variable.fallback() : Optional.of(values.get(0));
    }

    /** The text with all variables put in and nothing special about any character. */
    String text(Context context) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.kind() == Kind.VARIABLE) {
                text.append(valueOf(piece, context).orElseThrow());
            } else {
                text.appendCodePoint(piece.codePoint());
            }
        }
        return text.toString();
    }

    /** The pattern with all variables put in: what they bring is literal (R-VAR-10), for good (R-VAR-13). */
    List<Atom> atoms(Context context, Atom star, Atom lastStar, Atom questionMark) {
        List<Atom> atoms = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.kind() == Kind.VARIABLE) {
                valueOf(piece, context).orElseThrow().codePoints().forEach(c -> atoms.add(Atom.literal(c)));
            } else if (piece.isOrdinary('*')) {
                atoms.add(i == pieces.size() - 1 ? lastStar : star);
            } else if (piece.isOrdinary('?')) {
                atoms.add(questionMark);
            } else {
                atoms.add(Atom.literal(piece.codePoint()));
            }
        }
        return atoms;
    }

    /** The pattern where a star matches any run and a question mark any character. */
    List<Atom> atoms(Context context) {
        return atoms(context, Atom.RUN, Atom.RUN, Atom.ONE);
    }
}
