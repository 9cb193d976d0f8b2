// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import io.execward.model.Action;
import io.execward.model.Arn;
import io.execward.model.CaseFolding;
import io.execward.model.ConditionKey;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An action of a service: what it is authorised on and which condition keys it takes.
 *
 * <p>A check is the action on one resource. Its keys are those of the action, those of the row, those of the resource type, and
 * the global keys (R-CAT-09).
 */
public final class ServiceAction {
    private final Action action;
    private final String name;
    private final AccessLevel accessLevel;
    private final List<ActionResource> resources;
    private final List<KeyDefinition> ownKeys;
    private final List<Action> ownDependentActions;

    ServiceAction(
            Action action,
            AccessLevel accessLevel,
            List<ActionResource> resources,
            List<KeyDefinition> ownKeys,
            List<Action> ownDependentActions) {
        this.action = action;
        this.name = action.toString().substring(action.toString().indexOf(':') + 1);
        this.accessLevel = accessLevel;
        this.resources = List.copyOf(resources);
        this.ownKeys = List.copyOf(ownKeys);
        this.ownDependentActions = List.copyOf(ownDependentActions);
    }

    /** Such as {@code ecs:ExecuteCommand}, spelled as the reference spells it. */
    public Action action() {
        return action;
    }

    /** Such as {@code ExecuteCommand}. */
    public String name() {
        return name;
    }

    public AccessLevel accessLevel() {
        return accessLevel;
    }

    /** One for each resource type, in the order of the reference; none if the action is authorised on {@code *} only. */
    public List<ActionResource> resources() {
        return resources;
    }

    /** The row of this resource type; letter case does not matter. */
    public Optional<ActionResource> resource(String type) {
        String folded = CaseFolding.fold(type);
        return resources.stream()
                .filter(row -> CaseFolding.fold(row.type().name()).equals(folded))
                .findFirst();
    }

    /** The rows that a resource of this ARN can be; more than one where patterns are equally exact (R-CAT-11). */
    public List<ActionResource> resources(Arn arn) {
        List<ResourceType> types = Service.mostExact(
                arn, resources.stream().map(ActionResource::type).toList());
        return resources.stream().filter(row -> types.contains(row.type())).toList();
    }

    /** True if there is no resource type, so that only {@code "Resource": "*"} grants it (R-CAT-08). */
    public boolean isOnlyOnStar() {
        return resources.isEmpty();
    }

    /** The keys that every check of the action takes, global keys apart. */
    public List<KeyDefinition> ownKeys() {
        return ownKeys;
    }

    /** The keys that some check of the action takes, global keys apart, unless the reference lists them for the action. */
    public Set<KeyDefinition> keys() {
        Set<KeyDefinition> keys = new LinkedHashSet<>(ownKeys);
        resources.forEach(row -> addKeys(row, keys));
        return Collections.unmodifiableSet(keys);
    }

    /**
     * The keys that the check of this row takes, global keys apart.
     *
     * @param row one of {@link #resources()}
     */
    public Set<KeyDefinition> keysOf(ActionResource row) {
        Set<KeyDefinition> keys = new LinkedHashSet<>(ownKeys);
        addKeys(row, keys);
        return Collections.unmodifiableSet(keys);
    }

    private static void addKeys(ActionResource row, Set<KeyDefinition> keys) {
        keys.addAll(row.keys());
        keys.addAll(row.type().keys());
    }

    /** The definition by which the action takes the key: that of its service if it lists the key, else the global one. */
    public Optional<KeyDefinition> key(ConditionKey key) {
        Optional<KeyDefinition> listed =
                keys().stream().filter(definition -> definition.matches(key)).findFirst();
        return listed.or(() -> GlobalKeys.find(key)
                .filter(entry -> !entry.presence().isListedPerAction())
                .map(GlobalKeys.Entry::definition));
    }

    /** What the caller needs too, whatever the resource. */
    List<Action> ownDependentActions() {
        return ownDependentActions;
    }

    /** What the caller needs too, perhaps only for some calls: the union over the action and its resource types. */
    public Set<Action> dependentActions() {
        Set<Action> actions = new LinkedHashSet<>(ownDependentActions);
        resources.forEach(row -> actions.addAll(row.dependentActions()));
        return Collections.unmodifiableSet(actions);
    }

    @Override
    public String toString() {
        return action.toString();
    }
}
