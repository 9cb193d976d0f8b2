// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.catalog.ResourceType;
import io.execward.match.Glob;
import java.util.ArrayList;
import java.util.List;

/**
 * The ARNs of a resource type in one partition (in any if it is empty), as {@link ResourceType#matches} reads its pattern (R-CAT-05): a placeholder stands for
 * at least one character, but region and account may be empty. Names in ECS hold neither slash nor colon.
 *
 * @param arns what every such ARN matches
 * @param noArns what none matches
 */
record ArnForm(Patterns arns, Patterns noArns) {
    private static final int FIELDS = 6;
    private static final int PARTITION = 1;
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;
    private static final int RESOURCE = 5;

    /** A stretch of a pattern: text with stars, or a placeholder. */
    private record Piece(int field, String text, boolean placeholder) {}

    static ArnForm of(ResourceType type, String partition) {
        List<Piece> pieces = pieces(type.arnPattern());
        List<Glob> none = new ArrayList<>();
        if (type.service().equals("ecs")) {
            for (int i = 0; i < pieces.size(); i++) {
                if (pieces.get(i).placeholder() && pieces.get(i).field() == RESOURCE) {
                    none.add(glob(pieces, partition, i, "/"));
                    none.add(glob(pieces, partition, i, ":"));
                }
            }
        }
        return new ArnForm(Patterns.of(List.of(glob(pieces, partition, -1, "")), false), Patterns.of(none, false));
    }

    /** @param broken the placeholder that holds this text, if any */
    private static Glob glob(List<Piece> pieces, String partition, int broken, String text) {
        Glob.Builder glob = new Glob.Builder();
        int field = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            for (; field < piece.field(); field++) {
                glob.literal(":");
            }
            boolean inResource = field == RESOURCE;
            if (i == broken) {
                glob.run(true).literal(text).run(true);
            } else if (!piece.placeholder()) {
                glob.wildcards(piece.text(), !inResource);
            } else if (field == PARTITION) {
                AnyRequest.partition(glob, partition);
            } else if (field == REGION || field == ACCOUNT) {
                glob.run(false);
            } else {
                glob.one(inResource).run(inResource);
            }
        }
        return glob.build();
    }

    private static List<Piece> pieces(String pattern) {
        List<Piece> pieces = new ArrayList<>();
        int field = 0;
        int start = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int close =
                    c == '<' ? pattern.indexOf('>', i) : c == '{' || opens(pattern, i) ? pattern.indexOf('}', i) : -1;
            boolean colon = c == ':' && field < FIELDS - 1;
            if (close < 0 && !colon) {
                continue;
            }
            literal(pieces, field, pattern.substring(start, i));
            if (colon) {
                field++;
            } else {
                pieces.add(new Piece(field, pattern.substring(i, close + 1), true));
                i = close;
            }
            start = i + 1;
        }
        literal(pieces, field, pattern.substring(start));
        return pieces;
    }

    private static boolean opens(String pattern, int i) {
        return pattern.startsWith("${", i);
    }

    private static void literal(List<Piece> pieces, int field, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(field, text, false));
        }
    }
}
