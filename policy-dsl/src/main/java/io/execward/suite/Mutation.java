// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.model.Policy;
import io.execward.model.PolicyPath;
import java.util.List;
import java.util.Objects;

/**
 * A policy that is one step away from another: what a slip of the pen, or somebody who wants more, would make of it.
 *
 * @param at what was changed, in the policy as it was
 * @param statements the numbers of the statements that were changed, from 0; several if they stand for one sentence
 * @param change what was done, such as {@code drops `ecs:RunTask`}
 * @param policy what came out
 */
public record Mutation(PolicyPath at, List<Integer> statements, String change, Policy policy) {
    static final String REMOVAL = "removes the statement";

    public Mutation {
        Objects.requireNonNull(at, "at");
        statements = List.copyOf(statements);
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(policy, "policy");
    }

    /** True if whole statements are gone. */
    public boolean isRemoval() {
        return change.equals(REMOVAL);
    }
}
