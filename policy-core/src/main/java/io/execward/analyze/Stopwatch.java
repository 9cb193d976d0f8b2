// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import java.util.Optional;

/** Watches that one walk alone does not take longer than the whole question may. */
final class Stopwatch {
    private static final int STEPS_PER_LOOK = 256;

    private final Optional<Budget.Time> time;
    private final long start;
    private int steps;

    Stopwatch(Budget budget) {
        this.time = budget.time();
        this.start = time.map(limit -> limit.nanos().getAsLong()).orElse(0L);
    }

    /** To be asked at each step; the limit, once it is reached. */
    Optional<Shortfall> step() {
        steps++;
        if (time.isEmpty() || steps % STEPS_PER_LOOK != 0) {
            return Optional.empty();
        }
        Budget.Time limit = time.get();
        long spent = limit.nanos().getAsLong() - start;
        return spent <= limit.limit().toNanos()
                ? Optional.empty()
                : Optional.of(new Shortfall(
                        Limit.TIME,
                        "the search for a text took longer than "
                                + limit.limit().toMillis() + " ms"));
    }
}
