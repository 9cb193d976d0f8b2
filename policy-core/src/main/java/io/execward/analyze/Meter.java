// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import java.util.Optional;

/** What one question has cost so far, and what keeps its answer from being exact. */
final class Meter {
    private static final int NODES_PER_LOOK = 64;

    private final Budget budget;
    private final long deadline;
    private long nodes;
    private Optional<Shortfall> shortfall = Optional.empty();

    Meter(Budget budget) {
        this.budget = budget;
        this.deadline = budget.time()
                .map(time -> time.nanos().getAsLong() + time.limit().toNanos())
                .orElse(0L);
    }

    Budget budget() {
        return budget;
    }

    /** @throws Spent if the search has to stop */
    void node() {
        nodes++;
        if (nodes > budget.nodes()) {
            throw new Spent(new Shortfall(Limit.NODES, "the search came to " + budget.nodes() + " nodes"));
        }
        if (nodes % NODES_PER_LOOK == 1) {
            look();
        }
    }

    private void look() {
        budget.time().ifPresent(time -> {
            if (time.nanos().getAsLong() - deadline > 0) {
                throw new Spent(new Shortfall(
                        Limit.TIME,
                        "the search took longer than " + time.limit().toMillis() + " ms"));
            }
        });
    }

    /** From now on, that nothing is found proves nothing. */
    void note(Shortfall reason) {
        if (shortfall.isEmpty()) {
            shortfall = Optional.of(reason);
        }
    }

    Optional<Shortfall> shortfall() {
        return shortfall;
    }

    /** Ends a search that may not cost more. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Shortfall shortfall;

        Spent(Shortfall shortfall) {
            super(shortfall.detail(), null, false, false);
            this.shortfall = shortfall;
        }

        Shortfall shortfall() {
            return shortfall;
        }
    }
}
