// SPDX-License-Identifier: Apache-2.0
package io.execward.diagnostic;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing to say about a document.
 *
 * @param rule stable id for tests, suppressions and the rule documents
 * @param span the offending text
 * @param message one lower-case sentence, the author's text in backticks, no line break
 * @param help the author's next step; empty when there is nothing useful to say
 * @param related other places that belong to it, such as the first of two duplicates
 */
public record Diagnostic(
        RuleId rule, Severity severity, SourceSpan span, String message, Optional<String> help, List<Related> related) {
    public Diagnostic {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(help, "help");
        related = List.copyOf(related);
    }

    /** An error with a next step. */
    public static Diagnostic error(String rule, SourceSpan span, String message, String help) {
        return new Diagnostic(new RuleId(rule), Severity.ERROR, span, message, Optional.of(help), List.of());
    }

    /** A warning with a next step. */
    public static Diagnostic warning(String rule, SourceSpan span, String message, String help) {
        return new Diagnostic(new RuleId(rule), Severity.WARNING, span, message, Optional.of(help), List.of());
    }

    /** The same diagnostic pointing at another place too. */
    public Diagnostic withRelated(SourceSpan place, String note) {
        return new Diagnostic(rule, severity, span, message, help, List.of(new Related(place, note)));
    }

    /** Another place, and what it has to do with the diagnostic. */
    public record Related(SourceSpan span, String note) {
        public Related {
            Objects.requireNonNull(span, "span");
            Objects.requireNonNull(note, "note");
        }
    }
}
