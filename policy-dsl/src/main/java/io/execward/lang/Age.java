// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import java.time.Duration;

/**
 * A length of time, such as {@code 15 minutes}.
 *
 * @param unit in its singular: {@code second}, {@code minute}, {@code hour} or {@code day}
 */
public record Age(SourceSpan span, long count, String unit) implements Node {
    /** The same in seconds and parts of them. */
    public Duration duration() {
        return switch (unit) {
            case "second" -> Duration.ofSeconds(count);
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
