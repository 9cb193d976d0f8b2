// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.RuleId;
import io.execward.diagnostic.Severity;
import io.execward.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is wrong with one document, collected while it is read. A hostile one cannot make it grow without bound. */
final class Problems {
    /** An exception carries so many; the last one then says how many more there are. */
    static final int MOST = 200;

    private static final int KEPT = 10 * MOST;
    private static final Comparator<Diagnostic> DOCUMENT_ORDER =
            Comparator.comparingInt(diagnostic -> diagnostic.span().start());

    private final List<Diagnostic> errors = new ArrayList<>();
    private final List<Diagnostic> warnings = new ArrayList<>();
    private int dropped;

    void error(String rule, SourceSpan span, String message, String help) {
        add(Diagnostic.error(rule, span, message, help));
    }

    void warning(String rule, SourceSpan span, String message, String help) {
        add(Diagnostic.warning(rule, span, message, help));
    }

    void add(Diagnostic problem) {
        boolean error = problem.severity() == Severity.ERROR;
        List<Diagnostic> list = error ? errors : warnings;
        if (list.size() < KEPT) {
            list.add(problem);
        } else if (error) {
            dropped++;
        }
    }

    /** True if what is added now is only counted, so that a costly message is not worth making. */
    boolean isFull() {
        return errors.size() >= KEPT;
    }

    int errorCount() {
        return errors.size() + dropped;
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** At most {@link #MOST}, in document order. */
    List<Diagnostic> warnings() {
        List<Diagnostic> sorted = new ArrayList<>(warnings);
        sorted.sort(DOCUMENT_ORDER);
        return List.copyOf(sorted.subList(0, Math.min(sorted.size(), MOST)));
    }

    void throwIfErrors() {
        if (hasErrors()) {
            throw exception();
        }
    }

    /** What was collected, warnings too if there is room for them, with this at its place. */
    PolicySyntaxException fatal(Diagnostic last) {
        add(last);
        return exception();
    }

    private PolicySyntaxException exception() {
        List<Diagnostic> all = new ArrayList<>(errors);
        if (errorCount() + warnings.size() <= MOST) {
            all.addAll(warnings);
        }
        all.sort(DOCUMENT_ORDER);
        int count = errorCount();
        if (count <= MOST) {
            return new PolicySyntaxException(all);
        }
        List<Diagnostic> first = new ArrayList<>(all.subList(0, MOST - 1));
        SourceSpan next = all.get(MOST - 1).span();
        String message = "the document has " + (count - first.size()) + " more problems from here on";
        first.add(new Diagnostic(new RuleId("R-READ-04"), Severity.ERROR, next, message, Optional.empty(), List.of()));
        return new PolicySyntaxException(first);
    }
}
