// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One {@code ecs:UpdateCluster}, which may switch exec logging off or drop the key; no condition key says so (R-EXEC-43).
 *
 * @param clusterTags empty if not told
 */
public record UpdateClusterRequest(Caller caller, ClusterArn cluster, Optional<Map<String, String>> clusterTags)
        implements OperationRequest {
    public UpdateClusterRequest {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(cluster, "cluster");
        clusterTags = clusterTags.map(Tags::copy);
    }

    /** A request for a cluster whose tags are not told. */
    public static UpdateClusterRequest of(Caller caller, ClusterArn cluster) {
        return new UpdateClusterRequest(caller, cluster, Optional.empty());
    }

    /** The cluster has these tags and no others. */
    public UpdateClusterRequest clusterTagged(Map<String, String> tags) {
        return new UpdateClusterRequest(caller, cluster, Optional.of(tags));
    }

    @Override
    public String operation() {
        return "UpdateCluster";
    }

    @Override
    public List<OperationCheck> checks() {
        return List.of(Draft.of(caller, "ecs:UpdateCluster", cluster.region())
                .ownedBy(cluster.account())
                .unknown("ecs:fargate-ephemeral-storage-kms-key")
                .check("cluster", cluster.toString(), Tags.ofEcs(clusterTags)));
    }
}
