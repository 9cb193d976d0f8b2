// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import io.execward.model.Action;
import java.util.List;
import java.util.Objects;

/**
 * A resource type that an action takes: one row of the reference's table.
 *
 * @param type what the resource is
 * @param required true if the caller needs permission on a resource of this type in every call; each required type is a check of
 *     its own (R-CAT-08)
 * @param keys condition keys that the check of this resource takes besides those of the action and of the type
 * @param dependentActions what the caller needs too if the call names such a resource
 */
public record ActionResource(
        ResourceType type, boolean required, List<KeyDefinition> keys, List<Action> dependentActions) {
    public ActionResource {
        Objects.requireNonNull(type, "type");
        keys = List.copyOf(keys);
        dependentActions = List.copyOf(dependentActions);
    }
}
