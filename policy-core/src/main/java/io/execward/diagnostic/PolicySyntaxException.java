// SPDX-License-Identifier: Apache-2.0
package io.execward.diagnostic;

import java.util.List;

/** A document that cannot be used, with every problem that was found in it. */
public final class PolicySyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /**
     * An exception with these problems.
     *
     * @param diagnostics at least one error, in document order
     */
    public PolicySyntaxException(List<Diagnostic> diagnostics) {
        super("the document cannot be used");
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** Every problem, in document order. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** The problems as {@link DiagnosticPrinter} prints them; printed only when somebody asks. */
    @Override
    public String getMessage() {
        return DiagnosticPrinter.print(diagnostics);
    }
}
