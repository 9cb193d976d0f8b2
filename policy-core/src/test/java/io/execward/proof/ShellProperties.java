// SPDX-License-Identifier: Apache-2.0
package io.execward.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.analyze.Budget;
import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.Container;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.TaskArn;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.Request;
import io.execward.model.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What is proved of shells, against every shell of a small world. */
class ShellProperties {
    private static final String AT = "arn:aws:ecs:us-east-1:111122223333:";
    private static final ClusterArn PROD = ClusterArn.of(AT + "cluster/prod");
    private static final Caller CALLER =
            Caller.of(Principal.of("arn:aws:iam::111122223333:role/Dev")).tagged(Map.of("team", "web"));
    private static final List<Request> SHELLS = shells();

    private static List<Request> shells() {
        List<TaskArn> tasks = List.of(
                TaskArn.of(AT + "task/prod/0123456789abcdef0123456789abcdef"),
                TaskArn.of(AT + "task/prod/f"),
                TaskArn.of(AT + "task/01234567-89ab-cdef-0123-456789abcdef"));
        List<Map<String, String>> tags = List.of(Map.of(), Map.of("team", "web"), Map.of("team", "db"));
        List<Request> all = new ArrayList<>();
        for (TaskArn task : tasks) {
            for (Map<String, String> taskTags : tags) {
                for (Map<String, String> clusterTags : tags) {
                    for (String container : List.of("app", "other")) {
                        for (Caller caller : List.of(CALLER.withoutMfaKeys(), CALLER.withMfa(Duration.ofMinutes(1)))) {
                            all.add(ExecRequest.of(caller.complete(), PROD, task, Container.named(container))
                                    .clusterTagged(clusterTags)
                                    .taskTagged(taskTags)
                                    .toRequest());
                        }
                    }
                }
            }
        }
        return all;
    }

    @Property(tries = 400)
    void a_proof_and_the_shells_of_a_small_world_agree(@ForAll("policies") Policy policy) {
        PolicySet set = PolicySet.identity(policy);
        PolicyEngine engine = PolicyEngine.compile(set);
        Proof proof = Prover.of(Budget.standard())
                .prove(
                        new io.execward.proof.Property.NoShell(List.of(PROD)),
                        List.of(PolicyHolder.of(CALLER, set, Map.of())));

        Optional<Request> found = SHELLS.stream()
                .filter(request -> engine.decide(request) == Verdict.ALLOWED)
                .findFirst();
        assertThat(proof.verdict()).isNotEqualTo(Proof.Verdict.UNKNOWN);
        if (found.isPresent()) {
            assertThat(proof.verdict()).as(found.get().toString()).isEqualTo(Proof.Verdict.FAILS);
        }
        proof.principals()
                .get(0)
                .roads()
                .forEach(road -> road.outcome()
                        .match(
                                closed -> true,
                                open -> {
                                    assertThat(open.requests())
                                            .allMatch(request -> engine.decide(request) == Verdict.ALLOWED);
                                    assertThat(open.notes()).isEmpty();
                                    return true;
                                },
                                unknown -> true));
    }

    @Provide
    Arbitrary<Policy> policies() {
        Arbitrary<Boolean> allow = Arbitraries.frequency(Tuple.of(3, true), Tuple.of(1, false));
        Arbitrary<String> action = Arbitraries.of("ecs:ExecuteCommand", "ecs:*", "ecs:DescribeTasks", "*");
        Arbitrary<List<String>> resources = Arbitraries.of(
                        "*",
                        AT + "cluster/*",
                        AT + "cluster/prod",
                        AT + "cluster/dev",
                        AT + "task/*",
                        AT + "task/prod/*",
                        AT + "task/prod*",
                        AT + "task/dev/*",
                        AT + "task/*f",
                        AT + "task/${aws:PrincipalTag/team}/*")
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
        Arbitrary<Optional<Condition>> condition = Arbitraries.of(
                Optional.empty(),
                Optional.of(Condition.of(Comparison.ARN_EQUALS, "ecs:cluster", PROD.toString())),
                Optional.of(Condition.of(Comparison.ARN_NOT_LIKE, "ecs:cluster", AT + "cluster/p*")),
                Optional.of(Condition.of(Comparison.STRING_EQUALS, "aws:ResourceTag/team", "web")),
                Optional.of(Condition.of(Comparison.STRING_EQUALS, "ecs:ResourceTag/team", "${aws:PrincipalTag/team}")),
                Optional.of(Condition.of(Comparison.STRING_NOT_EQUALS, "ecs:container-name", "app")),
                Optional.of(Condition.of(Comparison.BOOL, "aws:MultiFactorAuthPresent", "true")),
                Optional.of(Condition.of(Comparison.NULL, "ecs:service", "false")));
        return Combinators.combine(allow, action, resources, condition)
                .as((allows, does, on, test) -> {
                    Statement statement =
                            allows ? Statement.allow(List.of(does), on) : Statement.deny(List.of(does), on);
                    return test.map(statement::where).orElse(statement);
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(statements -> Policy.of(statements.toArray(Statement[]::new)));
    }
}
