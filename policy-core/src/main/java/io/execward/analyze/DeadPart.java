// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.model.PolicyPath;
import java.util.Objects;

/**
 * A part of a document that does nothing: without it, and without all other dead parts, the document means the same wherever it stands.
 *
 * @param path of the statement, the pattern, the condition or the value
 * @param text what stands there: a pattern or value, the operator and key of a condition, the Sid or number of a statement
 * @param proof what shows it; its statements cover the part or deny what it says, and are counted in the document without the parts
 *     that were found dead before
 */
public record DeadPart(Kind kind, PolicyPath path, String text, Answer.Holds proof) {
    public DeadPart {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(proof, "proof");
    }

    /** What is dead, and why. */
    public enum Kind {
        /** A statement that no request matches: its conditions contradict each other, or a value cannot be. */
        NEVER_MATCHES("the statement matches no request"),
        /** An Allow of which all is denied by the same document. */
        SHADOWED("everything that the statement allows is denied"),
        /** A statement that stands there twice. */
        DUPLICATE("the statement stands there twice"),
        /** A statement whose effect other statements have too. */
        REDUNDANT("other statements say all that the statement says"),
        /** A pattern whose list, or another statement, matches the same without it. */
        PATTERN("the pattern adds nothing"),
        /** A test that every request passes that the rest of the statement matches, or nearly: nothing depends on it. */
        CONDITION("the condition changes nothing"),
        /** A condition value that makes no difference. */
        VALUE("the value changes nothing");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** In words. */
        public String text() {
            return text;
        }
    }

    /** One line, such as {@code /Statement/0/Action/1 ecs:RunTask: the pattern adds nothing}. */
    @Override
    public String toString() {
        return path + " " + text + ": " + kind.text();
    }
}
