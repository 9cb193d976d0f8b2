// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Severity;
import io.execward.diagnostic.SourceSpan;
import io.execward.diagnostic.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with tests, collected so that all of it is said at once. */
final class Complaints {
    private static final int MOST_LISTED = 8;

    private final List<Diagnostic> all = new ArrayList<>();

    /** Thrown to leave a test item that was complained about; the next one is read all the same. */
    static final class Given extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Given() {
            super("complained about", null, false, false);
        }
    }

    void error(String rule, SourceSpan span, String message, String help) {
        all.add(Diagnostic.error(rule, span, message, help));
    }

    Given fatal(String rule, SourceSpan span, String message, String help) {
        error(rule, span, message, help);
        return new Given();
    }

    void add(Diagnostic diagnostic) {
        all.add(diagnostic);
    }

    /** How many errors there are so far. */
    int errors() {
        return (int)
                all.stream().filter(each -> each.severity() == Severity.ERROR).count();
    }

    void warning(String rule, SourceSpan span, String message, String help) {
        all.add(Diagnostic.warning(rule, span, message, help));
    }

    /** Runs one step; what the model refuses becomes an error at this place. */
    void at(SourceSpan span, Runnable step) {
        try {
            step.run();
        } catch (Given e) {
            return; // It was said already.
        } catch (IllegalArgumentException e) {
            error("TEST-01", span, String.valueOf(e.getMessage()), "change what the test says here");
        } catch (PolicySyntaxException e) {
            all.addAll(e.diagnostics());
        }
    }

    /** What to write in place of an unknown name. */
    static String suggestion(String written, Collection<String> known, String ifNone) {
        if (known.isEmpty()) {
            return ifNone;
        }
        return Spelling.ignoringCase(written, known)
                .or(() -> Spelling.nearest(written, known))
                .map(near -> "did you mean `" + near + "`?")
                .orElseGet(() -> "there is "
                        + known.stream()
                                .limit(MOST_LISTED)
                                .map(name -> "`" + name + "`")
                                .collect(Collectors.joining(", "))
                        + (known.size() > MOST_LISTED ? " and " + (known.size() - MOST_LISTED) + " more" : ""));
    }

    List<Diagnostic> all() {
        return List.copyOf(all);
    }

    boolean hasErrors() {
        return errors() > 0;
    }
}
