// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.model.Request;
import java.util.List;

/**
 * A request that shows that a claim is false. It is complete (what its context does not name is absent) and the engine has decided it
 * as claimed.
 *
 * @param requests one; for a question about an operation of several checks one for each check, in the order asked
 * @param breaks ties between facts that AWS keeps and this request does not, such as {@code ecs:cluster} naming another cluster than
 *     the task's ARN; empty for a request that can really be made, as far as is known
 */
public record Witness(List<Request> requests, List<String> breaks) {
    /** @throws IllegalArgumentException if there is no request */
    public Witness {
        requests = List.copyOf(requests);
        breaks = List.copyOf(breaks);
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("a witness is at least one request");
        }
    }

    /** The only request, or the first. */
    public Request request() {
        return requests.get(0);
    }
}
