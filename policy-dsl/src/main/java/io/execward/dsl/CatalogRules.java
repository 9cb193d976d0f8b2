// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.catalog.ActionResource;
import io.execward.catalog.Answer;
import io.execward.catalog.ServiceAction;
import io.execward.catalog.ServiceCatalog;
import io.execward.model.ActionPattern;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.Effect;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the catalog knows against: a statement about an action and a resource, or a key, that never meet. Such an Allow grants nothing
 * and such a Deny is lost, and no document shows it.
 */
final class CatalogRules {
    private CatalogRules() {}

    /** Every named action is authorised on one of the targets, and every target is one of an action. */
    static void checkTargets(Effect effect, ActionSet actions, List<Target<?>> targets) {
        if (targets.stream().anyMatch(target -> target.types().isEmpty())) {
            return;
        }
        List<ActionPattern> checked = actions.checkedPatterns();
        for (ActionPattern pattern : checked) {
            List<ServiceAction> meant = ActionSet.meant(pattern);
            if (meant.stream().noneMatch(action -> targets.stream().anyMatch(target -> takes(action, target)))) {
                boolean onStar = meant.stream().allMatch(ServiceAction::isOnlyOnStar);
                throw refused(
                        effect,
                        "`" + pattern + "` is not authorised on " + targets,
                        onStar ? "it has no resource type: write `onEverything`" : "give it a statement of its own",
                        "R-RES-11");
            }
        }
        if (checked.size() < actions.patterns().size()) {
            return;
        }
        for (Target<?> target : targets) {
            if (checked.stream()
                    .flatMap(pattern -> ActionSet.meant(pattern).stream())
                    .noneMatch(action -> takes(action, target))) {
                throw refused(
                        effect, "no action of " + actions + " is authorised on " + target, "leave it out", "R-RES-11");
            }
        }
    }

    private static boolean takes(ServiceAction action, Target<?> target) {
        return action.resources().stream()
                .map(ActionResource::type)
                .anyMatch(type -> target.types().contains(type.name()));
    }

    /** Every named action carries every key, on one of the targets at least. */
    static void checkKeys(Effect effect, ActionSet actions, List<Target<?>> targets, When when) {
        if (!when.checked()) {
            return;
        }
        Set<String> types = new HashSet<>();
        targets.forEach(target -> types.addAll(target.types()));
        for (Condition condition : when.conditions()) {
            for (ActionPattern pattern : actions.checkedPatterns()) {
                if (ActionSet.meant(pattern).stream().noneMatch(action -> mayCarry(action, types, condition.key()))) {
                    throw refused(
                            effect,
                            "requests of `" + pattern + "` never carry `" + condition.key() + "`",
                            "give the action a statement without this condition, or choose a key that it carries",
                            "R-EXEC-129");
                }
            }
        }
    }

    private static boolean mayCarry(ServiceAction action, Set<String> types, ConditionKey key) {
        ServiceCatalog catalog = ServiceCatalog.bundled();
        List<ActionResource> rows = action.resources().stream()
                .filter(row -> types.contains(row.type().name()))
                .toList();
        return rows.isEmpty()
                ? catalog.takes(action.action(), key) != Answer.NO
                : rows.stream()
                        .anyMatch(
                                row -> catalog.takes(action.action(), row.type().name(), key) != Answer.NO);
    }

    private static IllegalArgumentException refused(Effect effect, String what, String next, String rule) {
        String harm = effect == Effect.ALLOW ? "the Allow would grant nothing" : "the Deny would be lost";
        return new IllegalArgumentException(what + ", so " + harm + ": " + next + " (" + rule + ")");
    }
}
