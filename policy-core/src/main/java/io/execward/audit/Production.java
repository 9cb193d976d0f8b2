// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import io.execward.account.AccountSnapshot;
import io.execward.account.EcsCluster;
import io.execward.ecs.ClusterArn;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which clusters are production. AWS has no such word, so unless somebody names them it is a guess: one tag out of
 * {@code environment}, {@code env} and {@code stage} has the value {@code prod}, {@code production}, {@code prd} or {@code live}, or
 * the name has such a part between hyphens and underscores. Letter case does not matter.
 */
final class Production {
    private static final Set<String> KEYS = Set.of("environment", "env", "stage");
    private static final Set<String> WORDS = Set.of("prod", "production", "prd", "live");

    private final List<String> named;
    private final Set<ClusterArn> tagged = new HashSet<>();

    Production(AccountSnapshot account, List<String> named) {
        this.named = named;
        for (EcsCluster cluster : account.clusters()) {
            if (cluster.tags().map(Production::isTagged).orElse(false)) {
                tagged.add(cluster.arn());
            }
        }
    }

    boolean has(ClusterArn cluster) {
        if (!named.isEmpty()) {
            return named.contains(cluster.name()) || named.contains(cluster.toString());
        }
        return tagged.contains(cluster)
                || Arrays.stream(cluster.name().replace('_', '-').split("-", -1))
                        .anyMatch(Production::isWord);
    }

    private static boolean isTagged(Map<String, String> tags) {
        return tags.entrySet().stream()
                .anyMatch(tag -> KEYS.contains(tag.getKey().toLowerCase(Locale.ROOT)) && isWord(tag.getValue()));
    }

    private static boolean isWord(String text) {
        return WORDS.contains(text.toLowerCase(Locale.ROOT));
    }
}
