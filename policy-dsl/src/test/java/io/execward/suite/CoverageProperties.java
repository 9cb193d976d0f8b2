// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.evaluate.Decision;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Step;
import io.execward.model.Condition;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import io.execward.model.Statement;
import io.execward.suite.CoverageReport.StatementCoverage;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CoverageProperties {
    /** The same numbers by another way: each statement, and each with one condition only, in a policy of its own. */
    @Property(tries = 100)
    void the_numbers_are_those_of_asking_one_by_one(@ForAll long seed) {
        Draws draws = new Draws(seed);
        TestedPolicy policy = Given.tested(draws.policy());
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            requests.add(draws.request(false));
        }
        List<Expectation> expectations =
                requests.stream().map(it -> Given.asItIs(policy, it)).toList();
        CoverageReport report = Coverage.of(List.of(policy), expectations);
        List<StatementCoverage> statements = report.policies().get(0).statements();
        assertThat(statements).hasSameSizeAs(policy.policy().statements());
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = policy.policy().statements().get(i);
            int[] whole = {0, 0};
            for (Request request : requests) {
                count(policy.policy(), statement, request, whole);
            }
            assertThat(statements.get(i).seen().matching()).isEqualTo(whole[0]);
            assertThat(statements.get(i).seen().notMatching()).isEqualTo(whole[1]);
            for (int j = 0; j < statement.conditions().size(); j++) {
                Condition condition = statement.conditions().get(j);
                int[] one = {0, 0};
                for (Request request : requests) {
                    int[] head = {0, 0};
                    count(policy.policy(), with(statement, List.of()), request, head);
                    if (head[0] == 1) {
                        count(policy.policy(), with(statement, List.of(condition)), request, one);
                    }
                }
                Seen seen = statements.get(i).conditions().get(j).seen();
                assertThat(seen.matching()).as(condition.toString()).isEqualTo(one[0]);
                assertThat(seen.notMatching()).as(condition.toString()).isEqualTo(one[1]);
            }
        }
    }

    private static Statement with(Statement statement, List<Condition> conditions) {
        return new Statement(
                statement.sid(),
                statement.effect(),
                statement.principals(),
                statement.actions(),
                statement.resources(),
                conditions);
    }

    private static void count(Policy like, Statement statement, Request request, int[] counts) {
        Policy single = new Policy(like.version(), like.id(), List.of(statement));
        Decision decision = PolicyEngine.compile(PolicySet.identity(single)).explain(request);
        Step step = decision.resources().get(0).layers().get(0).steps().get(0);
        assertThat(step.effect()).isIn(Effect.ALLOW, Effect.DENY);
        step.outcome().match(applies -> counts[0]++, ruledOut -> counts[1]++, depends -> 0);
    }
}
