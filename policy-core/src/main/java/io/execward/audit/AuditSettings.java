// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What an audit takes for remarkable.
 *
 * @param burst so many refused calls of one principal within {@code burstWindow} are a burst; at least 2
 * @param burstWindow both ends are inside
 * @param production the clusters that are production, by name or ARN; if empty, those that {@link Production} recognises
 */
public record AuditSettings(int burst, Duration burstWindow, List<String> production) {
    /** @throws IllegalArgumentException if the burst is below 2 or the window is negative */
    public AuditSettings {
        Objects.requireNonNull(burstWindow, "burstWindow");
        production = List.copyOf(production);
        if (burst < 2) {
            throw new IllegalArgumentException("a burst has at least 2 calls");
        }
        if (burstWindow.isNegative()) {
            throw new IllegalArgumentException("the window of a burst is not negative");
        }
    }

    /** Five refused calls within ten minutes; production by tag or name. */
    public static AuditSettings defaults() {
        return new AuditSettings(5, Duration.ofMinutes(10), List.of());
    }
}
