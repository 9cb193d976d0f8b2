// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.model.Policy;
import io.execward.model.ResourcePattern;
import io.execward.model.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The AWS partitions that documents can tell apart: no access crosses them, so each is asked about by a caller of its own (R-ARN-03). */
final class Partitions {
    /** For patterns with wildcards there, such as {@code arn:aws-*:}. */
    private static final List<String> OTHERS =
            List.of("aws-cn", "aws-eusc", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-us-gov");

    private Partitions() {}

    /** {@code aws}, which stands for all that are not named, and every other that is. */
    static Set<String> of(Policy... documents) {
        Set<String> all = new TreeSet<>(Set.of("aws"));
        for (Policy document : documents) {
            for (Statement statement : document.statements()) {
                statement.resources().ifPresent(scope -> scope.patterns().forEach(pattern -> add(pattern, all)));
            }
        }
        return all;
    }

    private static void add(ResourcePattern pattern, Set<String> all) {
        String text = pattern.text();
        if (!text.startsWith("arn:")) {
            return;
        }
        int end = text.indexOf(':', "arn:".length());
        String partition = text.substring("arn:".length(), end < 0 ? text.length() : end);
        boolean wild = partition.chars().anyMatch(c -> c == '*' || c == '?' || c == '$');
        if (wild && !partition.equals("*")) {
            all.addAll(OTHERS);
        } else if (!wild && !partition.isEmpty()) {
            all.add(partition);
        }
    }
}
