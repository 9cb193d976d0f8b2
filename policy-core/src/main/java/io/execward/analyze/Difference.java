// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import java.util.List;
import java.util.Objects;

/**
 * What a change of policies gains and what it loses.
 *
 * @param gained what is allowed now and was not
 * @param lost what was allowed and is not any more
 */
public record Difference(Side gained, Side lost) {
    public Difference {
        Objects.requireNonNull(gained, "gained");
        Objects.requireNonNull(lost, "lost");
    }

    /**
     * One direction.
     *
     * @param changes each with access that none of those before it has
     * @param elsewhere whether there is no more than these: {@link Answer.Holds}, or {@link Answer.Unknown} with what stood in the way
     */
    public record Side(List<Change> changes, Answer elsewhere) {
        public Side {
            changes = List.copyOf(changes);
            Objects.requireNonNull(elsewhere, "elsewhere");
        }

        /** True only if it is proved that there is nothing. */
        public boolean isNothing() {
            return changes.isEmpty() && isComplete();
        }

        /** True if it is proved that there is no more than the changes. */
        public boolean isComplete() {
            return elsewhere.match(holds -> true, fails -> false, unknown -> false);
        }
    }

    /**
     * Requests of which some are gained (or lost).
     *
     * @param region whatever is gained lies in the region of some change; not all of a region need be gained
     * @param except parts of the region of which it is proved that nothing in them is gained
     * @param witness one request of the region that is gained, and is in none of the regions of the changes before
     */
    public record Change(Region region, List<Region> except, Witness witness) {
        public Change {
            Objects.requireNonNull(region, "region");
            except = List.copyOf(except);
            Objects.requireNonNull(witness, "witness");
        }

        /** Actions, resources and conditions in words, such as {@code ecs:Run* on * if aws:username StringEquals ana}. */
        public String text() {
            StringBuilder text = new StringBuilder(RegionText.of(region));
            for (Region part : except) {
                text.append(", except ").append(RegionText.of(part));
            }
            return text.toString();
        }
    }

    /**
     * Compares all requests of two subjects. Order of statements and brackets around a single value make no difference.
     *
     * @param analyzer with a catalog, patterns of which only some actions are gained are shown as these actions
     */
    public static Difference of(PolicyAnalyzer analyzer, Subject existing, Subject next) {
        return new Difference(
                new GainFinder(analyzer, existing, next).find(), new GainFinder(analyzer, next, existing).find());
    }
}
