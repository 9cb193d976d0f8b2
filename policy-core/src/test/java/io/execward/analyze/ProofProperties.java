// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** No proof is contradicted by any request of a small world, and nothing without policy variables is left unknown. */
class ProofProperties {
    private static final PolicyAnalyzer ANALYZER = PolicyAnalyzer.create();

    @Property(tries = 400)
    void no_proof_is_contradicted(@ForAll long seed) {
        compare(seed, false);
    }

    @Property(tries = 100)
    void no_proof_about_variables_is_contradicted(@ForAll long seed) {
        compare(seed, true);
    }

    /** Asks each question of one random pair and looks for a request that shows the opposite. Returns the proofs and the unknowns. */
    static int[] compare(long seed, boolean variables) {
        SmallWorld world = new SmallWorld(seed, variables);
        List<String> keys = world.keys();
        PolicySet a = world.policies(keys);
        PolicySet b = world.policies(keys);
        Region given = world.region(keys);
        List<Request> requests = SmallWorld.requests(SmallWorld.keysOf(List.of(a, b), given));
        Predicate<Request> byA = allowed(a);
        Predicate<Request> byB = allowed(b);
        Predicate<Request> matches = request -> Replay.matches(Box.of(given)).isRefutedBy(request, false);
        Subject one = Subject.of(a);
        Subject two = Subject.of(b);
        int[] counts = new int[2];
        check(counts, variables, requests, ANALYZER.noNewAccess(one, two), byB.and(byA.negate()), "new access");
        check(counts, variables, requests, ANALYZER.disjoint(one, two), byA.and(byB), "disjoint");
        check(counts, variables, requests, ANALYZER.neverAllows(one, given), matches.and(byA), "never");
        check(counts, variables, requests, ANALYZER.alwaysAllows(one, given), matches.and(byA.negate()), "always");
        return counts;
    }

    private static Predicate<Request> allowed(PolicySet policies) {
        PolicyEngine engine = PolicyEngine.compile(policies);
        return request -> engine.decide(request) == Verdict.ALLOWED;
    }

    private static void check(
            int[] counts,
            boolean variables,
            List<Request> requests,
            Answer answer,
            Predicate<Request> refutes,
            String question) {
        boolean proven = answer.match(holds -> true, fails -> false, unknown -> false);
        if (proven) {
            counts[0]++;
            Optional<Request> against = SmallWorld.first(requests, refutes);
            assertThat(against).as("%s holds, but", question).isEmpty();
        } else if (answer instanceof Answer.Fails fails) {
            assertThat(refutes.test(fails.witness().request()))
                    .as("%s: %s", question, fails)
                    .isTrue();
        } else {
            counts[1]++;
            assertThat(variables).as("%s: %s", question, answer).isTrue();
        }
    }
}
