// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.catalog.ServiceAction;
import io.execward.catalog.ServiceCatalog;
import io.execward.match.ActionMatcher;
import io.execward.model.Action;
import io.execward.model.ActionPattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Several actions of a list as one wildcard, where the catalog has no other action that it would match. */
final class ActionFold {
    private final ServiceCatalog catalog;

    ActionFold(ServiceCatalog catalog) {
        this.catalog = catalog;
    }

    /** A statement with one wildcard more, and what was done. */
    record Folded(Statement statement, String text) {}

    /** The fold that saves most; of several the first. Empty if none saves anything. */
    Optional<Folded> of(Statement statement, Set<Statement> refused) {
        List<ActionPattern> patterns = statement.actions().match(Scope.Only::patterns, allExcept -> List.of());
        List<ActionMatcher> matchers = patterns.stream().map(ActionMatcher::of).toList();
        Optional<Folded> best = Optional.empty();
        int most = 0;
        for (String candidate : candidates(patterns)) {
            ActionPattern wildcard = new ActionPattern(candidate);
            List<ServiceAction> matched = catalog.actions(wildcard);
            List<ActionPattern> folded = patterns.stream()
                    .filter(pattern -> PatternMeet.covers(candidate, pattern.text(), true))
                    .toList();
            int saved = folded.stream()
                            .mapToInt(pattern -> pattern.text().length() + 3)
                            .sum()
                    - candidate.length()
                    - 3;
            if (folded.size() < 2
                    || saved <= most
                    || !matched.stream().allMatch(action -> isListed(action, matchers))) {
                continue;
            }
            Statement shorter = Edits.withActions(statement, new Scope.Only<>(folded(patterns, folded, wildcard)));
            if (!refused.contains(shorter)) {
                most = saved;
                best = Optional.of(new Folded(shorter, "fold " + folded.size() + " actions into `" + candidate + "`"));
            }
        }
        return best;
    }

    private static boolean isListed(ServiceAction action, List<ActionMatcher> matchers) {
        Action asked = action.action();
        return matchers.stream().anyMatch(matcher -> matcher.matches(asked));
    }

    private static List<ActionPattern> folded(
            List<ActionPattern> patterns, List<ActionPattern> folded, ActionPattern wildcard) {
        List<ActionPattern> left = new ArrayList<>();
        for (ActionPattern pattern : patterns) {
            if (!folded.contains(pattern)) {
                left.add(pattern);
            } else if (!left.contains(wildcard)) {
                left.add(wildcard);
            }
        }
        return left;
    }

    /** Beginnings that two actions share, each with a star behind it. */
    private static Set<String> candidates(List<ActionPattern> patterns) {
        Set<String> all = new LinkedHashSet<>();
        for (int i = 0; i < patterns.size(); i++) {
            String a = patterns.get(i).text();
            int colon = a.indexOf(':');
            for (int j = i + 1; j < patterns.size(); j++) {
                String b = patterns.get(j).text();
                int same = 0;
                while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
                    same++;
                }
                String start = a.substring(0, same);
                if (colon > 0 && same > colon && start.indexOf('*') < 0 && start.indexOf('?') < 0) {
                    all.add(start + "*");
                }
            }
        }
        return all;
    }
}
