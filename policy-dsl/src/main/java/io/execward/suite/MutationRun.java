// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.evaluate.Verdict;
import io.execward.model.AttachedPolicy;
import io.execward.model.PolicyKind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Puts each mutant in place of its policy and asks every expectation again that held. */
final class MutationRun {
    private final List<Expectation> held;
    private final Equivalence equivalence;

    private MutationRun(List<Expectation> held, Equivalence equivalence) {
        this.held = held;
        this.equivalence = equivalence;
    }

    /** @param results those that do not hold take no part: what fails already cannot notice anything */
    static MutationReport of(List<TestedPolicy> policies, List<ExpectationResult> results, Equivalence equivalence) {
        List<Expectation> held = results.stream()
                .filter(ExpectationResult::held)
                .map(ExpectationResult::expectation)
                .toList();
        MutationRun run = new MutationRun(held, equivalence);
        return new MutationReport(policies.stream()
                .flatMap(policy -> run.mutants(policy).stream())
                .toList());
    }

    private List<MutationReport.Mutant> mutants(TestedPolicy policy) {
        List<Expectation> concerned = held.stream()
                .filter(expectation -> expectation.judges().has(policy))
                .toList();
        List<MutationReport.Mutant> mutants = new ArrayList<>();
        for (Mutation mutation : Mutations.of(policy)) {
            mutants.add(mutant(policy, mutation, concerned));
        }
        return mutants;
    }

    private MutationReport.Mutant mutant(TestedPolicy policy, Mutation mutation, List<Expectation> concerned) {
        Changed changed = new Changed(policy, mutation);
        Optional<Expectation> killer = concerned.stream()
                .filter(expectation -> !expectation.holds(changed.of(expectation)))
                .findFirst();
        boolean same = killer.isEmpty() && equivalence.isShown(policy.kind(), policy.policy(), mutation.policy());
        Optional<String> hint =
                killer.isPresent() || same ? Optional.empty() : hint(policy, mutation, concerned, changed);
        return new MutationReport.Mutant(policy, mutation, killer, same, hint);
    }

    private Optional<String> hint(
            TestedPolicy policy, Mutation mutation, List<Expectation> concerned, Changed changed) {
        if (concerned.isEmpty()) {
            return Optional.of("no expectation that holds is under this policy");
        }
        return sharper(concerned, changed)
                .or(() -> new Probes(policy, mutation, concerned, changed::of).expectation())
                .or(() -> witness(policy, mutation));
    }

    /** An expectation whose call has another verdict with the mutant, which it does not look at. */
    private static Optional<String> sharper(List<Expectation> concerned, Changed changed) {
        for (Expectation expectation : concerned) {
            Verdict now = expectation.call().decide(expectation.judges());
            Verdict then = expectation.call().decide(changed.of(expectation));
            if (now != then && expectation.outcome() != Expected.of(now)) {
                return Optional.of("the expectation in line "
                        + expectation.span().position().line() + " notices it if it says `is "
                        + Expected.of(now).text() + "`");
            }
        }
        return Optional.empty();
    }

    private Optional<String> witness(TestedPolicy policy, Mutation mutation) {
        PolicyKind kind = policy.kind();
        return equivalence
                .difference(kind, policy.policy(), mutation.policy())
                .map(request -> "this request tells them apart: " + request.action() + " on "
                        + request.resources().get(0).text() + " with " + request.context());
    }

    /** The policies of expectations with the mutant in place. */
    private static final class Changed {
        private final TestedPolicy policy;
        private final AttachedPolicy mutant;
        private final IdentityHashMap<Judges, Judges> known = new IdentityHashMap<>();

        Changed(TestedPolicy policy, Mutation mutation) {
            this.policy = policy;
            this.mutant = new AttachedPolicy(policy.name(), mutation.policy());
        }

        Judges of(Expectation expectation) {
            return known.computeIfAbsent(expectation.judges(), judges -> judges.with(policy, mutant));
        }
    }
}
