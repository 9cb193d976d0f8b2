// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Pairs calls that change tags with the shells that come after them (R-EXEC-123, R-EXEC-141). Records may come in any order, so both
 * are kept until the end, but only these: the rest of a trail costs nothing.
 */
final class TagThenExec {
    /** How soon after the tag call a shell counts as its consequence; both ends are inside. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    /** A change of tags, and the shells that followed it. */
    record Chain(String action, String principal, String target, Moment tagged, List<Moment> shells) {}

    private record Place(String principal, String target) {}

    private record Tagging(Place place, String action, Moment moment) {}

    private final Predicate<Call> shellCounts;
    private final List<Tagging> taggings = new ArrayList<>();
    private final Map<Place, List<Moment>> shells = new HashMap<>();

    /** @param shellCounts which shells are of interest */
    TagThenExec(Predicate<Call> shellCounts) {
        this.shellCounts = shellCounts;
    }

    void accept(Call call) {
        if (call.isTagChange() && call.succeeded()) {
            call.taggedResource()
                    .ifPresent(target -> taggings.add(
                            new Tagging(new Place(call.principal(), target), call.action(), call.moment())));
        } else if (call.isExec() && call.succeeded() && shellCounts.test(call)) {
            add(call, call.task().map(Object::toString));
            add(call, call.cluster().map(Object::toString));
        }
    }

    private void add(Call call, Optional<String> target) {
        target.ifPresent(arn -> shells.computeIfAbsent(new Place(call.principal(), arn), place -> new ArrayList<>())
                .add(call.moment()));
    }

    /** Every change of tags that a shell followed, by time. */
    List<Chain> chains() {
        shells.values().forEach(moments -> moments.sort(null));
        List<Chain> chains = new ArrayList<>();
        for (Tagging tagging : taggings) {
            List<Moment> after = after(tagging.moment, shells.getOrDefault(tagging.place, List.of()));
            if (!after.isEmpty()) {
                chains.add(new Chain(
                        tagging.action, tagging.place.principal, tagging.place.target, tagging.moment, after));
            }
        }
        chains.sort((a, b) -> a.tagged.compareTo(b.tagged));
        return chains;
    }

    /** Those of the sorted moments that follow; found by halving, because a role may have very many. */
    private static List<Moment> after(Moment tagged, List<Moment> sorted) {
        int from = 0;
        int to = sorted.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted.get(middle).time().isBefore(tagged.time())) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        int end = from;
        while (end < sorted.size() && tagged.isFollowedBy(sorted.get(end), WINDOW)) {
            end++;
        }
        return List.copyOf(sorted.subList(from, end));
    }
}
