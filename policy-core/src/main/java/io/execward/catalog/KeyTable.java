// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import io.execward.model.ConditionKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the definition of a key: by name, else among the families, the one that says most first. */
final class KeyTable {
    private final Map<String, KeyDefinition> single = new HashMap<>();
    private final List<KeyDefinition> families = new ArrayList<>();

    KeyTable(Collection<KeyDefinition> definitions) {
        for (KeyDefinition definition : definitions) {
            if (definition.isFamily()) {
                families.add(definition);
            } else {
                single.put(definition.prefix(), definition);
            }
        }
        families.sort(Comparator.comparingInt(KeyDefinition::literalLength).reversed());
    }

    Optional<KeyDefinition> find(ConditionKey key) {
        @Nullable KeyDefinition exact = single.get(key.folded());
        if (exact != null) {
            return Optional.of(exact);
        }
        return families.stream().filter(family -> family.matches(key)).findFirst();
    }
}
