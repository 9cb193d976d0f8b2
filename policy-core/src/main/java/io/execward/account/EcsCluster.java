// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.ecs.ClusterArn;
import io.execward.ecs.ExecConfiguration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster (R-EXEC-101).
 *
 * @param tags in document order; empty if they are not known (R-EXEC-118)
 * @param execConfiguration empty if the document has no {@code executeCommandConfiguration}
 */
public record EcsCluster(
        ClusterArn arn,
        Optional<Map<String, String>> tags,
        Optional<ExecConfiguration> execConfiguration,
        List<String> capacityProviders) {
    public EcsCluster {
        tags = tags.map(Ordered::copy);
        capacityProviders = List.copyOf(capacityProviders);
    }
}
