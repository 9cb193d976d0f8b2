// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.model.Action;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.PrincipalPattern;
import io.execward.model.Request;
import io.execward.model.Resource;
import io.execward.model.SetOperator;
import io.execward.model.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Unknown facts: UNDECIDED only where one can flip the verdict, and then exactly those that can. */
class UnknownFactsTest {
    private static final String ENVIRONMENT = "aws:ResourceTag/environment";
    private static final Statement EXEC = Statement.allow(List.of("ecs:ExecuteCommand"), List.of("*"));
    private static final Statement NO_EXEC = Statement.deny(List.of("ecs:ExecuteCommand"), List.of("*"));

    private static Decision explain(Context context, Statement... statements) {
        return explain(
                Request.of(
                                "arn:aws:iam::111122223333:user/alice",
                                "ecs:ExecuteCommand",
                                "arn:aws:ecs:us-east-1:111122223333:task/dev/abc")
                        .with(context),
                statements);
    }

    private static Decision explain(Request request, Statement... statements) {
        PolicyEngine engine = PolicyEngine.compile(PolicySet.identity(Policy.of(statements)));
        Decision decision = engine.explain(request);
        assertThat(engine.decide(request)).isEqualTo(decision.verdict());
        return decision;
    }

    private static Context unknown(String... keys) {
        Context.Builder context = Context.builder();
        List.of(keys).forEach(context::unknown);
        return context.build();
    }

    private static Map<String, Verdict> ways(Decision decision) {
        return decision.undecided().orElseThrow().ways().stream()
                .collect(Collectors.toMap(
                        way -> way.values().values().stream()
                                .map(Undecided.Value::words)
                                .collect(Collectors.joining(" + ")),
                        Undecided.Way::verdict));
    }

    private static List<String> facts(Decision decision) {
        return decision.undecided().orElseThrow().facts().stream()
                .map(Fact::toString)
                .toList();
    }

    @Test
    void a_tag_that_decides_is_named_with_both_outcomes() {
        Decision decision = explain(
                unknown(ENVIRONMENT, "aws:SourceIp", "aws:CurrentTime"),
                EXEC.where(Condition.of(Comparison.STRING_EQUALS, ENVIRONMENT, "development")));
        assertThat(decision.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(facts(decision)).containsExactly(ENVIRONMENT);
        assertThat(ways(decision))
                .containsEntry("`development`", Verdict.ALLOWED)
                .containsEntry("any other value, an empty value or absent", Verdict.IMPLICIT_DENY)
                .hasSize(2);
        assertThat(decision.undecided().orElseThrow().exact()).isTrue();
    }

    @Test
    void an_unknown_key_that_no_statement_asks_for_changes_nothing() {
        assertThat(explain(unknown(ENVIRONMENT), EXEC).verdict()).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void a_key_that_cannot_flip_the_verdict_does_not_matter() {
        Condition dev = Condition.of(Comparison.STRING_EQUALS, ENVIRONMENT, "development");
        Condition notDev = Condition.of(Comparison.STRING_NOT_EQUALS, ENVIRONMENT, "development");
        assertThat(explain(unknown(ENVIRONMENT), EXEC.where(dev), EXEC.where(notDev))
                        .verdict())
                .isEqualTo(Verdict.ALLOWED);
        assertThat(explain(unknown(ENVIRONMENT), EXEC.where(dev, notDev)).verdict())
                .isEqualTo(Verdict.IMPLICIT_DENY);
        assertThat(explain(unknown(ENVIRONMENT), EXEC.where(dev), NO_EXEC).verdict())
                .isEqualTo(Verdict.EXPLICIT_DENY);
    }

    @Test
    void an_allow_that_a_deny_always_meets_never_allows() {
        Condition app = Condition.of(Comparison.STRING_LIKE, ENVIRONMENT, "app-*");
        Condition appWeb = Condition.of(Comparison.STRING_LIKE, ENVIRONMENT, "app-web*");
        Decision decision = explain(unknown(ENVIRONMENT), EXEC.where(appWeb), NO_EXEC.where(app));
        assertThat(ways(decision)).doesNotContainValue(Verdict.ALLOWED);
        assertThat(ways(decision)).containsValue(Verdict.EXPLICIT_DENY).containsValue(Verdict.IMPLICIT_DENY);
    }

    @Test
    void numbers_between_two_bounds_are_found() {
        Decision decision = explain(
                unknown("aws:MultiFactorAuthAge"),
                EXEC.where(Condition.of(Comparison.NUMERIC_LESS_THAN, "aws:MultiFactorAuthAge", "901")),
                NO_EXEC.where(Condition.of(Comparison.NUMERIC_LESS_THAN, "aws:MultiFactorAuthAge", "900")));
        assertThat(ways(decision)).containsValue(Verdict.ALLOWED);
    }

    @Test
    void a_window_of_time_is_found() {
        Decision decision = explain(
                unknown("aws:CurrentTime"),
                EXEC.where(
                        Condition.of(Comparison.DATE_GREATER_THAN_EQUALS, "aws:CurrentTime", "2030-01-01T10:00:00Z"),
                        Condition.of(Comparison.DATE_LESS_THAN, "aws:CurrentTime", "2030-01-01T11:00:00Z")));
        assertThat(decision.undecided().orElseThrow().ways()).anySatisfy(way -> {
            assertThat(way.verdict()).isEqualTo(Verdict.ALLOWED);
            assertThat(way.values().toString()).contains("2030-01-01T10:");
        });
    }

    @Test
    void addresses_outside_every_block_are_found() {
        Decision decision = explain(
                unknown("aws:SourceIp"),
                EXEC.where(Condition.of(Comparison.NOT_IP_ADDRESS, "aws:SourceIp", "0.0.0.0/0")));
        assertThat(ways(decision)).containsValue(Verdict.ALLOWED).containsValue(Verdict.IMPLICIT_DENY);
    }

    @Test
    void two_facts_that_must_both_hold_are_both_named() {
        Decision decision = explain(
                unknown(ENVIRONMENT, "aws:MultiFactorAuthPresent"),
                EXEC.where(
                        Condition.of(Comparison.STRING_EQUALS, ENVIRONMENT, "development"),
                        Condition.of(Comparison.BOOL, "aws:MultiFactorAuthPresent", "true")));
        assertThat(facts(decision)).containsExactlyInAnyOrder(ENVIRONMENT, "aws:MultiFactorAuthPresent");
        assertThat(ways(decision))
                .containsEntry("`development` + `true`", Verdict.ALLOWED)
                .hasSize(3);
    }

    @Test
    void tags_of_two_resources_are_two_facts() {
        Context tags = Context.builder().unknownFamily("aws:ResourceTag/").build();
        Request request = new Request(
                Principal.of("arn:aws:iam::111122223333:user/alice"),
                Action.of("ecs:ExecuteCommand"),
                List.of(
                        Resource.of("arn:aws:ecs:us-east-1:111122223333:cluster/dev")
                                .with(tags),
                        Resource.of("arn:aws:ecs:us-east-1:111122223333:task/dev/abc")
                                .with(tags)),
                Optional.empty(),
                Context.empty(),
                Set.of());
        Decision decision =
                explain(request, EXEC.where(Condition.of(Comparison.STRING_EQUALS, ENVIRONMENT, "development")));
        assertThat(facts(decision))
                .containsExactly(
                        ENVIRONMENT + " of arn:aws:ecs:us-east-1:111122223333:cluster/dev",
                        ENVIRONMENT + " of arn:aws:ecs:us-east-1:111122223333:task/dev/abc");
    }

    @Test
    void a_check_that_fails_anyway_needs_no_facts_of_the_other() {
        Request request = new Request(
                Principal.of("arn:aws:iam::111122223333:user/alice"),
                Action.of("ecs:ExecuteCommand"),
                List.of(
                        Resource.of("arn:aws:ecs:us-east-1:111122223333:cluster/dev"),
                        Resource.of("arn:aws:ecs:us-east-1:111122223333:task/dev/abc")
                                .with(unknown(ENVIRONMENT))),
                Optional.empty(),
                Context.empty(),
                Set.of());
        Statement tasks = Statement.allow(
                        List.of("ecs:ExecuteCommand"), List.of("arn:aws:ecs:us-east-1:111122223333:task/*"))
                .where(Condition.of(Comparison.STRING_EQUALS, ENVIRONMENT, "development"));
        assertThat(explain(request, tasks).verdict()).isEqualTo(Verdict.IMPLICIT_DENY);
    }

    @Test
    void an_unknown_variable_of_a_resource_is_solved() {
        Statement own = Statement.allow(
                List.of("ecs:ExecuteCommand"),
                List.of("arn:aws:ecs:us-east-1:111122223333:task/${aws:PrincipalTag/team}/abc"));
        Decision decision = explain(unknown("aws:PrincipalTag/team"), own);
        assertThat(facts(decision)).containsExactly("aws:PrincipalTag/team");
        assertThat(ways(decision)).containsEntry("`dev`", Verdict.ALLOWED);
    }

    @Test
    void two_unknown_values_that_are_compared_stay_undecided() {
        Condition own = Condition.of(Comparison.STRING_EQUALS, "aws:ResourceTag/team", "${aws:PrincipalTag/team}");
        Decision decision = explain(unknown("aws:ResourceTag/team", "aws:PrincipalTag/team"), EXEC.where(own));
        assertThat(decision.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(facts(decision)).containsExactlyInAnyOrder("aws:ResourceTag/team", "aws:PrincipalTag/team");
        assertThat(decision.undecided().orElseThrow().exact()).isFalse();
    }

    @Test
    void a_multivalued_key_may_hold_several_values() {
        Condition onlyTeam = new Condition(
                new ConditionOperator(SetOperator.FOR_ALL_VALUES, Comparison.STRING_EQUALS, false),
                ConditionKey.of("aws:TagKeys"),
                List.of("team"));
        Condition someTeam = new Condition(
                new ConditionOperator(SetOperator.FOR_ANY_VALUE, Comparison.STRING_EQUALS, false),
                ConditionKey.of("aws:TagKeys"),
                List.of("team"));
        Condition other = new Condition(
                new ConditionOperator(SetOperator.FOR_ANY_VALUE, Comparison.STRING_NOT_EQUALS, false),
                ConditionKey.of("aws:TagKeys"),
                List.of("team"));
        Decision decision = explain(unknown("aws:TagKeys"), EXEC.where(someTeam, other), NO_EXEC.where(onlyTeam));
        assertThat(decision.undecided().orElseThrow().ways())
                .as("only [team, something else] is allowed")
                .anyMatch(way -> way.verdict() == Verdict.ALLOWED);
    }

    @Test
    void many_unknown_facts_end_in_undecided_not_in_a_guess() {
        Context.Builder context = Context.builder();
        Statement statement = EXEC;
        for (int i = 0; i < 40; i++) {
            context.unknown("app:fact" + i);
            statement = statement.where(new Condition(
                    new ConditionOperator(SetOperator.FOR_ANY_VALUE, Comparison.STRING_LIKE, false),
                    ConditionKey.of("app:fact" + i),
                    List.of("*a*", "*b*", "*c*", "*d*")));
        }
        Decision decision = explain(context.build(), statement);
        assertThat(decision.verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void every_way_is_true_of_its_example() {
        Context context = unknown(ENVIRONMENT, "aws:SourceIp");
        Statement[] statements = {
            EXEC.where(Condition.of(Comparison.STRING_LIKE, ENVIRONMENT, "dev*", "*test")),
            NO_EXEC.where(
                    Condition.of(Comparison.STRING_LIKE, ENVIRONMENT, "*e*t*"),
                    Condition.of(Comparison.IP_ADDRESS, "aws:SourceIp", "10.0.0.0/8"))
        };
        Decision decision = explain(context, statements);
        assertThat(decision.undecided().orElseThrow().ways())
                .hasSizeGreaterThan(2)
                .allSatisfy(way -> {
                    Context.Builder known = Context.builder();
                    way.values().forEach((fact, value) -> known.put(fact.key(), value.example()));
                    assertThat(explain(context.plus(known.build()), statements).verdict())
                            .isEqualTo(way.verdict());
                });
    }

    @Test
    void absence_told_is_not_the_same_as_unknown() {
        Condition dev = Condition.of(Comparison.STRING_EQUALS, ENVIRONMENT, "development");
        Context absent = Context.builder()
                .unknownFamily("aws:ResourceTag/")
                .put(ConditionKey.of(ENVIRONMENT), ContextValue.ABSENT)
                .build();
        assertThat(explain(absent, EXEC.where(dev)).verdict()).isEqualTo(Verdict.IMPLICIT_DENY);
    }

    @Test
    void what_one_way_leaves_open_is_not_what_another_leaves_open() {
        Statement deny = NO_EXEC.where(
                Condition.of(Comparison.STRING_NOT_EQUALS, "aws:PrincipalTag/a", "x"),
                Condition.of(Comparison.STRING_EQUALS, "aws:PrincipalTag/b", "2"));
        Condition one = Condition.of(Comparison.STRING_EQUALS, "aws:PrincipalTag/b", "1");
        Condition notOne = Condition.of(Comparison.STRING_NOT_EQUALS, "aws:PrincipalTag/b", "1");
        Decision decision =
                explain(unknown("aws:PrincipalTag/a", "aws:PrincipalTag/b"), deny, EXEC.where(one), EXEC.where(notOne));
        assertThat(decision.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(ways(decision)).containsValues(Verdict.EXPLICIT_DENY, Verdict.ALLOWED);
    }

    @Test
    void a_variable_that_is_compared_without_letter_case_is_not_solved_by_letter() {
        Context context = Context.builder()
                .put("aws:ResourceTag/team", "team-x")
                .unknown("aws:PrincipalTag/b")
                .build();
        Condition team = Condition.of(
                Comparison.STRING_EQUALS_IGNORE_CASE, "aws:ResourceTag/team", "Team-${aws:PrincipalTag/b}");
        assertThat(explain(context, EXEC, NO_EXEC.where(team)).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void a_solution_that_a_pattern_accepts_too_does_not_stand_for_all_that_it_accepts() {
        Context context = Context.builder()
                .put("aws:ResourceTag/team", "de")
                .unknown("aws:PrincipalTag/b")
                .build();
        Condition own = Condition.of(Comparison.STRING_EQUALS, "aws:ResourceTag/team", "${aws:PrincipalTag/b}");
        Condition de = Condition.of(Comparison.STRING_LIKE, "aws:PrincipalTag/b", "de*");
        Decision decision = explain(context, EXEC.where(de), NO_EXEC.where(own));
        assertThat(ways(decision)).containsValues(Verdict.ALLOWED, Verdict.EXPLICIT_DENY, Verdict.IMPLICIT_DENY);
    }

    @Test
    void a_role_id_and_a_pattern_on_the_same_key_combine() {
        Statement deny = NO_EXEC.forPrincipals(PrincipalPattern.Aws.of("AROAABCDEFGHIJKLMNOP2"))
                .where(Condition.of(Comparison.STRING_LIKE, "aws:userid", "*:alice"));
        PolicyEngine engine = PolicyEngine.compile(PolicySet.builder()
                .identity(Policy.of(EXEC))
                .resource(Policy.of(deny))
                .build());
        Request request = Request.of(
                        "arn:aws:iam::111122223333:role/Ops",
                        "ecs:ExecuteCommand",
                        "arn:aws:ecs:us-east-1:111122223333:task/dev/abc")
                .with(unknown("aws:userid"));
        assertThat(engine.decide(request)).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void an_unknown_field_of_an_incomplete_arn_is_not_solved_by_letter() {
        Statement deny = Statement.deny(
                List.of("ecs:ExecuteCommand"), List.of("arn:aws:ecs:${aws:PrincipalTag/region}:111122223333"));
        assertThat(explain(unknown("aws:PrincipalTag/region"), EXEC, deny).verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void thousands_of_values_end_in_an_answer() {
        String[] units =
                IntStream.range(0, 5_000).mapToObj(i -> "o-1/r-1/ou-" + i + "/").toArray(String[]::new);
        Condition some = new Condition(
                new ConditionOperator(SetOperator.FOR_ANY_VALUE, Comparison.STRING_EQUALS, false),
                ConditionKey.of("aws:PrincipalOrgPaths"),
                List.of(units));
        assertThat(explain(unknown("aws:PrincipalOrgPaths"), EXEC.where(some)).verdict())
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void a_resource_whose_facts_settle_shows_the_verdict_they_settle_on() {
        Condition dev = Condition.of(Comparison.STRING_EQUALS, ENVIRONMENT, "development");
        Condition notDev = Condition.of(Comparison.STRING_NOT_EQUALS, ENVIRONMENT, "development");
        Decision allowed = explain(unknown(ENVIRONMENT), EXEC.where(dev), EXEC.where(notDev));
        assertThat(allowed.resources().get(0).verdict()).isEqualTo(Verdict.ALLOWED);
        Decision denied = explain(unknown(ENVIRONMENT), EXEC.where(dev, notDev));
        assertThat(denied.resources().get(0).verdict()).isEqualTo(Verdict.IMPLICIT_DENY);
        assertThat(denied.resources().get(0).blockers()).isNotEmpty();
    }
}
