// SPDX-License-Identifier: Apache-2.0
package io.execward.cases;

import io.execward.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One question about all requests, as a line of a case file asks it.
 *
 * @param kind such as {@code no-new-access}
 */
public record AnalysisCase(
        String id, String kind, Universe universe, AnalysisQuestion question, Optional<Expected> expected) {
    public AnalysisCase {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(universe, "universe");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(expected, "expected");
    }

    /** Which requests there are. */
    public enum Universe {
        /** Any action on any resource with any keys. */
        ANY,
        /** What the service catalog makes possible. */
        CATALOG,
        /** Either: the answer is the same. */
        BOTH
    }

    /** The answer that a case file tells: one truth value, or one share for each caller of a {@code who-can} question. */
    public sealed interface Expected {
        record Holds(boolean value) implements Expected {}

        record Shares(Map<String, AnalysisQuestion.Share> byCaller) implements Expected {
            public Shares {
                byCaller = Collections.unmodifiableMap(new LinkedHashMap<>(byCaller));
            }
        }
    }

    /**
     * Reads a case, strictly: what is not known is an error.
     *
     * @throws CaseException if the value is none
     * @throws io.execward.diagnostic.PolicySyntaxException if a policy in it is malformed
     */
    public static AnalysisCase read(JsonValue value) {
        return AnalysisCaseReader.read(value);
    }
}
