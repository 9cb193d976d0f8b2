// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import io.execward.account.MissingPolicy;
import io.execward.evaluate.Decision;
import io.execward.evaluate.Fact;
import io.execward.evaluate.Undecided;
import io.execward.evaluate.Verdict;
import java.util.Collection;
import java.util.List;

/**
 * Reads a decision with what it rests on in mind: a yes holds only as far as every layer that could deny was supplied. For single
 * policies that were not supplied a stand-in is among those that were judged, which makes the decision depend on it (R-EXEC-116).
 *
 * @param unseen the layers that take part in the request and were not supplied
 */
record Reading(List<String> unseen) {
    Permission permission(String what, Decision decision) {
        return switch (decision.verdict()) {
            case ALLOWED ->
                unseen.isEmpty()
                        ? Permission.allowed(what)
                        : Permission.open(what, NotChecked.Reason.AS_FAR_AS_SUPPLIED, unseen);
            case EXPLICIT_DENY, IMPLICIT_DENY -> Permission.denied(what, decision);
            case UNDECIDED -> undecided(what, decision);
        };
    }

    static String asFarAsSupplied(Collection<String> unseen) {
        return "allowed by all that was supplied; not supplied, and able to deny: " + String.join(", ", unseen);
    }

    /** It is no in every way in which the unknown facts can fall, or it is not known. */
    private static Permission undecided(String what, Decision decision) {
        Undecided undecided = decision.undecided().orElseThrow();
        boolean never = undecided.exact()
                && !undecided.ways().isEmpty()
                && undecided.ways().stream().noneMatch(way -> way.verdict() == Verdict.ALLOWED);
        return never ? Permission.denied(what, decision) : Permission.open(what, reason(undecided), facts(undecided));
    }

    static NotChecked.Reason reason(Undecided undecided) {
        return undecided.facts().stream().anyMatch(Reading::isStandIn)
                ? NotChecked.Reason.NOT_SUPPLIED
                : NotChecked.Reason.UNDECIDED;
    }

    /** What a verdict depends on, in words. */
    static List<String> facts(Undecided undecided) {
        return undecided.facts().stream().map(Reading::words).toList();
    }

    static String depends(List<String> actions, List<String> facts) {
        return String.join(", ", actions)
                + (actions.size() == 1 ? " depends on " : " depend on ")
                + String.join(", ", facts);
    }

    private static String words(Fact fact) {
        return MissingPolicy.behind(fact.key())
                .map(policy -> policy + ", which was not supplied")
                .orElseGet(fact::toString);
    }

    private static boolean isStandIn(Fact fact) {
        return MissingPolicy.behind(fact.key()).isPresent();
    }
}
