// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.Arn;
import io.execward.model.ContextValue;
import java.util.List;
import java.util.Optional;

/** What the ARNs of ECS have in common. */
final class EcsArns {
    private EcsArns() {}

    static Arn parse(String text, String type, String example) {
        return parse(text, "ecs", type, example);
    }

    static Arn parse(String text, String service, String type, String example) {
        Arn arn = Arn.tryOf(text).orElse(null);
        if (arn == null || !arn.service().equals(service) || !arn.resource().startsWith(type)) {
            throw new IllegalArgumentException("`" + text + "` is not the ARN of a "
                    + type.substring(0, type.length() - 1) + ": write it like `" + example + "`");
        }
        return arn;
    }

    static void check(String partition, String region, String account) {
        if (partition.isEmpty() || region.isEmpty() || !Arn.isAccountId(account)) {
            throw new IllegalArgumentException("an ECS ARN has a partition, a region and a 12-digit account id, not `"
                    + partition + "`, `" + region + "`, `" + account + "`");
        }
    }

    /** @throws IllegalArgumentException unless what has this ARN, of this kind, belongs where the cluster is (E-X8) */
    static void requireIn(ClusterArn cluster, String kind, String text, Optional<ClusterArn> named) {
        boolean sameCluster = named.map(cluster::equals).orElse(true);
        boolean samePlace = text.startsWith(
                "arn:" + cluster.partition() + ":ecs:" + cluster.region() + ":" + cluster.account() + ":");
        if (!sameCluster || !samePlace) {
            throw new IllegalArgumentException("the " + kind + " `" + text + "` does not "
                    + (kind.equals("task") ? "run in" : "belong to") + " the cluster `" + cluster + "`");
        }
    }

    /** @throws IllegalArgumentException unless it is the ARN of something of this type in ECS */
    static void requireEcs(Arn arn, String type) {
        boolean is = arn.service().equals("ecs")
                && !arn.region().isEmpty()
                && Arn.isAccountId(arn.account())
                && arn.resource().startsWith(type);
        if (!is) {
            throw new IllegalArgumentException(
                    "`" + arn + "` is not the ARN of an ECS resource, `arn:aws:ecs:REGION:ACCOUNT:"
                            + (type.isEmpty() ? "…" : type + "…") + "`");
        }
    }

    /** The value of {@code ecs:task-definition}: always with revision (R-EXEC-39), so unknown where none is told. */
    static ContextValue withRevision(TaskDefinitionArn definition) {
        return definition.revision().isPresent()
                ? ContextValue.of(List.of(definition.toString()))
                : ContextValue.UNKNOWN;
    }

    /** R-EXEC-111. */
    static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= 255
                && text.chars().allMatch(c -> c == '-' || c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
    }
}
