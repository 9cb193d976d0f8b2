// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.ecs.OperationDecision;
import io.execward.evaluate.Decision;
import io.execward.evaluate.Undecided;
import io.execward.evaluate.Verdict;

/** Whether a call is refused whichever way unknown facts fall. */
final class Refusal {
    private Refusal() {}

    /**
     * True if no way leads to {@code ALLOWED}. The verdict may be {@code UNDECIDED} all the same, where only the kind of refusal is
     * open: a shell that nothing allows, with a key whose policy may deny too.
     */
    static boolean isSure(OperationDecision decision) {
        return decision.verdict().isDenied() || decision.checks().stream().anyMatch(check -> isSure(check.decision()));
    }

    /** The verdict, and whether it can still be a yes. */
    static String words(OperationDecision decision) {
        boolean either = decision.verdict() == Verdict.UNDECIDED && isSure(decision);
        return decision.verdict() + (either ? ", and refused either way" : "");
    }

    private static boolean isSure(Decision decision) {
        return decision.verdict().isDenied()
                || decision.undecided()
                        .filter(Undecided::exact)
                        .map(Undecided::ways)
                        .filter(ways ->
                                !ways.isEmpty() && ways.stream().noneMatch(way -> way.verdict() == Verdict.ALLOWED))
                        .isPresent();
    }
}
