// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import java.util.Objects;

/**
 * A rule that could not be judged to the end: it neither holds nor applies.
 *
 * @param because one lower-case sentence that names what is missing
 */
public record NotChecked(ReadinessRule rule, Reason reason, String because) {
    public NotChecked {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(because, "because");
    }

    /** Why a rule was not judged. */
    public enum Reason {
        /** A document, or a fact in one, is missing. */
        NOT_SUPPLIED("not supplied"),
        /** The policies are there, and their answer depends on facts that no document tells. */
        UNDECIDED("cannot be decided"),
        /** All that was supplied says yes; a policy that was not supplied could still say no. */
        AS_FAR_AS_SUPPLIED("holds as far as supplied"),
        /** It is about a task role or a container, and there is none. */
        NOTHING_TO_JUDGE("nothing to judge");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** The reason in a few lower-case words. */
        public String text() {
            return text;
        }
    }
}
