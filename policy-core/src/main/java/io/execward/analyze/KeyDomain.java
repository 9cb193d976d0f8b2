// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.catalog.GlobalKeys;
import io.execward.catalog.KeyDefinition;
import io.execward.catalog.KeyType;
import io.execward.catalog.ServiceCatalog;
import io.execward.match.ConditionMatcher;
import io.execward.model.ConditionKey;
import io.execward.model.SetOperator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a context key can be.
 *
 * @param types of one value; at least one
 * @param several true if a request can hold more values than one
 * @param mayBeAbsent false for a key that every request has
 * @param mayBePresent false for a key that no request has
 */
record KeyDomain(Set<KeyType> types, boolean several, boolean mayBeAbsent, boolean mayBePresent) {
    /** Services whose actions take keys that no service of the key's own prefix lists, such as those of identity providers. */
    private static final List<String> LIST_KEYS_OF_OTHERS =
            List.of("sts", "cognito-identity", "qbusiness", "ec2-instance-connect", "iotjobsdata", "aws-marketplace");

    KeyDomain {
        types = Set.copyOf(types);
        if (types.isEmpty() || !(mayBeAbsent || mayBePresent)) {
            throw new IllegalArgumentException("a key has a type, and can be something");
        }
    }

    /**
     * The key as the reference knows it, else as the conditions on it read its values: absent, or of a type that they read, and with
     * several values if one of them has a set operator.
     */
    static KeyDomain of(ConditionKey key, List<ConditionMatcher> conditions) {
        return of(ServiceCatalog.bundled(), key, conditions);
    }

    /** The key as a catalog knows it, else likewise. */
    static KeyDomain of(ServiceCatalog catalog, ConditionKey key, List<ConditionMatcher> conditions) {
        Set<KeyType> listed = types(catalog, key);
        if (!listed.isEmpty()) {
            return of(listed, true);
        }
        Set<KeyType> types = EnumSet.noneOf(KeyType.class);
        boolean several = false;
        for (ConditionMatcher condition : conditions) {
            switch (condition.condition().operator().comparison().family()) {
                case NUMERIC -> types.add(KeyType.NUMERIC);
                case DATE -> types.add(KeyType.DATE);
                case BOOL -> types.add(KeyType.BOOL);
                case IP -> types.add(KeyType.IP_ADDRESS);
                case STRING, ARN, BINARY -> types.add(KeyType.STRING);
                case NULL -> {}
            }
            several |= condition.condition().operator().set() != SetOperator.NONE;
        }
        return new KeyDomain(types.isEmpty() ? Set.of(KeyType.STRING) : types, several, true, true);
    }

    /** All types by which the key is listed: for every request, by its service, by one that lists the keys of others. */
    private static Set<KeyType> types(ServiceCatalog catalog, ConditionKey key) {
        Set<KeyType> types = EnumSet.noneOf(KeyType.class);
        GlobalKeys.find(key)
                .ifPresent(global -> types.addAll(global.definition().types()));
        boolean global = !types.isEmpty();
        String prefix = key.folded().substring(0, key.folded().indexOf(':'));
        if (prefix.equals("aws")) {
            return types;
        }
        // What comes with credentials has other types where an action takes it from its own request.
        if (!addTypes(catalog, prefix, key, types) || global) {
            LIST_KEYS_OF_OTHERS.forEach(service -> addTypes(catalog, service, key, types));
        }
        return types;
    }

    private static boolean addTypes(ServiceCatalog catalog, String service, ConditionKey key, Set<KeyType> types) {
        Optional<KeyDefinition> listed = catalog.service(service).flatMap(known -> known.key(key));
        listed.ifPresent(definition -> types.addAll(definition.types()));
        return listed.isPresent();
    }

    /** A key with these types of the catalog's, be they multivalued or not. */
    static KeyDomain of(Set<KeyType> types, boolean mayBeAbsent) {
        Set<KeyType> elements = EnumSet.noneOf(KeyType.class);
        boolean several = false;
        for (KeyType type : types) {
            elements.add(type.element());
            several |= type.isMultivalued();
        }
        return new KeyDomain(elements, several, mayBeAbsent, true);
    }

    /** A key that no request has. */
    static KeyDomain absent() {
        return new KeyDomain(Set.of(KeyType.STRING), false, true, false);
    }

    /** True if a value can be any text. */
    boolean isText() {
        return types.contains(KeyType.STRING) || types.contains(KeyType.ARN);
    }
}
