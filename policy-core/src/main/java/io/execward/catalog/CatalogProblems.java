// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a catalog, collected while it is read; a file of nonsense does not make it grow without bound. */
final class CatalogProblems {
    private static final int MOST = 200;

    private final List<Diagnostic> problems = new ArrayList<>();

    void error(String rule, SourceSpan span, String message, String help) {
        add(Diagnostic.error(rule, span, message, help));
    }

    void add(Diagnostic problem) {
        if (!isFull()) {
            problems.add(problem);
        }
    }

    boolean isFull() {
        return problems.size() >= MOST;
    }

    /** In document order: a service's keys are read before its actions, wherever they stand. */
    PolicySyntaxException exception() {
        List<Diagnostic> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparingInt(problem -> problem.span().start()));
        return new PolicySyntaxException(sorted);
    }

    void throwIfErrors() {
        if (!problems.isEmpty()) {
            throw exception();
        }
    }

    /** The author's text in backticks, cut if it is long. */
    static String quoted(String text) {
        int most = 80;
        if (text.length() <= most) {
            return "`" + text + "`";
        }
        return "`" + text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, most - 1))) + "...`";
    }
}
