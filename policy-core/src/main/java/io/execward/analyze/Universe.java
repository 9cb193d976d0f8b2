// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.match.Glob;
import io.execward.model.CaseFolding;

/** Which texts a search is about. */
enum Universe {
    /** Actions that a request can name: {@code service:name}, folded to lower case, without wildcards, commas or blanks (R-ACT-06). */
    ACTION,
    /**
     * Complete ARNs (R-ARN-01). A request is on an ARN or on {@code *}, so nothing is lost by leaving other texts out; {@code *} is
     * asked for apart, with {@link Patterns#acceptsStar}.
     */
    ARN,
    /** Any text but the empty one. */
    TEXT;

    private static final Glob SOMETHING = new Glob.Builder().one(true).run(true).build();
    private static final Glob ACTIONS = new Glob.Builder()
            .one(false)
            .run(false)
            .literal(":")
            .one(true)
            .run(true)
            .build();
    private static final Glob ARNS = new Glob.Builder()
            .literal("arn:")
            .one(false)
            .run(false)
            .literal(":")
            .one(false)
            .run(false)
            .literal(":")
            .run(false)
            .literal(":")
            .run(false)
            .literal(":")
            .one(true)
            .run(true)
            .build();

    /** The texts of the universe are those of legal code points that match this. */
    Glob shape() {
        return switch (this) {
            case ACTION -> ACTIONS;
            case ARN -> ARNS;
            case TEXT -> SOMETHING;
        };
    }

    boolean isLegal(int codePoint) {
        return switch (this) {
            case ACTION ->
                codePoint != '*'
                        && codePoint != '?'
                        && codePoint != ','
                        && !Character.isWhitespace(codePoint)
                        && CaseFolding.fold(codePoint) == codePoint;
            case ARN, TEXT -> true;
        };
    }
}
