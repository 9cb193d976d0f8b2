// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;

/** What a context says for sure; a key that it does not name is free, not absent. */
final class Known {
    private Known() {}

    static boolean says(Context known, ConditionKey key) {
        boolean named = known.get(key) instanceof ContextValue.Present
                || known.keys().stream().anyMatch(key::sameAs);
        return named && !known.isUnknown(key);
    }

    /**
     * What both say.
     *
     * @throws IllegalArgumentException if they contradict each other
     */
    static Context both(Context a, Context b) {
        for (ConditionKey key : b.keys()) {
            if (says(a, key) && says(b, key) && !a.get(key).equals(b.get(key))) {
                throw new IllegalArgumentException(
                        "`" + key + "` is " + a.get(key) + " for one and " + b.get(key) + " for the other");
            }
        }
        return a.plus(b);
    }
}
