// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import java.util.List;

/**
 * The calls that a question asks for.
 *
 * @param eventIds sorted, so that the order of the records does not matter
 * @param principals each once, sorted; a role session counts as its role
 */
public record EventMatches(List<String> eventIds, List<String> principals) {
    public EventMatches {
        eventIds = List.copyOf(eventIds);
        principals = List.copyOf(principals);
    }

    /** How many calls. */
    public int count() {
        return eventIds.size();
    }
}
