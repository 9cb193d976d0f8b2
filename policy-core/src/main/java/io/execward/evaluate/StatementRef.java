// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.diagnostic.SourceMap;
import io.execward.diagnostic.SourceSpan;
import io.execward.model.AttachedPolicy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyPath;
import java.util.Optional;

/** Which statement: its layer, its policy, its number, and where it was read from. */
public final class StatementRef {
    private final PolicyKind kind;
    private final String policy;
    private final int index;
    private final Optional<String> sid;
    private final PolicyPath path;
    private final Optional<SourceMap> sources;

    StatementRef(PolicyKind kind, String policy, int index, Optional<String> sid, Optional<SourceMap> sources) {
        this.kind = kind;
        this.policy = policy;
        this.index = index;
        this.sid = sid;
        this.path = PolicyPath.statement(index);
        this.sources = sources;
    }

    /** A statement of a policy of which no text is known. */
    public static StatementRef of(PolicyKind kind, AttachedPolicy policy, int index) {
        Optional<String> sid = policy.policy().statements().get(index).sid();
        return new StatementRef(kind, policy.name(), index, sid, Optional.empty());
    }

    /** The layer in which the statement takes part. */
    public PolicyKind kind() {
        return kind;
    }

    /** The name of the policy. */
    public String policy() {
        return policy;
    }

    /** The statement's place in its policy, from 0. */
    public int index() {
        return index;
    }

    /** The statement's id, if it has one. */
    public Optional<String> sid() {
        return sid;
    }

    /** The statement's path in its document. */
    public PolicyPath path() {
        return path;
    }

    /** Where the statement stands, if its policy was read from text that the engine was told of. */
    public Optional<SourceSpan> span() {
        return span(path);
    }

    /** Where a part of the statement stands, likewise. */
    public Optional<SourceSpan> span(PolicyPath part) {
        return sources.flatMap(map -> map.span(part));
    }

    /** Policy and line, or policy and path where there is no text; with the Sid. */
    @Override
    public String toString() {
        String place = span().map(SourceSpan::toString).orElse(policy + path);
        return sid.map(id -> place + " (" + id + ")").orElse(place);
    }
}
