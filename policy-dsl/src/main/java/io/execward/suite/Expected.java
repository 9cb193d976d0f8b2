// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.evaluate.Verdict;

/** What an expectation expects of a verdict. */
public enum Expected {
    ALLOWED("allowed"),
    /** Refused for sure; not where facts that are missing may still allow it. */
    DENIED("denied"),
    EXPLICITLY_DENIED("explicitly denied"),
    IMPLICITLY_DENIED("implicitly denied"),
    /** Facts that are missing may allow it, or may not. */
    UNDECIDED("undecided");

    private final String text;

    Expected(String text) {
        this.text = text;
    }

    /** As the language writes it. */
    public String text() {
        return text;
    }

    boolean holds(Judgement judgement) {
        return switch (this) {
            case ALLOWED -> judgement.verdict() == Verdict.ALLOWED;
            case DENIED -> judgement.isRefused();
            case EXPLICITLY_DENIED -> judgement.verdict() == Verdict.EXPLICIT_DENY;
            case IMPLICITLY_DENIED -> judgement.verdict() == Verdict.IMPLICIT_DENY;
            case UNDECIDED -> judgement.verdict() == Verdict.UNDECIDED && !judgement.isRefused();
        };
    }

    /** The outcome that a verdict has, so that an expectation of it would hold. */
    static Expected of(Verdict verdict) {
        return switch (verdict) {
            case ALLOWED -> ALLOWED;
            case EXPLICIT_DENY -> EXPLICITLY_DENIED;
            case IMPLICIT_DENY -> IMPLICITLY_DENIED;
            case UNDECIDED -> UNDECIDED;
        };
    }
}
