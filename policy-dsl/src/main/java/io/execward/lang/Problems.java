// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Severity;
import io.execward.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What is wrong with a file and with those it includes, collected on the way. A hostile file cannot make it grow without bound. */
final class Problems implements Consumer<Diagnostic> {
    /** So many are told; the last one then says that there are more. */
    static final int MOST = 200;

    private final Set<Diagnostic> errors = new LinkedHashSet<>();
    private final Set<Diagnostic> warnings = new LinkedHashSet<>();
    private int dropped;

    void error(String rule, SourceSpan span, String message, String help) {
        accept(Diagnostic.error(rule, span, message, help));
    }

    void warning(String rule, SourceSpan span, String message, String help) {
        accept(Diagnostic.warning(rule, span, message, help));
    }

    /** Said once, however often it is found. */
    @Override
    public void accept(Diagnostic problem) {
        boolean error = problem.severity() == Severity.ERROR;
        Set<Diagnostic> list = error ? errors : warnings;
        if (list.size() < MOST) {
            list.add(problem);
        } else if (error) {
            dropped++;
        }
    }

    void addAll(List<Diagnostic> more) {
        more.forEach(this);
    }

    /** True if further errors are not told, so that looking for them is not worth while. */
    boolean isFull() {
        return errors.size() >= MOST;
    }

    /** There are more errors, of which nothing is told. */
    void giveUp() {
        dropped++;
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    int errorCount() {
        return errors.size() + dropped;
    }

    List<Diagnostic> warnings() {
        return sorted(warnings);
    }

    /** @throws PolicySyntaxException with the errors, and the warnings if there is room, if there are errors */
    void throwIfErrors() {
        if (errors.isEmpty()) {
            return;
        }
        List<Diagnostic> all = new ArrayList<>(sorted(errors));
        if (dropped > 0) {
            SourceSpan last = all.remove(all.size() - 1).span();
            String message = "there are more problems from here on";
            all.add(Diagnostic.error("LANG-001", last, message, "mend those before this first"));
        } else if (all.size() + warnings.size() <= MOST) {
            all.addAll(warnings);
        }
        throw new PolicySyntaxException(sorted(all));
    }

    /** File by file as they were first complained about, each in the order of its text. */
    private static List<Diagnostic> sorted(Iterable<Diagnostic> problems) {
        List<Diagnostic> all = new ArrayList<>();
        problems.forEach(all::add);
        List<Object> files = all.stream()
                .<Object>map(problem -> problem.span().source())
                .distinct()
                .toList();
        all.sort(Comparator.<Diagnostic>comparingInt(
                        problem -> files.indexOf(problem.span().source()))
                .thenComparingInt(problem -> problem.span().start()));
        return List.copyOf(all);
    }
}
