// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import io.execward.catalog.Placeholders.Piece;
import io.execward.match.Glob;
import io.execward.model.Arn;

/**
 * The ARN pattern of a resource type (R-CAT-05): a placeholder stands for one or more characters, in the first five fields for no
 * colon, and a star for any run. The region and the account may be empty, for AWS itself owns some resources, such as
 * {@code arn:aws:ssm:us-east-1::document/AWS-StartSSHSession} (R-ARN-02).
 */
final class ArnShape {
    private static final int FIELDS = 6;
    private static final int SERVICE = 2;
    private static final int REGION = 3;
    private static final int RESOURCE = 5;

    private final String service;
    private final Glob whole;
    private final int literalLength;

    private ArnShape(String service, Glob whole, int literalLength) {
        this.service = service;
        this.whole = whole;
        this.literalLength = literalLength;
    }

    /** True if the text has the six fields of an ARN and its placeholders are closed. */
    static boolean isPattern(String text) {
        String[] fields = text.split(":", FIELDS);
        return fields.length == FIELDS
                && fields[0].equals("arn")
                && !fields[RESOURCE].isEmpty()
                && !Placeholders.isBroken(text);
    }

    /** @param pattern as {@link #isPattern} wants it */
    static ArnShape of(String pattern) {
        String[] fields = pattern.split(":", FIELDS);
        Glob.Builder glob = new Glob.Builder();
        int literals = 0;
        for (int i = 0; i < FIELDS; i++) {
            if (i > 0) {
                glob.literal(":");
            }
            for (Piece piece : Placeholders.of(fields[i])) {
                if (piece.isLiteral()) {
                    glob.wildcards(piece.text(), i < RESOURCE);
                    literals += (int) piece.text().chars().filter(c -> c != '*').count();
                } else if (i == REGION || i == REGION + 1) {
                    glob.run(false);
                } else {
                    glob.one(i == RESOURCE).run(i == RESOURCE);
                }
            }
        }
        boolean oneService = Placeholders.of(fields[SERVICE]).stream().allMatch(Piece::isLiteral);
        return new ArnShape(oneService ? fields[SERVICE] : "", glob.build(), literals);
    }

    boolean matches(Arn arn) {
        return (service.isEmpty() || service.equals(arn.service())) && whole.matches(arn.toString());
    }

    /** How many characters stand for themselves: of two patterns that match, the one with more says more (R-CAT-11). */
    int literalLength() {
        return literalLength;
    }
}
