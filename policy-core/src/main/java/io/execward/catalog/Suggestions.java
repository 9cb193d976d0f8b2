// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import io.execward.diagnostic.Spelling;
import io.execward.model.Action;
import io.execward.model.ConditionKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a misspelled name was meant to be: the nearest prefix, then the nearest name behind it. */
final class Suggestions {
    private Suggestions() {}

    static Optional<Action> action(ServiceCatalog catalog, Action action) {
        return catalog.service(action.service())
                .or(() -> Spelling.nearest(action.service(), catalog.prefixes()).flatMap(catalog::service))
                .flatMap(service -> service.action(action.name()).or(() -> nearest(service, action.name())))
                .map(ServiceAction::action);
    }

    private static Optional<ServiceAction> nearest(Service service, String name) {
        List<String> names = service.actions().stream().map(ServiceAction::name).toList();
        return Spelling.nearest(name, names).flatMap(service::action);
    }

    static Optional<ConditionKey> key(ServiceCatalog catalog, ConditionKey key) {
        int colon = key.name().indexOf(':');
        String prefix = key.name().substring(0, colon);
        List<String> prefixes =
                Stream.concat(Stream.of("aws"), catalog.prefixes().stream()).toList();
        Optional<String> near = Spelling.ignoringCase(prefix, prefixes).or(() -> Spelling.nearest(prefix, prefixes));
        return near.flatMap(
                word -> nearest(ConditionKey.of(word + key.name().substring(colon)), definitions(catalog, word)));
    }

    private static List<KeyDefinition> definitions(ServiceCatalog catalog, String prefix) {
        Stream<KeyDefinition> global = GlobalKeys.all().stream()
                .map(GlobalKeys.Entry::definition)
                .filter(definition -> definition.name().startsWith(prefix + ":"));
        return Stream.concat(global, catalog.service(prefix).stream().flatMap(service -> service.keys().stream()))
                .toList();
    }

    /** Names of one key are compared as wholes, families by what stands before the tag key. */
    private static Optional<ConditionKey> nearest(ConditionKey key, List<KeyDefinition> definitions) {
        if (definitions.stream().anyMatch(definition -> definition.matches(key))) {
            return Optional.of(key);
        }
        int slash = key.name().indexOf('/');
        Map<String, String> words = new LinkedHashMap<>();
        for (KeyDefinition definition : definitions) {
            if (slash < 0 && !definition.isFamily()) {
                words.put(definition.name(), definition.name());
            } else if (slash > 0) {
                definition
                        .tagPrefix()
                        .ifPresent(
                                before -> words.put(before, before + key.name().substring(slash + 1)));
            }
        }
        String written = slash < 0 ? key.name() : key.name().substring(0, slash + 1);
        return Spelling.nearest(written, words.keySet()).map(word -> ConditionKey.of(words.getOrDefault(word, word)));
    }
}
