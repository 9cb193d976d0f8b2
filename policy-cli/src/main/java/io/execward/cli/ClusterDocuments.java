// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.AccountSnapshot;
import io.execward.account.ClusterKey;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.ExecConfiguration;
import io.execward.model.Arn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What documents tell of clusters.
 *
 * @param name what the user calls the documents
 * @param clusters empty for a cluster of which no configuration is told
 * @param keys the keys that aliases were resolved to
 * @param broken true if they cannot be read, so that nothing is to be concluded from what they do not tell
 */
record ClusterDocuments(
        String name, Map<ClusterArn, Optional<ExecConfiguration>> clusters, Map<ClusterArn, Arn> keys, boolean broken) {
    static ClusterDocuments broken(String name) {
        return new ClusterDocuments(name, Map.of(), Map.of(), true);
    }

    static ClusterDocuments of(String name, AccountSnapshot account) {
        Map<ClusterArn, Optional<ExecConfiguration>> clusters = new LinkedHashMap<>();
        Map<ClusterArn, Arn> keys = new LinkedHashMap<>();
        account.clusters().forEach(cluster -> {
            clusters.put(cluster.arn(), cluster.execConfiguration());
            ClusterKey.of(account, cluster.arn())
                    .<Optional<Arn>>match(Optional::empty, Optional::of, alias -> Optional.empty())
                    .ifPresent(key -> keys.put(cluster.arn(), key));
        });
        return new ClusterDocuments(name, clusters, keys, false);
    }

    /** The one cluster that the word names, by name or by ARN; whatever is against it is put with the words. */
    Optional<ClusterArn> cluster(KitWord word, KitWords words) {
        if (broken) {
            return Optional.empty();
        }
        var named = clusters.keySet().stream()
                .filter(arn -> arn.name().equals(word.text()) || arn.toString().equals(word.text()))
                .toList();
        if (named.size() > 1) {
            words.refuse(
                    word, "R-EXEC-101", name + " tells of several clusters `" + word.text() + "`", "write the ARN");
            return Optional.empty();
        }
        if (named.isEmpty()) {
            String known = clusters.keySet().stream().map(ClusterArn::toString).collect(Collectors.joining(", "));
            words.refuse(
                    word,
                    "R-EXEC-101",
                    name + " tells of no cluster `" + word.text() + "`",
                    known.isEmpty() ? "it tells of no cluster at all" : "known are " + known);
            return Optional.empty();
        }
        ClusterArn arn = named.get(0);
        if (configuration(arn).isEmpty()) {
            words.refuse(
                    word,
                    "R-EXEC-101",
                    name + " tells no exec configuration of `" + arn + "`",
                    "print it with `--include CONFIGURATIONS`; if the cluster has none, leave the documents out, write the"
                            + " ARN, and " + words.name(KitField.LOGGING) + " `DEFAULT`");
            return Optional.empty();
        }
        return named.stream().findFirst();
    }

    Optional<ExecConfiguration> configuration(ClusterArn arn) {
        return clusters.getOrDefault(arn, Optional.empty());
    }
}
