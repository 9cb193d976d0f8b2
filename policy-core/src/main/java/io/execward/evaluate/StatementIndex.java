// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimaps;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
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
        Map<String, SetMultimap<String, CompiledStatement>> named = new HashMap<>();
        SetMultimap<String, CompiledStatement> wild = LinkedHashMultimap.create();
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
                    named.computeIfAbsent(service, s -> LinkedHashMultimap.create())
                            .put(action.name().prefix(), statement);
                } else {
                    wild.put(service, statement);
                }
            }
        }
        ImmutableMap.Builder<String, Service> services = ImmutableMap.builder();
        for (String service : Sets.union(named.keySet(), wild.keySet())) {
            SetMultimap<String, CompiledStatement> names = named.getOrDefault(service, ImmutableSetMultimap.of());
            Map<String, ResourceIndex> byName = Maps.transformValues(Multimaps.asMap(names), ResourceIndex::of);
            services.put(service, new Service(ImmutableMap.copyOf(byName), ResourceIndex.of(wild.get(service))));
        }
        this.byService = services.buildOrThrow();
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
