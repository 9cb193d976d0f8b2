// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One thing that somebody should look at, with every call that belongs to it.
 *
 * @param principal who; a role session counts as its role
 * @param refused true if the calls were refused: an attempt
 * @param what one lower-case sentence without its subject
 * @param eventIds by time, then by id; at least one
 * @param first when the first of the calls was made
 * @param last when the last was made
 */
public record Detection(
        DetectionKind kind,
        String principal,
        boolean refused,
        String what,
        List<String> eventIds,
        Instant first,
        Instant last) {
    public Detection {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(what, "what");
        eventIds = List.copyOf(eventIds);
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
    }
}
