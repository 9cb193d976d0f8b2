// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody has to be allowed to take a road.
 *
 * @param ways each a sequence of calls that must all be allowed; one way that is open opens the road. None if it cannot be judged.
 * @param retagging what tags could do to it; then the ways only show what they depend on, and are found by asking
 * @param choice what else could be tried
 * @param note what is assumed, or why it cannot be judged; a lower-case sentence, may be empty
 */
record RoadPlan(
        RoadKind kind, List<List<Call>> ways, String note, Optional<Retagging> retagging, Optional<Choice> choice) {
    RoadPlan {
        ways = ways.stream().map(List::copyOf).toList();
    }

    static RoadPlan of(RoadKind kind, String note, List<List<Call>> ways) {
        return new RoadPlan(kind, ways, note, Optional.empty(), Optional.empty());
    }

    static RoadPlan unknown(RoadKind kind, String why) {
        return new RoadPlan(kind, List.of(), why, Optional.empty(), Optional.empty());
    }

    /** A road by tags. */
    static RoadPlan of(RoadKind kind, Retagging retagging) {
        return new RoadPlan(kind, List.of(retagging.sight()), "", Optional.of(retagging), Optional.empty());
    }

    /** The same with what whoever takes the road may choose instead. */
    RoadPlan or(Choice other) {
        return new RoadPlan(kind, ways, note, retagging, Optional.of(other));
    }

    /** The calls on which the road depends, by way. */
    List<List<Call>> sight() {
        List<List<Call>> all = new ArrayList<>(ways);
        choice.ifPresent(other -> all.add(other.inSight()));
        return all;
    }

    /** What sets the plan apart beside its requests. */
    Object distinction() {
        return List.of(note, retagging.map(Retagging::tagsInSight), choice.map(Choice::place));
    }
}
