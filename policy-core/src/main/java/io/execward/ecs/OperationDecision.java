// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.evaluate.Verdict;
import java.util.List;

/** The joint verdict on an operation: allowed only if every check is. */
public sealed interface OperationDecision permits ExecDecision, CheckedDecision {
    OperationRequest request();

    /**
     * The verdict for the call as a whole: the most severe one of the checks, or {@link Verdict#UNDECIDED} if unknown facts leave several
     * possible, as for one request on several resources (R-EVAL-15).
     */
    Verdict verdict();

    /** One for each check of the request, in its order. */
    List<CheckDecision> checks();

    /** True if the call is refused whichever way unknown facts fall: some check is, even if it is open which denial wins. */
    default boolean isDenied() {
        return verdict().isDenied()
                || checks().stream().anyMatch(check -> check.verdict().isDenied());
    }

    /** The checks at fault: those that are denied, or, if none is, those that are not decided; none if the call is allowed. */
    default List<CheckDecision> failing() {
        List<CheckDecision> denied =
                checks().stream().filter(check -> check.verdict().isDenied()).toList();
        return denied.isEmpty()
                ? checks().stream()
                        .filter(check -> check.verdict() == Verdict.UNDECIDED)
                        .toList()
                : denied;
    }

    /** The explanation for people: joint verdict, each check's verdict, and each in full; ends with a line break. */
    String print();
}
