// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.model.PolicyKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that by itself keeps a request from being allowed, whatever all else says.
 *
 * @param kind the layer; empty for what no policy can change
 * @param statements the Deny statements that apply; none where an Allow is missing
 * @param message one lower-case sentence
 */
public record Blocker(Optional<PolicyKind> kind, List<StatementRef> statements, String message) {
    public Blocker {
        Objects.requireNonNull(kind, "kind");
        statements = List.copyOf(statements);
        Objects.requireNonNull(message, "message");
    }

    /** True if Deny statements block, false if an Allow is missing. */
    public boolean isExplicit() {
        return !statements.isEmpty();
    }
}
