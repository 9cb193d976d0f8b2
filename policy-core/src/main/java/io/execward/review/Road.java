// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.evaluate.StatementRef;
import io.execward.evaluate.Verdict;
import io.execward.model.Request;
import java.util.List;

/**
 * Whether one kind of road is open to a group of principals into a group of targets.
 *
 * @param verdict {@code ALLOWED} is open, {@code UNDECIDED} with {@code onlyIf} is open under conditions
 * @param decidedBy the statements that made the verdict
 * @param onlyIf each a set of conditions, in words, under which the road is open; empty if it is open or closed whatever happens
 * @param witness requests that the engine allows, all of them, for the first member of each group, with the conditions of the first
 *     {@code onlyIf} met; empty if the road is closed or cannot be judged
 * @param closedBy the Deny statements without which the road would be open; empty if it is closed because nothing allows it
 * @param because one lower-case sentence for people
 */
public record Road(
        RoadKind kind,
        Verdict verdict,
        List<StatementRef> decidedBy,
        List<String> onlyIf,
        List<Request> witness,
        List<StatementRef> closedBy,
        String because) {
    public Road {
        decidedBy = List.copyOf(decidedBy);
        onlyIf = List.copyOf(onlyIf);
        witness = List.copyOf(witness);
        closedBy = List.copyOf(closedBy);
    }

    /** True if the road can be taken, at least under conditions. */
    public boolean isOpen() {
        return !witness.isEmpty();
    }
}
