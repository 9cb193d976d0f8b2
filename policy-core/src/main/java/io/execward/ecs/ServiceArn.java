// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.Arn;
import java.util.Objects;
import java.util.Optional;

/**
 * The ARN of an ECS service: the long form {@code …:service/CLUSTER/NAME}, or the short form {@code …:service/NAME} of old services
 * (R-EXEC-111).
 *
 * @param cluster the cluster's name; empty in the short form
 */
public record ServiceArn(String partition, String region, String account, Optional<String> cluster, String name) {
    private static final String TYPE = "service/";

    /** @throws IllegalArgumentException if a part is missing or malformed */
    public ServiceArn {
        EcsArns.check(partition, region, account);
        Objects.requireNonNull(name, "name");
        if (!EcsArns.isName(name) || !cluster.map(EcsArns::isName).orElse(true)) {
            throw new IllegalArgumentException(
                    "`service/" + cluster.map(it -> it + "/").orElse("") + name
                            + "` does not name a service: write `service/CLUSTER/NAME` or `service/NAME` (R-EXEC-111)");
        }
    }

    /**
     * Reads a service ARN of either form.
     *
     * @throws IllegalArgumentException if {@code text} is none
     */
    public static ServiceArn of(String text) {
        Arn arn = EcsArns.parse(text, TYPE, "arn:aws:ecs:us-east-1:111122223333:service/prod/web");
        String rest = arn.resource().substring(TYPE.length());
        int slash = rest.indexOf('/');
        Optional<String> cluster = slash < 0 ? Optional.empty() : Optional.of(rest.substring(0, slash));
        return new ServiceArn(arn.partition(), arn.region(), arn.account(), cluster, rest.substring(slash + 1));
    }

    /** True if a service can be called so: letters, digits, hyphens and underscores, at most 255 (R-EXEC-111). */
    public static boolean isName(String text) {
        return EcsArns.isName(text);
    }

    /** The cluster's ARN, which only the long form tells. */
    public Optional<ClusterArn> clusterArn() {
        return cluster.map(it -> new ClusterArn(partition, region, account, it));
    }

    @Override
    public String toString() {
        return "arn:" + partition + ":ecs:" + region + ":" + account + ":" + TYPE
                + cluster.map(it -> it + "/").orElse("") + name;
    }
}
