// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.SourceMap;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import java.util.List;
import java.util.Objects;

/**
 * A policy that was read, and what the reading told.
 *
 * @param kind what the document was read as; {@code policy} has no {@link PolicyKind#violations} of it
 * @param sources where each value of the policy is written
 * @param warnings what is legal and probably not meant, in document order
 */
public record PolicyDocument(Policy policy, PolicyKind kind, SourceMap sources, List<Diagnostic> warnings) {
    public PolicyDocument {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(sources, "sources");
        warnings = List.copyOf(warnings);
    }
}
