// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.model.ConditionKey;
import java.util.Set;

/** The condition keys that can hold several values in one request (section E.2). */
final class MultivaluedKeys {
    private static final Set<String> KEYS = Set.of(
            "aws:principalorgpaths",
            "aws:principalservicenameslist",
            "aws:vpceorgpaths",
            "aws:resourceorgpaths",
            "aws:calledvia",
            "aws:tagkeys",
            "aws:sourceorgpaths",
            "sts:transitivetagkeys",
            "kms:encryptioncontextkeys",
            "ecs:capacity-provider",
            "ecs:compute-compatibility",
            "ecs:subnet");

    private MultivaluedKeys() {}

    /**
     * Whether an unknown key may turn out to have several values (U-30).
     *
     * @param underSetOperator whether a policy tests it with a set operator
     */
    static boolean mayHaveSeveral(ConditionKey key, boolean underSetOperator) {
        return KEYS.contains(key.folded()) || (underSetOperator && !key.folded().startsWith("aws:"));
    }
}
