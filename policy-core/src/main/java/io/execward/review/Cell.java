// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a group of principals can do to a group of targets.
 *
 * @param roads for each kind of road that there is to this target and that can be judged, in the order of {@link RoadKind}; a shell
 *     ({@link RoadKind#EXEC}) is always there
 */
public record Cell(Map<RoadKind, Road> roads) {
    /** @throws IllegalArgumentException if the shell is missing */
    public Cell {
        if (!roads.containsKey(RoadKind.EXEC)) {
            throw new IllegalArgumentException("a cell says whether there is a shell");
        }
        roads = Collections.unmodifiableMap(new EnumMap<>(roads)); // Map.copyOf has another order in every run
    }

    /** The answer to the first question: is there a shell? */
    public Road exec() {
        return road(RoadKind.EXEC).orElseThrow();
    }

    /** A road, if there is one of this kind to this target. */
    public Optional<Road> road(RoadKind kind) {
        return Optional.ofNullable(roads.get(kind));
    }
}
