// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How much one question may cost. What runs out gives {@link Answer.Unknown} with its name, never another answer. Without a time limit
 * the same question has the same answer on every machine.
 *
 * @param states of one emptiness test of patterns
 * @param nodes of one search
 * @param representatives of one variable or context key
 * @param vectors truth vectors of one multivalued key
 * @param time by whose clock; empty for none
 */
public record Budget(long states, long nodes, int representatives, int vectors, Optional<Time> time) {
    /**
     * A time limit by a clock of the caller's: this library has none.
     *
     * @param nanos such as {@code System::nanoTime}
     */
    public record Time(Duration limit, LongSupplier nanos) {
        public Time {
            Objects.requireNonNull(limit, "limit");
            Objects.requireNonNull(nanos, "nanos");
        }
    }

    /** The default: 400,000 states, 5,000,000 nodes, 20,000 representatives, 4,096 vectors, no time limit. */
    public static Budget standard() {
        return new Budget(400_000, 5_000_000, 20_000, 4_096, Optional.empty());
    }

    /** The same with a time limit for each question. */
    public Budget within(Duration limit, LongSupplier nanos) {
        return new Budget(states, nodes, representatives, vectors, Optional.of(new Time(limit, nanos)));
    }
}
