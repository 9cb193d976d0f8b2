// SPDX-License-Identifier: Apache-2.0
package io.execward.match;

import io.execward.model.Context;
import io.execward.model.PolicyVariables.Literal;
import io.execward.model.PolicyVariables.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A policy value below an ARN operator: six patterns for six fields, so that no wildcard crosses one of the first five colons
 * (R-COND-55). Case-sensitive (R-COND-58).
 */
final class ArnPattern {
    private static final int FIELDS = 6;

    private final Glob[] fields;

    private ArnPattern(Glob[] fields) {
        this.fields = fields;
    }

    /** The pattern in this context; empty if it has fewer than six fields, so that it matches nothing (R-COND-59). */
    static Optional<ArnPattern> of(Template template, Context context) {
        List<Glob.Builder> builders = new ArrayList<>(FIELDS);
        builders.add(new Glob.Builder());
        for (Piece piece : template.pieces()) {
            append(builders, Template.text(piece, context), piece instanceof Literal);
        }
        if (builders.size() < FIELDS) {
            return Optional.empty();
        }
        return Optional.of(
                new ArnPattern(builders.stream().map(Glob.Builder::build).toArray(Glob[]::new)));
    }

    /** Variables are put in first, then the text is split: a variable may stand for a whole ARN, or several fields of one (U-32). */
    private static void append(List<Glob.Builder> fields, String text, boolean wildcards) {
        int at = 0;
        while (true) {
            int colon = fields.size() < FIELDS ? text.indexOf(':', at) : -1;
            String part = text.substring(at, colon < 0 ? text.length() : colon);
            Glob.Builder field = fields.get(fields.size() - 1);
            if (wildcards) {
                field.wildcards(part, false);
            } else {
                field.literal(part);
            }
            if (colon < 0) {
                return;
            }
            fields.add(new Glob.Builder());
            at = colon + 1;
        }
    }

    boolean matches(String value) {
        int at = 0;
        for (int i = 0; i < FIELDS - 1; i++) {
            int colon = value.indexOf(':', at);
            if (colon < 0 || !fields[i].matches(value, at, colon)) {
                return false;
            }
            at = colon + 1;
        }
        return fields[FIELDS - 1].matches(value, at, value.length());
    }

    /** The same pattern over the whole value, its wildcards kept within their fields; for those that look for matching values. */
    static Optional<Glob> whole(Template template, Context context) {
        Glob.Builder glob = new Glob.Builder();
        int colons = 0;
        for (Piece piece : template.pieces()) {
            String text = Template.text(piece, context);
            if (!(piece instanceof Literal)) {
                glob.literal(text);
                colons += (int) text.chars().filter(c -> c == ':').count();
                continue;
            }
            int at = 0;
            for (int colon = text.indexOf(':'); colon >= 0 && colons < FIELDS - 1; colon = text.indexOf(':', at)) {
                glob.wildcards(text.substring(at, colon), true).literal(":");
                colons++;
                at = colon + 1;
            }
            glob.wildcards(text.substring(at), colons < FIELDS - 1);
        }
        return colons < FIELDS - 1 ? Optional.empty() : Optional.of(glob.build());
    }
}
