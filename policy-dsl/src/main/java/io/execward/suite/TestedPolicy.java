// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.diagnostic.SourceMap;
import io.execward.diagnostic.SourceSpan;
import io.execward.model.AttachedPolicy;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyPath;
import java.util.Objects;

/**
 * A policy of a language file, which tests are about.
 *
 * @param places where its parts stand
 * @param block where the whole of it stands
 */
public record TestedPolicy(PolicyKind kind, AttachedPolicy attached, SourceMap places, SourceSpan block) {
    public TestedPolicy {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(attached, "attached");
        Objects.requireNonNull(places, "places");
        Objects.requireNonNull(block, "block");
    }

    /** By what name people know it. */
    public String name() {
        return attached.name();
    }

    public Policy policy() {
        return attached.policy();
    }

    /** The span of the part, or of the smallest thing around it that stands in the text. */
    public SourceSpan span(PolicyPath part) {
        return Places.span(places, part).orElse(block);
    }

    boolean is(PolicyKind otherKind, AttachedPolicy other) {
        return layer(kind) == layer(otherKind) && attached.equals(other);
    }

    boolean isOf(PolicyKind otherKind, String otherName) {
        return layer(kind) == layer(otherKind) && attached.name().equals(otherName);
    }

    /** A trust policy stands in the resource layer, and an empty one cannot be told from a resource policy. */
    private static PolicyKind layer(PolicyKind kind) {
        return kind == PolicyKind.ROLE_TRUST ? PolicyKind.RESOURCE : kind;
    }
}
