// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import io.execward.model.PolicyKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A policy.
 *
 * @param holder behind {@code for}: to whom it is attached
 * @param resource behind {@code on}: to what resource it is attached
 * @param level behind {@code level}: where in the organization
 * @param options in the order of writing; each kind at most once
 */
public record PolicyBlock(
        SourceSpan span,
        PolicyKind kind,
        Text name,
        Optional<Reference> holder,
        Optional<Value> resource,
        Optional<Text> level,
        List<Option> options,
        List<Stmt> statements)
        implements Item {
    public PolicyBlock {
        Objects.requireNonNull(kind, "kind");
        options = List.copyOf(options);
        statements = List.copyOf(statements);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.policy(this);
    }

    /** What a document says beside its statements. */
    public sealed interface Option extends Node {
        /** The language version; without an option it is the current one. */
        record Version(SourceSpan span, Text text) implements Option {}

        /** The document has no version. */
        record NoVersion(SourceSpan span) implements Option {}

        /** The id of the document. */
        record Id(SourceSpan span, Text text) implements Option {}
    }
}
