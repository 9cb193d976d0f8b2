// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.Arn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One direct {@code ecs:TagResource}, so that {@code ecs:CreateAction} is absent (R-EXEC-40).
 *
 * @param resource what is tagged: a task, a cluster, a service, a task definition …
 * @param tags those that the request sets, at least one
 * @param resourceTags those that the resource has before; empty if not told
 */
public record TagResourceRequest(
        Caller caller, Arn resource, Map<String, String> tags, Optional<Map<String, String>> resourceTags)
        implements OperationRequest {
    /** @throws IllegalArgumentException if there is no tag, or the resource is not one of ECS */
    public TagResourceRequest {
        Objects.requireNonNull(caller, "caller");
        EcsArns.requireEcs(resource, "");
        tags = Tags.copy(tags);
        resourceTags = resourceTags.map(Tags::copy);
        if (tags.isEmpty()) {
            throw new IllegalArgumentException("TagResource names at least one tag");
        }
    }

    /** A request for a resource whose tags are not told. */
    public static TagResourceRequest of(Caller caller, Arn resource, Map<String, String> tags) {
        return new TagResourceRequest(caller, resource, tags, Optional.empty());
    }

    /** The resource has these tags before and no others. */
    public TagResourceRequest resourceTagged(Map<String, String> before) {
        return new TagResourceRequest(caller, resource, tags, Optional.of(before));
    }

    @Override
    public String operation() {
        return "TagResource";
    }

    @Override
    public List<OperationCheck> checks() {
        return List.of(Draft.of(caller, "ecs:TagResource", resource.region())
                .ownedBy(resource.account())
                .put(Tags.requested(tags))
                .check("resource", resource.toString(), Tags.ofEcs(resourceTags)));
    }
}
