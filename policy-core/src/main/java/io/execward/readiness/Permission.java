// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import io.execward.evaluate.Decision;
import io.execward.evaluate.ResourceDecision;
import io.execward.evaluate.StatementRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether somebody may do something, as far as the documents tell.
 *
 * @param what the action, with the resource unless that is {@code *}
 * @param reason why it is open; without meaning for the other outcomes
 * @param on the facts on which it depends, or the layers that were not supplied, in words; none for the other outcomes
 * @param evidence the statements that decide, or the layers that do not allow it
 */
record Permission(String what, Outcome outcome, NotChecked.Reason reason, List<String> on, List<String> evidence) {
    enum Outcome {
        ALLOWED,
        DENIED,
        OPEN
    }

    Permission {
        Objects.requireNonNull(outcome, "outcome");
        on = List.copyOf(on);
        evidence = List.copyOf(evidence);
    }

    static Permission allowed(String what) {
        return new Permission(what, Outcome.ALLOWED, NotChecked.Reason.UNDECIDED, List.of(), List.of());
    }

    static Permission denied(String what, Decision decision) {
        return new Permission(what, Outcome.DENIED, NotChecked.Reason.UNDECIDED, List.of(), evidence(decision));
    }

    static Permission open(String what, NotChecked.Reason reason, List<String> on) {
        return new Permission(what, Outcome.OPEN, reason, on, List.of());
    }

    private static List<String> evidence(Decision decision) {
        List<String> all = new ArrayList<>();
        for (ResourceDecision check : decision.resources()) {
            if (check.verdict().isDenied()) {
                String what = decision.request().action()
                        + (check.resource().text().equals("*")
                                ? ""
                                : " on " + check.resource().text());
                check.blockers()
                        .forEach(
                                blocker -> all.add(what + ": " + blocker.message() + statements(blocker.statements())));
            }
        }
        return all.isEmpty() ? List.of("no way in which the unknown facts can fall allows it") : all;
    }

    private static String statements(List<StatementRef> statements) {
        return statements.isEmpty()
                ? ""
                : ": " + statements.stream().map(StatementRef::toString).collect(Collectors.joining(", "));
    }

    boolean isDenied() {
        return outcome == Outcome.DENIED;
    }

    /**
     * A rule that wants all of these: it applies if one is denied for certain, and cannot be judged if one is open.
     *
     * @param sentence what it means that the actions that are named behind it are denied
     */
    static Judgement all(List<Permission> wanted, String sentence, String help) {
        List<Permission> denied = wanted.stream().filter(Permission::isDenied).toList();
        if (!denied.isEmpty()) {
            String actions = denied.stream().map(Permission::what).collect(Collectors.joining(", "));
            return Judgement.applies(
                    sentence + ": " + actions,
                    help,
                    denied.stream().flatMap(one -> one.evidence().stream()).toArray(String[]::new));
        }
        return wanted.stream()
                .filter(one -> one.outcome() == Outcome.OPEN)
                .reduce((first, second) -> first.reason().compareTo(second.reason()) <= 0 ? first : second)
                .map(worst -> (Judgement) new Judgement.Unknown(worst.reason(), becauseOf(wanted, worst)))
                .orElseGet(Judgement::clear);
    }

    private static String becauseOf(List<Permission> wanted, Permission worst) {
        Map<List<String>, List<String>> actions = new LinkedHashMap<>();
        Set<String> unseen = new LinkedHashSet<>();
        for (Permission one : wanted) {
            if (one.outcome() == Outcome.OPEN && one.reason() == worst.reason()) {
                actions.computeIfAbsent(one.on(), on -> new ArrayList<>()).add(one.what());
                unseen.addAll(one.on());
            }
        }
        return worst.reason() == NotChecked.Reason.AS_FAR_AS_SUPPLIED
                ? Reading.asFarAsSupplied(unseen)
                : actions.entrySet().stream()
                        .map(entry -> Reading.depends(entry.getValue(), entry.getKey()))
                        .collect(Collectors.joining("; "));
    }
}
