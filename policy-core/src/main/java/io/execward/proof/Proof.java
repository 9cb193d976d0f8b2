// SPDX-License-Identifier: Apache-2.0
package io.execward.proof;

import java.util.List;
import java.util.Objects;

/**
 * What is known of a property, principal by principal.
 *
 * @param principals in the order in which they were asked about
 */
public record Proof(Property property, List<OfPrincipal> principals) {
    /** What is claimed is so for sure, is not so for sure, or nobody knows. */
    public enum Verdict {
        HOLDS,
        FAILS,
        UNKNOWN
    }

    public Proof {
        Objects.requireNonNull(property, "property");
        principals = List.copyOf(principals);
    }

    /** {@code FAILS} if it fails for somebody, else {@code UNKNOWN} if it is unknown of somebody, or if nobody was asked about. */
    public Verdict verdict() {
        return principals.isEmpty()
                ? Verdict.UNKNOWN
                : worst(principals.stream().map(OfPrincipal::verdict).toList());
    }

    /** What is known of one principal, by each road that the property is about. */
    public record OfPrincipal(PolicyHolder holder, List<OfRoad> roads) {
        public OfPrincipal {
            Objects.requireNonNull(holder, "holder");
            roads = List.copyOf(roads);
        }

        /** {@code FAILS} if a road is open, else {@code UNKNOWN} if one is unknown. */
        public Verdict verdict() {
            return worst(roads.stream()
                    .map(road -> road.outcome()
                            .<Verdict>match(closed -> Verdict.HOLDS, open -> Verdict.FAILS, unknown -> Verdict.UNKNOWN))
                    .toList());
        }
    }

    /**
     * What is known of one road of one principal.
     *
     * @param what whoever finds the road open can do, such as {@code open a shell in cluster prod}
     */
    public record OfRoad(String what, Outcome outcome) {
        public OfRoad {
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    private static Verdict worst(List<Verdict> all) {
        return all.contains(Verdict.FAILS)
                ? Verdict.FAILS
                : all.contains(Verdict.UNKNOWN) ? Verdict.UNKNOWN : Verdict.HOLDS;
    }
}
