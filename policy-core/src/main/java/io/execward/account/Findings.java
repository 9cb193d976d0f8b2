// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.RuleId;
import io.execward.diagnostic.Severity;
import io.execward.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is wrong or odd with the documents of an account, collected over all of them. */
final class Findings {
    /** An exception carries so many errors; the last one then says how many more there are. */
    private static final int MOST = 200;

    /** By where the source begins, then by offset: to count the lines of a long source for each comparison would take too long. */
    private static final Comparator<Diagnostic> DOCUMENT_ORDER = Comparator.comparingInt(
                    (Diagnostic each) -> each.span().source().start().line())
            .thenComparingInt(each -> each.span().source().start().column())
            .thenComparingInt(each -> each.span().start());

    private final List<Diagnostic> errors = new ArrayList<>();
    private final List<Diagnostic> warnings = new ArrayList<>();
    private int documentErrors;
    private int documentWarnings;
    private long dropped;
    private long droppedWarnings;

    void error(String rule, SourceSpan span, String message, String help) {
        add(Diagnostic.error(rule, span, message, help));
    }

    void warning(String rule, SourceSpan span, String message, String help) {
        add(Diagnostic.warning(rule, span, message, help));
    }

    void add(Diagnostic found) {
        List<Diagnostic> list = found.severity() == Severity.ERROR ? errors : warnings;
        if (list.size() < 10 * MOST) {
            list.add(found);
        } else if (found.severity() == Severity.ERROR) {
            dropped++;
        } else {
            droppedWarnings++;
        }
    }

    /** Grows with every error. */
    long errorCount() {
        return errors.size() + dropped;
    }

    /** What was added since the last call is of one document, and now stands in its order. */
    void endDocument() {
        errors.subList(documentErrors, errors.size()).sort(DOCUMENT_ORDER);
        warnings.subList(documentWarnings, warnings.size()).sort(DOCUMENT_ORDER);
        documentErrors = errors.size();
        documentWarnings = warnings.size();
    }

    /** The last one says how many more there are, if there are too many. */
    List<Diagnostic> warnings() {
        if (droppedWarnings == 0) {
            return List.copyOf(warnings);
        }
        List<Diagnostic> all = new ArrayList<>(warnings);
        all.add(more(Severity.WARNING, warnings.get(warnings.size() - 1).span(), droppedWarnings, "warnings"));
        return List.copyOf(all);
    }

    private static Diagnostic more(Severity severity, SourceSpan span, long count, String what) {
        return new Diagnostic(
                new RuleId("R-READ-04"),
                severity,
                span,
                "the documents have " + count + " more " + what + " from here on",
                Optional.empty(),
                List.of());
    }

    void throwIfErrors() {
        if (errors.isEmpty()) {
            return;
        }
        long count = errorCount();
        if (count <= MOST) {
            throw new PolicySyntaxException(errors);
        }
        List<Diagnostic> first = new ArrayList<>(errors.subList(0, MOST - 1));
        first.add(more(Severity.ERROR, errors.get(MOST - 1).span(), count - first.size(), "problems"));
        throw new PolicySyntaxException(first);
    }
}
