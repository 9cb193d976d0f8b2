// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.RuleId;
import io.execward.diagnostic.Severity;
import io.execward.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with questions: all of a file is told at once, the command line stops at the first. */
final class AskedProblems {
    /** The rule of property files. */
    static final String RULE = "R-EXEC-151";

    private final List<Diagnostic> ofFile = new ArrayList<>();

    /** @throws UsageError if the word is of the command line */
    void refuse(AskedWord word, String message, String help) {
        if (word.span().isEmpty()) {
            throw new UsageError(word.option() + ": " + message + (help.isEmpty() ? "" : ": " + help));
        }
        ofFile.add(problem(RULE, word.span().get(), message, help));
    }

    /** What the library says of a value that it refuses. */
    void refuse(AskedWord word, IllegalArgumentException e) {
        Refusal refusal = Refusal.of(e);
        String rule = refusal.rule().equals(Refusal.KIT_FILES) ? RULE : refusal.rule();
        if (word.span().isEmpty()) {
            throw new UsageError(word.option() + ": " + e.getMessage());
        }
        ofFile.add(problem(rule, word.span().get(), refusal.message(), refusal.help()));
    }

    private static Diagnostic problem(String rule, SourceSpan span, String message, String help) {
        return new Diagnostic(
                new RuleId(rule),
                Severity.ERROR,
                span,
                message,
                help.isEmpty() ? Optional.empty() : Optional.of(help),
                List.of());
    }

    void add(Diagnostic diagnostic) {
        ofFile.add(diagnostic);
    }

    /** @throws InputError with all of them, if there are any */
    void throwIfAny() {
        if (!ofFile.isEmpty()) {
            throw new InputError(DiagnosticPrinter.print(ofFile).stripTrailing());
        }
    }
}
