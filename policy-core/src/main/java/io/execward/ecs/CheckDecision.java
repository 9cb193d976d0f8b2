// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.evaluate.Decision;
import io.execward.evaluate.Verdict;
import java.util.Objects;

/** The decision on one check of an operation. */
public record CheckDecision(OperationCheck check, Decision decision) {
    public CheckDecision {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(decision, "decision");
    }

    /** The verdict on this check alone. */
    public Verdict verdict() {
        return decision.verdict();
    }
}
