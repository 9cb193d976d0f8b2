// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import io.execward.model.Resource;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The joint verdict of any operation under small policies that speak of its checks. */
class OperationProperties {
    private static final List<String> ACTIONS = List.of(
            "ecs:*",
            "ecs:ExecuteCommand",
            "ecs:RunTask",
            "ecs:TagResource",
            "ssm:*",
            "iam:PassRole",
            "kms:GenerateDataKey",
            "*");

    private static final List<String> RESOURCES = List.of(
            "*",
            "arn:aws:ecs:*:*:cluster/*",
            "arn:aws:ecs:*:*:task/*",
            "arn:aws:ecs:*:*:task-definition/*",
            "arn:aws:ecs:*:*:service/*",
            "arn:aws:iam::*:role/web-task",
            "arn:aws:ssm:*:*:document/*",
            "arn:aws:kms:*:*:key/*");

    private static final List<String> KEYS = List.of(
            "aws:PrincipalTag/team",
            "aws:ResourceTag/team",
            "ecs:container-name",
            "aws:SourceVpce",
            "iam:PassedToService",
            "ecs:enable-execute-command");

    @Provide
    Arbitrary<List<Statement>> statements() {
        Arbitrary<Condition> condition = Combinators.combine(
                        Arbitraries.of(Comparison.STRING_EQUALS, Comparison.STRING_NOT_EQUALS),
                        Arbitraries.of(KEYS),
                        Arbitraries.of("payments", "app", "true", "ecs-tasks.amazonaws.com"))
                .as(Condition::of);
        Arbitrary<Statement> statement = Combinators.combine(
                        Arbitraries.frequency(Tuple.of(3, Effect.ALLOW), Tuple.of(1, Effect.DENY)),
                        Arbitraries.of(ACTIONS),
                        Arbitraries.of(RESOURCES),
                        condition.list().ofMaxSize(1))
                .as((effect, action, resource, where) -> (effect == Effect.ALLOW
                                ? Statement.allow(List.of(action), List.of(resource))
                                : Statement.deny(List.of(action), List.of(resource)))
                        .where(where.toArray(Condition[]::new)));
        return statement.list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<OperationRequest> requests() {
        Caller caller = Caller.of(Operations.ALICE);
        return Arbitraries.of(Stream.concat(Operations.bare(caller).stream(), Operations.told(caller).stream())
                .toList());
    }

    private static PolicyEngine engine(List<Statement> statements) {
        return PolicyEngine.compile(PolicySet.identity(Policy.of(statements.toArray(Statement[]::new))));
    }

    @Property(tries = 500)
    void without_unknown_facts_the_joint_verdict_is_the_most_severe(
            @ForAll("statements") List<Statement> statements, @ForAll("requests") OperationRequest request) {
        PolicyEngine engine = engine(statements);
        OperationDecision decision = request.explain(engine);
        List<Verdict> each = request.checks().stream()
                .map(check -> engine.decide(check.request()))
                .toList();
        assertThat(decision.checks()).extracting(CheckDecision::verdict).isEqualTo(each);
        if (each.contains(Verdict.EXPLICIT_DENY)) {
            assertThat(decision.verdict()).isEqualTo(Verdict.EXPLICIT_DENY);
        } else if (!each.contains(Verdict.UNDECIDED)) {
            assertThat(decision.verdict())
                    .isEqualTo(each.stream().max(Comparator.naturalOrder()).orElseThrow());
        } else if (each.contains(Verdict.IMPLICIT_DENY)) {
            assertThat(decision.verdict()).isIn(Verdict.IMPLICIT_DENY, Verdict.UNDECIDED);
            assertThat(decision.isDenied()).isTrue();
        }
        boolean open = each.stream().allMatch(verdict -> verdict == Verdict.ALLOWED);
        assertThat(decision.verdict() == Verdict.ALLOWED).isEqualTo(open);
        assertThat(decision.failing().isEmpty()).isEqualTo(open);
        assertThat(decision.isDenied() && open).isFalse();
    }

    @Property(tries = 500)
    void deciding_and_explaining_agree(
            @ForAll("statements") List<Statement> statements, @ForAll("requests") OperationRequest request) {
        PolicyEngine engine = engine(statements);
        OperationDecision decision = request.explain(engine);
        assertThat(request.decide(engine)).isEqualTo(decision.verdict());
        assertThat(decision.print()).startsWith(decision.verdict().name()).endsWith("\n");
        assertThat(request.explain(resource -> engine)).isEqualTo(decision);
    }

    /** One request on several resources joins the same way: an operation may not have an algebra of its own. */
    @Property(tries = 500)
    void checks_of_one_action_join_as_the_resources_of_one_request(
            @ForAll("statements") List<Statement> statements, @ForAll("requests") OperationRequest request) {
        PolicyEngine engine = engine(statements);
        List<Request> requests = request.requests();
        if (requests.size() == 1) {
            assertThat(request.explain(engine).verdict()).isEqualTo(engine.decide(requests.get(0)));
        }
        List<Resource> resources = new ArrayList<>();
        requests.forEach(one -> resources.addAll(one.resources()));
        assertThat(resources)
                .isEqualTo(request.checks().stream()
                        .map(check -> check.request().resources().get(0))
                        .toList());
    }

    @Property(tries = 300)
    void told_facts_win_over_derived_ones(
            @ForAll("requests") OperationRequest request, @ForAll("told") ContextValue value) {
        List<ConditionKey> derived = request.checks().get(0).request().context().keys();
        Context.Builder told = Context.builder();
        derived.forEach(key -> told.put(key, value));
        OperationRequest again = by(request.caller().with(told.build()), request);
        assertThat(derived)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(
                                again.checks().get(0).request().context().get(key))
                        .isEqualTo(value));
    }

    @Provide
    Arbitrary<ContextValue> told() {
        return Arbitraries.of(ContextValue.ABSENT, ContextValue.UNKNOWN, ContextValue.of(List.of("told")));
    }

    private static OperationRequest by(Caller caller, OperationRequest request) {
        boolean isBare = Operations.bare(request.caller()).contains(request);
        List<OperationRequest> all = isBare ? Operations.bare(caller) : Operations.told(caller);
        return all.stream()
                .filter(one -> one.operation().equals(request.operation()))
                .findFirst()
                .orElseThrow();
    }
}
