// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.model.Context;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import java.util.Objects;

/**
 * Whose requests a question is about.
 *
 * @param policies every layer that is supplied; one that is not plays no part
 * @param known keys that this context names are the same in all requests (present with these values, or absent); every other key is
 *     free: absent, or any value of its type
 */
public record Subject(Principal principal, PolicySet policies, Context known) {
    public Subject {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(policies, "policies");
        Objects.requireNonNull(known, "known");
    }

    static final Principal SOMEBODY = Principal.of("arn:aws:iam::111122223333:role/caller");

    /** Some role with these policies, of which nothing is known. */
    public static Subject of(PolicySet policies) {
        return new Subject(SOMEBODY, policies, Context.empty());
    }

    /** Some role with this identity policy alone. */
    public static Subject of(Policy policy) {
        return of(PolicySet.identity(policy));
    }
}
