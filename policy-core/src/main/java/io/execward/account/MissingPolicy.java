// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.model.Arn;
import io.execward.model.ConditionKey;
import java.util.Optional;

/**
 * A managed policy that is attached or set as permissions boundary, but whose text is in no document; or a group of a user, whose
 * policies are in none (R-EXEC-116).
 *
 * @param arn of the policy; of the group, with the path {@code /}
 */
public record MissingPolicy(Arn arn, boolean asBoundary) {
    /**
     * What was not supplied that a verdict depends on, in words, such as {@code the policy arn:…}; empty if the key is one of AWS. A
     * verdict that hangs on such a policy depends on a fact of a key that only stands for it (R-EXEC-116, R-EXEC-117).
     */
    public static Optional<String> behind(ConditionKey key) {
        return NotSupplied.words(key);
    }
}
