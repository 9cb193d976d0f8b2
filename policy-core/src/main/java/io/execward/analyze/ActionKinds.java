// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.catalog.ServiceAction;
import io.execward.catalog.ServiceCatalog;
import io.execward.match.ActionMatcher;
import io.execward.model.Action;
import io.execward.model.ActionPattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sorts the actions of a catalog by the patterns of two subjects that match them. */
final class ActionKinds {
    private final ServiceCatalog catalog;
    private final List<ActionMatcher> matchers;

    ActionKinds(ServiceCatalog catalog, Subject one, Subject other) {
        this.catalog = catalog;
        Set<ActionPattern> patterns = new LinkedHashSet<>();
        for (Subject subject : List.of(one, other)) {
            subject.policies()
                    .forEachPolicy(attached -> attached.policy()
                            .statements()
                            .forEach(statement ->
                                    patterns.addAll(statement.actions().patterns())));
        }
        this.matchers = patterns.stream().map(ActionMatcher::of).toList();
    }

    /** The actions that the pattern matches, those together which no other pattern tells apart. */
    List<List<ActionPattern>> of(ActionPattern pattern) {
        Map<BitSet, List<ActionPattern>> kinds = new LinkedHashMap<>();
        for (ServiceAction action : catalog.actions(pattern)) {
            Action asked = action.action();
            BitSet matched = new BitSet();
            for (int i = 0; i < matchers.size(); i++) {
                matched.set(i, matchers.get(i).matches(asked));
            }
            kinds.computeIfAbsent(matched, m -> new ArrayList<>())
                    .add(new ActionPattern(asked.service() + ":" + action.name()));
        }
        return List.copyOf(kinds.values());
    }
}
