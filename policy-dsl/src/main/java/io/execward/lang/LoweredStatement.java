// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.model.Statement;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement of a policy and what it was lowered from. A sentence may become several statements.
 *
 * @param source the statement as written
 */
public record LoweredStatement(Statement statement, Stmt source) {
    public LoweredStatement {
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(source, "source");
    }

    /** Why it is there, if the author says so. */
    public Optional<String> because() {
        return source.because().map(Text::value);
    }
}
