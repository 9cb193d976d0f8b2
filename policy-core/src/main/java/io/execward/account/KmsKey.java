// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import java.util.List;
import java.util.Optional;

/**
 * A KMS key with its policy.
 *
 * @param awsManaged true if AWS made the key for one of its services
 * @param aliases such as {@code alias/exec}; R-EXEC-26
 * @param policy empty if its text was not supplied
 */
public record KmsKey(Arn arn, String id, boolean awsManaged, List<String> aliases, Optional<AttachedPolicy> policy) {
    public KmsKey {
        aliases = List.copyOf(aliases);
    }
}
