// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.model.Statement;
import java.util.List;
import java.util.Optional;

/** Statement ids: legal in every kind of policy, and each once in a document (R-GRAM-13). */
final class Sids {
    private Sids() {}

    /** The statement with its id, numbered from 2 if the document has another statement with it. */
    static Statement added(Statement statement, List<Statement> before) {
        return says(before, statement) ? statement : statement.withSidFreeIn(before);
    }

    /** True if the document says the same already, whatever it calls it. */
    static boolean says(List<Statement> before, Statement statement) {
        Statement nameless = nameless(statement);
        return before.stream().anyMatch(other -> nameless(other).equals(nameless));
    }

    private static Statement nameless(Statement statement) {
        return new Statement(
                Optional.empty(),
                statement.effect(),
                statement.principals(),
                statement.actions(),
                statement.resources(),
                statement.conditions());
    }
}
