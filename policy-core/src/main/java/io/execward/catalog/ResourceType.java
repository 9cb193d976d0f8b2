// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import com.google.common.base.Suppliers;
import io.execward.model.Arn;
import java.util.List;
import java.util.function.Supplier;

/** A resource type that a service defines, such as {@code task} of {@code ecs}. Names compare without regard to case (R-CAT-03). */
public final class ResourceType {
    private final String service;
    private final String name;
    private final String arnPattern;
    private final List<KeyDefinition> keys;
    private final Supplier<ArnShape> shape;

    ResourceType(String service, String name, String arnPattern, List<KeyDefinition> keys) {
        this.service = service;
        this.name = name;
        this.arnPattern = arnPattern;
        this.keys = List.copyOf(keys);
        this.shape = Suppliers.memoize(() -> ArnShape.of(arnPattern)); // most are never asked
    }

    /** The prefix of the service that defines it; the ARN may name another service, as EC2 instances do for {@code ssm}. */
    public String service() {
        return service;
    }

    /** Such as {@code task-definition}. */
    public String name() {
        return name;
    }

    /** As the reference writes it, such as {@code arn:${Partition}:ecs:${Region}:${Account}:cluster/${ClusterName}}. */
    public String arnPattern() {
        return arnPattern;
    }

    /** The condition keys of the type: every action on it takes them (R-CAT-09). */
    public List<KeyDefinition> keys() {
        return keys;
    }

    /** True if the ARN may be of this type (R-CAT-05). Several types may have the same pattern. */
    public boolean matches(Arn arn) {
        return shape.get().matches(arn);
    }

    int literalLength() {
        return shape.get().literalLength();
    }

    /** Service and name. */
    @Override
    public String toString() {
        return service + ":" + name;
    }
}
