// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.evaluate.Verdict;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the caller expects of a verdict. */
enum Expectation {
    ALLOWED,
    /** Either kind of deny, and never {@code UNDECIDED}. */
    DENIED,
    IMPLICIT_DENY,
    EXPLICIT_DENY,
    UNDECIDED;

    /** The word for it on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws UsageError if there is no such expectation */
    static Expectation of(String text) {
        for (Expectation each : values()) {
            if (each.word().equals(text.toLowerCase(Locale.ROOT).replace('_', '-'))) {
                return each;
            }
        }
        throw new UsageError("--expect: `" + text + "` is not a verdict: write one of "
                + Arrays.stream(values()).map(Expectation::word).collect(Collectors.joining(", ")));
    }

    boolean holdsFor(Verdict verdict) {
        return switch (this) {
            case ALLOWED -> verdict == Verdict.ALLOWED;
            case DENIED -> verdict.isDenied();
            case IMPLICIT_DENY -> verdict == Verdict.IMPLICIT_DENY;
            case EXPLICIT_DENY -> verdict == Verdict.EXPLICIT_DENY;
            case UNDECIDED -> verdict == Verdict.UNDECIDED;
        };
    }
}
