// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceMap;
import io.execward.model.AttachedPolicy;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A policy of a file, as a value.
 *
 * @param block the policy as written
 * @param holders the ARNs behind {@code for}; none if it is for no one in particular
 * @param resource the ARN behind {@code on}
 * @param policy what the block means; {@link #kind} has nothing against it
 * @param sources where each value of the policy is written: of a sentence, the sentence
 * @param statements the statements of the policy, in its order, each with where it is from
 */
public record LoweredPolicy(
        PolicyBlock block,
        List<Resolved> holders,
        Optional<Resolved> resource,
        Policy policy,
        SourceMap sources,
        List<LoweredStatement> statements) {
    public LoweredPolicy {
        Objects.requireNonNull(block, "block");
        holders = List.copyOf(holders);
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(sources, "sources");
        statements = List.copyOf(statements);
    }

    /** What it is attached as. */
    public PolicyKind kind() {
        return block.kind();
    }

    public String name() {
        return block.name().value();
    }

    /** The level of the organization that it is written for. */
    public Optional<String> level() {
        return block.level().map(Text::value);
    }

    /** The policy under its name. */
    public AttachedPolicy attached() {
        return new AttachedPolicy(name(), policy);
    }
}
