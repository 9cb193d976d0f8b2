// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.catalog.GlobalKeys;
import io.execward.model.ConditionKey;
import java.util.Set;

/**
 * Which keys have one value in all checks of an operation: facts about the caller, its credentials and the way of the call. All others
 * (the resource and its tags, what a service adds) are each check's own: which of them AWS sends with every check is not published, and
 * a key that is taken to be free proves less, never more. So are the region and whether a service asks: a check of another service (the
 * role that a task is given) may be made elsewhere, and on the caller's behalf.
 */
final class SharedKeys {
    private static final Set<String> OF_EACH_CHECK = Set.of("aws:requestedregion", "aws:viaawsservice");

    private SharedKeys() {}

    static boolean has(ConditionKey key) {
        return !OF_EACH_CHECK.contains(key.folded()) && isOfCall(key);
    }

    private static boolean isOfCall(ConditionKey key) {
        return GlobalKeys.find(key)
                .map(global -> switch (global.presence()) {
                    case ALWAYS, SIGNED, PRINCIPAL, CREDENTIALS, NETWORK -> true;
                    case SERVICE_PRINCIPAL, OWNER, CALL_CHAIN, OPERATION, UNSETTLED -> false;
                })
                .orElse(false);
    }
}
