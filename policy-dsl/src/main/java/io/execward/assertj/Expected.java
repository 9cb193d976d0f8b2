// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.ecs.OperationDecision;
import io.execward.evaluate.Verdict;

/** What a sentence expects of a verdict. */
enum Expected {
    ALLOWED("be allowed"),
    /** Refused for sure; not where facts that are missing may still allow it, for no test may pass by accident. */
    DENIED("be denied"),
    /** Facts that are missing may allow it, or may not. */
    UNDECIDED("be undecided");

    private final String words;

    Expected(String words) {
        this.words = words;
    }

    /** As in: expected the caller to … */
    String words() {
        return words;
    }

    boolean holds(OperationDecision decision) {
        return switch (this) {
            case ALLOWED -> decision.verdict() == Verdict.ALLOWED;
            case DENIED -> Refusal.isSure(decision);
            case UNDECIDED -> decision.verdict() == Verdict.UNDECIDED && !Refusal.isSure(decision);
        };
    }
}
