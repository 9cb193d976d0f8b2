// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.evaluate.Verdict;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of an expectation.
 *
 * @param verdict that the engine gave
 * @param failure empty if the expectation holds
 */
public record ExpectationResult(Expectation expectation, Verdict verdict, Optional<Failure> failure) {
    public ExpectationResult {
        Objects.requireNonNull(expectation, "expectation");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(failure, "failure");
    }

    /** True if it came as expected. */
    public boolean held() {
        return failure.isEmpty();
    }

    /**
     * Why an expectation does not hold.
     *
     * @param expected in the words of the language
     * @param found in one line
     * @param explanation the explained decision; ends with a line break
     */
    public record Failure(String expected, String found, String explanation) {
        public Failure {
            Objects.requireNonNull(expected, "expected");
            Objects.requireNonNull(found, "found");
            Objects.requireNonNull(explanation, "explanation");
        }

        /** The first line of a report. */
        public String sentence() {
            return "expected " + expected + ", but " + found;
        }
    }
}
