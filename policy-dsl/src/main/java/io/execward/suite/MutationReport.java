// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How many small changes of the policies the expectations notice.
 *
 * @param mutants every change, in the order of the files
 */
public record MutationReport(List<Mutant> mutants) {
    public MutationReport {
        mutants = List.copyOf(mutants);
    }

    /**
     * One change of one policy.
     *
     * @param killer the first expectation that does not hold any more; empty if none notices
     * @param equivalent true if it was proved that the changed policy means the same
     * @param hint what would notice it; empty for what is noticed, and where nothing was found
     */
    public record Mutant(
            TestedPolicy policy,
            Mutation mutation,
            Optional<Expectation> killer,
            boolean equivalent,
            Optional<String> hint) {
        public Mutant {
            Objects.requireNonNull(policy, "policy");
            Objects.requireNonNull(mutation, "mutation");
            Objects.requireNonNull(killer, "killer");
            Objects.requireNonNull(hint, "hint");
        }

        /** True if no expectation notices a change that means something, as far as is known. */
        public boolean survives() {
            return killer.isEmpty() && !equivalent;
        }
    }

    /** What no expectation notices. */
    public List<Mutant> survivors() {
        return mutants.stream().filter(Mutant::survives).toList();
    }

    /** How many are noticed. */
    public int killed() {
        return (int)
                mutants.stream().filter(mutant -> mutant.killer().isPresent()).count();
    }

    /** How many were proved to mean the same, and count for nothing. */
    public int equivalent() {
        return (int) mutants.stream().filter(Mutant::equivalent).count();
    }

    /** How many count. */
    public int counted() {
        return mutants.size() - equivalent();
    }

    /** Noticed of those that count, in percent, rounded down, so that 100 means all; 0 if there is none. */
    public int score() {
        return CoverageReport.percent(killed(), counted());
    }
}
