// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.Arn;
import java.util.Objects;
import java.util.Optional;

/**
 * The ARN of an ECS task: the long form {@code …:task/CLUSTER/ID}, or the short form {@code …:task/ID} of tasks that were started
 * before April 2021 (R-EXEC-05).
 *
 * @param cluster the cluster's name; empty in the short form
 */
public record TaskArn(String partition, String region, String account, Optional<String> cluster, String id) {
    /** @throws IllegalArgumentException if a part is missing or malformed */
    public TaskArn {
        EcsArns.check(partition, region, account);
        Objects.requireNonNull(id, "id");
        if (!EcsArns.isName(id) || !cluster.map(EcsArns::isName).orElse(true)) {
            throw new IllegalArgumentException(
                    "`task/" + cluster.map(name -> name + "/").orElse("") + id
                            + "` does not name a task: write `task/CLUSTER/ID` or `task/ID` (R-EXEC-05)");
        }
    }

    /**
     * Reads a task ARN of either form.
     *
     * @throws IllegalArgumentException if {@code text} is none
     */
    public static TaskArn of(String text) {
        Arn arn = EcsArns.parse(
                text, "task/", "arn:aws:ecs:us-east-1:111122223333:task/prod/0123456789abcdef0123456789abcdef");
        String rest = arn.resource().substring("task/".length());
        int slash = rest.indexOf('/');
        Optional<String> cluster = slash < 0 ? Optional.empty() : Optional.of(rest.substring(0, slash));
        return new TaskArn(arn.partition(), arn.region(), arn.account(), cluster, rest.substring(slash + 1));
    }

    /** The cluster's ARN, which only the long form tells. */
    public Optional<ClusterArn> clusterArn() {
        return cluster.map(name -> new ClusterArn(partition, region, account, name));
    }

    @Override
    public String toString() {
        return "arn:" + partition + ":ecs:" + region + ":" + account + ":task/"
                + cluster.map(name -> name + "/").orElse("") + id;
    }
}
