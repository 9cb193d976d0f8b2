// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.model.Arn;
import java.util.List;

/**
 * A task role whose permissions somebody can use, because a shell is the task role (R-EXEC-57, R-EXEC-135).
 *
 * @param roads the kinds of roads that lead to it, of those that end in a process with the role, in the order of {@link RoadKind}
 * @param conditional true if every road to it is open under conditions only
 */
public record ReachedRole(Arn role, List<RoadKind> roads, boolean conditional) {
    public ReachedRole {
        roads = List.copyOf(roads);
    }
}
