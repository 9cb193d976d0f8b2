// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a trail tells.
 *
 * @param records how many were read
 * @param first the time of the earliest; empty if there was none
 * @param last the time of the latest
 * @param detections by kind, then by time
 * @param shells every shell that somebody got, by time; {@link ShellJudge} says what lets each through
 */
public record AuditReport(
        long records, Optional<Instant> first, Optional<Instant> last, List<Detection> detections, List<Shell> shells) {
    public AuditReport {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
        detections = List.copyOf(detections);
        shells = List.copyOf(shells);
    }
}
