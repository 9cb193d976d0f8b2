// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.List;
import java.util.Optional;

/**
 * One policy document. Policies are equal if they say the same in the same order; where a document writes a single value
 * without brackets makes no difference (R-GRAM-05, R-GRAM-14).
 *
 * @param version empty behaves like 2008-10-17 (U-01)
 * @param id the {@code Id} element, which only some kinds of policy have (R-GRAM-04)
 * @param statements in document order; the order never matters to a decision (R-GRAM-06)
 */
public record Policy(Optional<PolicyVersion> version, Optional<String> id, List<Statement> statements) {
    /** @throws IllegalArgumentException if a policy variable is malformed (R-VAR-11) */
    public Policy {
        id.ifPresent(text -> Text.wellFormed("Id", text));
        statements = List.copyOf(statements);
        if (version.equals(Optional.of(PolicyVersion.V2012_10_17))) {
            statements.forEach(Policy::checkVariables);
        }
    }

    /** A document of the current version. */
    public static Policy of(Statement... statements) {
        return new Policy(Optional.of(PolicyVersion.V2012_10_17), Optional.empty(), List.of(statements));
    }

    /** True if {@code ${...}} means a policy variable in this document (R-VAR-02, U-01). */
    public boolean hasVariables() {
        return version.equals(Optional.of(PolicyVersion.V2012_10_17));
    }

    private static void checkVariables(Statement statement) {
        statement.resources().ifPresent(scope -> scope.patterns().forEach(pattern -> checkVariables(pattern.text())));
        for (Condition condition : statement.conditions()) {
            if (condition.operator().comparison().family().takesVariables()) {
                condition.values().forEach(Policy::checkVariables);
            }
        }
    }

    private static void checkVariables(String text) {
        if (PolicyVariables.isPlain(text)) {
            return;
        }
        List<PolicyVariables.Problem> problems = PolicyVariables.parse(text).problems();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "`" + text + "`: " + problems.get(0).message() + " (R-VAR-11)");
        }
    }
}
