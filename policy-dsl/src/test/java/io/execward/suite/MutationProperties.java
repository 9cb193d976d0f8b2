// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.model.AttachedPolicy;
import io.execward.model.Condition;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.Request;
import io.execward.model.Statement;
import io.execward.suite.MutationReport.Mutant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MutationProperties {
    @Property(tries = 60)
    void every_mutant_differs_from_the_policy_and_from_the_others(@ForAll long seed) {
        Policy policy = new Draws(seed).policy();
        Set<Policy> seen = new HashSet<>(List.of(policy));
        for (Mutation mutation : Mutations.of(Given.tested(policy))) {
            assertThat(seen.add(mutation.policy())).as(mutation.change()).isTrue();
            assertThat(PolicyKind.IDENTITY.violations(mutation.policy())).isEmpty();
            assertThat(mutation.at().steps().get(0)).isEqualTo("Statement");
        }
    }

    @Property(tries = 40)
    void each_condition_is_dropped_once_and_each_statement_removed_once(@ForAll long seed) {
        Policy policy = new Draws(seed).policy();
        List<Mutation> mutations = Mutations.of(Given.tested(policy));
        Set<Policy> without = new HashSet<>();
        for (int i = 0; i < policy.statements().size(); i++) {
            for (int j = 0; j < policy.statements().get(i).conditions().size(); j++) {
                List<Condition> rest =
                        new ArrayList<>(policy.statements().get(i).conditions());
                rest.remove(j);
                without.add(with(policy, i, rest));
            }
        }
        without.remove(policy);
        assertThat(mutations).extracting(Mutation::policy).containsAll(without);
        assertThat(mutations.stream().filter(Mutation::isRemoval))
                .hasSizeLessThanOrEqualTo(policy.statements().size())
                .isNotEmpty();
    }

    private static Policy with(Policy policy, int index, List<Condition> conditions) {
        List<Statement> all = new ArrayList<>(policy.statements());
        var old = all.get(index);
        all.set(
                index,
                new Statement(old.sid(), old.effect(), old.principals(), old.actions(), old.resources(), conditions));
        return new Policy(policy.version(), policy.id(), all);
    }

    /** What a killer is: an expectation that holds of the policy, and does not hold of the mutant. */
    @Property(tries = 5)
    void a_mutant_is_killed_exactly_if_some_expectation_flips(@ForAll long seed) {
        Draws draws = new Draws(seed);
        TestedPolicy policy = Given.tested(draws.policy());
        List<ExpectationResult> results = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Request request = draws.request(true);
            results.add(Given.asItIs(policy, request).check());
        }
        assertThat(results.stream().filter(it -> it.expectation().outcome() != Expected.UNDECIDED))
                .allMatch(ExpectationResult::held);
        MutationReport report = MutationRun.of(List.of(policy), results, Equivalence.unknown());
        assertThat(report.mutants()).hasSameSizeAs(Mutations.of(policy));
        for (Mutant mutant : report.mutants()) {
            Judges changed = Given.judges(policy)
                    .with(policy, new AttachedPolicy("policy", mutant.mutation().policy()));
            List<Expectation> flipped = results.stream()
                    .filter(ExpectationResult::held)
                    .map(ExpectationResult::expectation)
                    .filter(it -> !it.outcome().holds(it.call().explain(changed)))
                    .toList();
            assertThat(mutant.killer()).isEqualTo(flipped.stream().findFirst());
            assertThat(mutant.survives()).isEqualTo(flipped.isEmpty());
        }
        assertThat(report.killed() + report.survivors().size() + report.equivalent())
                .isEqualTo(report.mutants().size());
    }
}
