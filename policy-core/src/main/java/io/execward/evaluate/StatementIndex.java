// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.match.ActionMatcher;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Statements of one layer and effect by action: those that name an action in full, those with a wildcard in the name, and those that
 * could be about any service; each again by resource. The cost of a look-up follows the statements that could apply.
 */
final class StatementIndex {
    private static final ResourceIndex EMPTY = ResourceIndex.of(Set.of());

    private record Service(Map<String, ResourceIndex> byName, ResourceIndex anyName) {}

    private final Map<String, Service> byService;
    private final ResourceIndex anyService;
    private final boolean isEmpty;

    StatementIndex(List<CompiledStatement> statements) {
        this.isEmpty = statements.isEmpty();
        Map<String, Map<String, Set<CompiledStatement>>> names = new HashMap<>();
        Map<String, Set<CompiledStatement>> wild = new HashMap<>();
        Set<CompiledStatement> any = new LinkedHashSet<>();
        for (CompiledStatement statement : statements) {
            if (statement.exemptsActions()) {
                any.add(statement);
                continue;
            }
            for (ActionMatcher action : statement.actions()) {
                String service = action.service().prefix();
                if (!action.service().isLiteral()) {
                    any.add(statement);
                } else if (action.name().isLiteral()) {
                    names.computeIfAbsent(service, s -> new HashMap<>())
                            .computeIfAbsent(action.name().prefix(), n -> new LinkedHashSet<>())
                            .add(statement);
                } else {
                    wild.computeIfAbsent(service, s -> new LinkedHashSet<>()).add(statement);
                }
            }
        }
        Set<String> services = new LinkedHashSet<>(names.keySet());
        services.addAll(wild.keySet());
        Map<String, Service> byService = new HashMap<>();
        for (String service : services) {
            Map<String, ResourceIndex> byName = new HashMap<>();
            names.getOrDefault(service, Map.of()).forEach((name, of) -> byName.put(name, ResourceIndex.of(of)));
            byService.put(service, new Service(byName, ResourceIndex.of(wild.getOrDefault(service, Set.of()))));
        }
        this.byService = Map.copyOf(byService);
        this.anyService = ResourceIndex.of(any);
    }

    boolean isEmpty() {
        return isEmpty;
    }

    /** Shows every statement that could apply, until one is accepted; one may be shown more than once. */
    boolean anyMatch(Check check, Predicate<CompiledStatement> accepts) {
        Service service = byService.get(check.action().service());
        if (service != null) {
            ResourceIndex named = service.byName().getOrDefault(check.action().name(), EMPTY);
            if (named.anyMatch(check, accepts) || service.anyName().anyMatch(check, accepts)) {
                return true;
            }
        }
        return anyService.anyMatch(check, accepts);
    }
}
