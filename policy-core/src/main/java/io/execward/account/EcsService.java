// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.ecs.ClusterArn;
import java.util.Map;
import java.util.Optional;

/**
 * A service (R-EXEC-103).
 *
 * @param tags in document order; empty if they are not known (R-EXEC-118)
 * @param enableExecuteCommand false if the document does not say
 * @param enableEcsManagedTags false if the document does not say
 * @param propagateTags such as {@code SERVICE}; R-EXEC-41
 */
public record EcsService(
        String arn,
        String name,
        ClusterArn cluster,
        Optional<Map<String, String>> tags,
        boolean enableExecuteCommand,
        boolean enableEcsManagedTags,
        Optional<String> propagateTags,
        Optional<String> taskDefinitionArn) {
    public EcsService {
        tags = tags.map(Ordered::copy);
    }
}
