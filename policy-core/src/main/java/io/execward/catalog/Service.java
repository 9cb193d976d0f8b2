// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import io.execward.model.Arn;
import io.execward.model.CaseFolding;
import io.execward.model.ConditionKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What one service offers. Lookups ignore letter case; lists keep the order of the reference. */
public final class Service {
    private final String prefix;
    private final Map<String, ServiceAction> actions;
    private final Map<String, ResourceType> resourceTypes;
    private final List<KeyDefinition> keys;
    private final KeyTable keyTable;
    private final Map<String, Operation> operations;

    Service(
            String prefix,
            Collection<ServiceAction> actions,
            Collection<ResourceType> resourceTypes,
            List<KeyDefinition> keys,
            Collection<Operation> operations) {
        this.prefix = prefix;
        this.actions = byName(actions, ServiceAction::name);
        this.resourceTypes = byName(resourceTypes, ResourceType::name);
        this.keys = List.copyOf(keys);
        this.keyTable = new KeyTable(keys);
        this.operations = byName(operations, Operation::name);
    }

    private static <T> Map<String, T> byName(Collection<T> values, Function<T, String> name) {
        Map<String, T> map = new LinkedHashMap<>();
        values.forEach(value -> map.put(CaseFolding.fold(name.apply(value)), value));
        return map;
    }

    private static <T> Optional<T> find(Map<String, T> map, String name) {
        return Optional.ofNullable(map.get(CaseFolding.fold(name)));
    }

    /** Such as {@code ecs}. */
    public String prefix() {
        return prefix;
    }

    public List<ServiceAction> actions() {
        return List.copyOf(actions.values());
    }

    /** The action of this name, without the prefix. */
    public Optional<ServiceAction> action(String name) {
        return find(actions, name);
    }

    public List<ResourceType> resourceTypes() {
        return List.copyOf(resourceTypes.values());
    }

    /** The resource type of this name. */
    public Optional<ResourceType> resourceType(String name) {
        return find(resourceTypes, name);
    }

    /** The types of this service that an ARN can be of; more than one where patterns are equally exact (R-CAT-11). */
    public List<ResourceType> resourceTypes(Arn arn) {
        return mostExact(arn, resourceTypes.values());
    }

    /** Of the types that match, those whose pattern has the most literal text. */
    static List<ResourceType> mostExact(Arn arn, Collection<ResourceType> types) {
        List<ResourceType> matching =
                types.stream().filter(type -> type.matches(arn)).toList();
        int most = matching.stream().mapToInt(ResourceType::literalLength).max().orElse(0);
        return matching.stream().filter(type -> type.literalLength() == most).toList();
    }

    /** The condition keys that the service's actions or resource types take, global keys only where they are listed. */
    public List<KeyDefinition> keys() {
        return keys;
    }

    /** The service's definition of a key. */
    public Optional<KeyDefinition> key(ConditionKey key) {
        return keyTable.find(key);
    }

    /**
     * What an API operation needs. One without a row of its own needs just the action of its name (R-CAT-10); empty if the service
     * has no table of operations, or neither a row nor an action of this name.
     */
    public Optional<Operation> operation(String name) {
        if (operations.isEmpty()) {
            return Optional.empty();
        }
        return find(operations, name).or(() -> action(name).map(Operation::plain));
    }

    Collection<Operation> operations() {
        return operations.values();
    }

    Collection<ServiceAction> actionsByName() {
        return actions.values();
    }

    @Override
    public String toString() {
        return prefix;
    }
}
