// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** When a call was made. CloudTrail counts whole seconds, so calls of one second have no order but that of their ids. */
record Moment(Instant time, String eventId) implements Comparable<Moment> {
    private static final Comparator<Moment> ORDER =
            Comparator.comparing(Moment::time).thenComparing(Moment::eventId);

    @Override
    public int compareTo(Moment other) {
        return ORDER.compare(this, other);
    }

    /** True if the other is not earlier, and not later by more than the window. */
    boolean isFollowedBy(Moment other, Duration window) {
        return !other.time.isBefore(time) && !other.time.isAfter(time.plus(window));
    }

    static List<String> ids(List<Moment> moments) {
        return moments.stream().sorted().map(Moment::eventId).distinct().toList();
    }
}
