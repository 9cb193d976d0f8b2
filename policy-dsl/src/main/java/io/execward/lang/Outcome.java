// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import io.execward.model.PolicyKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is expected.
 *
 * @param because what decides
 * @param without what is not known, for {@link Verdict#UNDECIDED}
 */
public record Outcome(SourceSpan span, Verdict verdict, Optional<Reason> because, List<Missing> without)
        implements Node {
    public Outcome {
        Objects.requireNonNull(verdict, "verdict");
        without = List.copyOf(without);
    }

    /** The words for verdicts; {@link #DENIED} is either of the two that follow it. */
    public enum Verdict {
        ALLOWED("allowed"),
        DENIED("denied"),
        EXPLICITLY_DENIED("explicitly denied"),
        IMPLICITLY_DENIED("implicitly denied"),
        UNDECIDED("undecided");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** As the language writes it. */
        public String words() {
            return words;
        }
    }

    /**
     * What decides: a layer, a policy of it, or a Sid or policy name.
     *
     * @param layer empty if only a name is written
     * @param name the name of the policy, or without a layer also a Sid; at least one of the two is there
     */
    public record Reason(SourceSpan span, Optional<PolicyKind> layer, Optional<Text> name) implements Node {}

    /**
     * Something that is not known.
     *
     * @param detail the key of a tag, or the condition key; empty for the others
     */
    public record Missing(SourceSpan span, Kind kind, Optional<Word> detail) implements Node {
        /** What may be missing. */
        public enum Kind {
            TASK_TAG("task tag"),
            CLUSTER_TAG("cluster tag"),
            CALLER_TAG("caller tag"),
            CONTAINER("container"),
            MFA("mfa"),
            ADDRESS("address"),
            TIME("time"),
            /** A condition key, which is written itself. */
            KEY("");

            private final String words;

            Kind(String words) {
                this.words = words;
            }

            /** As the language writes it. */
            public String words() {
                return words;
            }
        }
    }
}
