// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.evaluate.Blocker;
import io.execward.evaluate.Decision;
import io.execward.evaluate.ResourceDecision;
import io.execward.evaluate.StatementRef;
import io.execward.evaluate.Undecided;
import io.execward.evaluate.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What came of a call.
 *
 * @param decisions one for each check
 * @param explanation for people; ends with a line break
 */
public record Judgement(Verdict verdict, List<Decision> decisions, String explanation) {
    public Judgement {
        Objects.requireNonNull(verdict, "verdict");
        decisions = List.copyOf(decisions);
        Objects.requireNonNull(explanation, "explanation");
    }

    /**
     * True if no way in which unknown facts can fall leads to {@code ALLOWED}. The verdict may be {@code UNDECIDED} all the same, where
     * only the kind of refusal is open.
     */
    boolean isRefused() {
        return verdict.isDenied() || decisions.stream().anyMatch(Judgement::isRefused);
    }

    private static boolean isRefused(Decision decision) {
        return decision.verdict().isDenied()
                || decision.undecided()
                        .filter(Undecided::exact)
                        .map(Undecided::ways)
                        .filter(ways ->
                                !ways.isEmpty() && ways.stream().noneMatch(way -> way.verdict() == Verdict.ALLOWED))
                        .isPresent();
    }

    /** Of an allowed call the Allows, of a refused one the Denies of what is refused. */
    Stream<StatementRef> decisive() {
        Verdict decisive = verdict == Verdict.ALLOWED ? Verdict.ALLOWED : Verdict.EXPLICIT_DENY;
        return resources()
                .filter(resource -> resource.verdict() == decisive)
                .flatMap(resource -> resource.decidedBy().stream());
    }

    /** All that would block by itself, of what is refused. */
    Stream<Blocker> blockers() {
        return resources()
                .filter(resource -> resource.verdict().isDenied())
                .flatMap(resource -> resource.blockers().stream());
    }

    private Stream<ResourceDecision> resources() {
        return verdict == Verdict.ALLOWED || isRefused()
                ? decisions.stream().flatMap(decision -> decision.resources().stream())
                : Stream.empty();
    }
}
