// SPDX-License-Identifier: Apache-2.0
package io.execward;

import io.execward.model.PolicySet;
import io.execward.model.Request;
import java.util.List;

/**
 * A request with unknown keys.
 *
 * @param completions requests without unknown keys that {@code request} may turn out to be; some of many
 */
public record PartialScene(PolicySet policies, Request request, List<Request> completions) {
    public PartialScene {
        completions = List.copyOf(completions);
    }
}
