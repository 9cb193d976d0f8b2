// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.Arn;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One {@code ecs:UntagResource} (R-EXEC-40).
 *
 * @param resource what loses tags: a task, a cluster, a service, a task definition …
 * @param tagKeys those that the request removes, at least one
 * @param resourceTags those that the resource has before; empty if not told
 */
public record UntagResourceRequest(
        Caller caller, Arn resource, Set<String> tagKeys, Optional<Map<String, String>> resourceTags)
        implements OperationRequest {
    /** @throws IllegalArgumentException if there is no tag key, or the resource is not one of ECS */
    public UntagResourceRequest {
        Objects.requireNonNull(caller, "caller");
        EcsArns.requireEcs(resource, "");
        tagKeys = Collections.unmodifiableSet(new TreeSet<>(tagKeys));
        resourceTags = resourceTags.map(Tags::copy);
        if (tagKeys.isEmpty()) {
            throw new IllegalArgumentException("UntagResource names at least one tag key");
        }
    }

    /** A request for a resource whose tags are not told. */
    public static UntagResourceRequest of(Caller caller, Arn resource, Set<String> tagKeys) {
        return new UntagResourceRequest(caller, resource, tagKeys, Optional.empty());
    }

    /** The resource has these tags before and no others. */
    public UntagResourceRequest resourceTagged(Map<String, String> before) {
        return new UntagResourceRequest(caller, resource, tagKeys, Optional.of(before));
    }

    @Override
    public String operation() {
        return "UntagResource";
    }

    @Override
    public List<OperationCheck> checks() {
        return List.of(Draft.of(caller, "ecs:UntagResource", resource.region())
                .ownedBy(resource.account())
                .put(Tags.keys(tagKeys))
                .check("resource", resource.toString(), Tags.ofEcs(resourceTags)));
    }
}
