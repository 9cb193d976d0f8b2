// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.match.ConditionMatcher;
import io.execward.model.Action;
import io.execward.model.ConditionKey;
import java.util.List;

/**
 * Requests whose actions no box of a search tells apart.
 *
 * @param actions such actions; at least one
 * @param matching of the boxes that must not match, those that match these actions
 * @param place what their requests look like
 */
record Kind(List<Action> actions, List<Box> matching, Place place) {
    Kind {
        actions = List.copyOf(actions);
        matching = List.copyOf(matching);
    }

    /** What else requests of a kind have in common. */
    interface Place {
        /** Every ARN of a resource is accepted by each of these. */
        List<Patterns> arns();

        /** And by none of these. */
        Patterns noArns();

        /** Whether there are requests on ARNs at all. */
        boolean hasArns();

        /** Whether there are requests on {@code *}. */
        boolean hasStar();

        /** What a key can be. */
        KeyDomain domain(ConditionKey key, List<ConditionMatcher> conditions);
    }
}
