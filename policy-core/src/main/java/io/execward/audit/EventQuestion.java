// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import java.util.Objects;
import java.util.Optional;

/**
 * Which calls are asked for.
 *
 * @param cluster only calls on this cluster, an ARN or a name
 * @param action only calls of this action, such as {@code ecs:RunTask} or {@code RunTask}; letter case does not matter
 */
public record EventQuestion(EventQuery query, Optional<String> cluster, Optional<String> action) {
    public EventQuestion {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(cluster, "cluster");
        Objects.requireNonNull(action, "action");
    }
}
