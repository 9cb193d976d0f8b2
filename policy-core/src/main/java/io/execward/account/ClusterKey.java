// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.ecs.ClusterArn;
import io.execward.ecs.ExecConfiguration;
import io.execward.model.Arn;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Which KMS key encrypts the exec sessions of a cluster, which may name it by id, ARN or alias (R-EXEC-26). */
public sealed interface ClusterKey {
    /** The cluster has no key. */
    record None() implements ClusterKey {}

    /** The key's own ARN. */
    record Known(Arn arn) implements ClusterKey {}

    /**
     * The cluster has a key, and no document tells which that is; or the cluster itself is in no document, and may have one.
     *
     * @param name as the cluster names it, or words that name the cluster
     */
    record NotKnown(String name) implements ClusterKey {}

    /** Answers for all three. */
    default <R> R match(Supplier<R> none, Function<Arn, R> known, Function<String, R> notKnown) {
        if (this instanceof Known key) {
            return known.apply(key.arn());
        }
        return this instanceof NotKnown key ? notKnown.apply(key.name()) : none.get();
    }

    /** The key of the cluster as far as the documents tell; a bare id is one of the cluster's own account and Region. */
    static ClusterKey of(AccountSnapshot account, ClusterArn arn) {
        if (account.cluster(arn).isEmpty()) {
            return new NotKnown("any key of " + arn);
        }
        Optional<String> named =
                account.cluster(arn).flatMap(EcsCluster::execConfiguration).flatMap(ExecConfiguration::kmsKeyId);
        if (named.isEmpty()) {
            return new None();
        }
        String name = named.get();
        Optional<Arn> whole = whole(name, arn);
        return whole.flatMap(it -> account.key(it.toString()))
                .map(KmsKey::arn)
                .or(() -> whole.filter(ClusterKey::isKey))
                .<ClusterKey>map(Known::new)
                .orElseGet(() -> new NotKnown(name));
    }

    /** Ids and aliases say nothing about account and Region, and other Regions may have the same (R-EXEC-26). */
    private static Optional<Arn> whole(String name, ClusterArn cluster) {
        if (name.startsWith("arn:")) {
            return Arn.tryOf(name);
        }
        String resource = name.startsWith("alias/") ? name : "key/" + name;
        return Optional.of(new Arn(cluster.partition(), "kms", cluster.region(), cluster.account(), resource));
    }

    private static boolean isKey(Arn arn) {
        return arn.service().equals("kms")
                && !arn.region().isEmpty()
                && Arn.isAccountId(arn.account())
                && arn.resource().startsWith("key/");
    }
}
