// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.Arn;
import java.util.Objects;
import java.util.Optional;

/** The ARN of an ECS cluster, {@code arn:PARTITION:ecs:REGION:ACCOUNT:cluster/NAME} (R-EXEC-05). */
public record ClusterArn(String partition, String region, String account, String name) {
    /** @throws IllegalArgumentException if a part is missing or malformed */
    public ClusterArn {
        EcsArns.check(partition, region, account);
        Objects.requireNonNull(name, "name");
        if (!EcsArns.isName(name)) {
            throw new IllegalArgumentException(
                    "`" + name + "` is not a cluster name: letters, digits, hyphens and underscores (R-EXEC-111)");
        }
    }

    /**
     * Reads a cluster ARN.
     *
     * @throws IllegalArgumentException if {@code text} is none; a bare name has no region and account
     */
    public static ClusterArn of(String text) {
        Arn arn = EcsArns.parse(text, "cluster/", "arn:aws:ecs:us-east-1:111122223333:cluster/prod");
        return new ClusterArn(
                arn.partition(), arn.region(), arn.account(), arn.resource().substring("cluster/".length()));
    }

    /** The ARN of a task in this cluster, in the long form. */
    public TaskArn task(String id) {
        return new TaskArn(partition, region, account, Optional.of(name), id);
    }

    /** The ARN of a service in this cluster, in the long form. */
    public ServiceArn service(String service) {
        return new ServiceArn(partition, region, account, Optional.of(name), service);
    }

    @Override
    public String toString() {
        return "arn:" + partition + ":ecs:" + region + ":" + account + ":cluster/" + name;
    }
}
