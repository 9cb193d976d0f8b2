// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.execward.Golden;
import io.execward.evaluate.Fact;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.model.Arn;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.Request;
import io.execward.model.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** ExecuteCommand on cluster and task together (R-EXEC-03, R-EXEC-07 to R-EXEC-16; E-X1 to E-X4, E-X7, E-X8). */
class ExecRequestTest {
    private static final String CLUSTER = "arn:aws:ecs:us-east-1:111122223333:cluster/dev";
    private static final String TASK = "arn:aws:ecs:us-east-1:111122223333:task/dev/0a1b2c3d4e5f60718293a4b5c6d7e8f9";
    private static final String SHORT_TASK =
            "arn:aws:ecs:us-east-1:111122223333:task/1dc5c17a-422b-4dc4-b493-371970c6c4d6";
    private static final Principal ALICE = Principal.of("arn:aws:iam::111122223333:user/alice");
    private static final ExecRequest REQUEST = ExecRequest.of(ALICE, TaskArn.of(TASK), Container.named("app"));

    private static final Statement TASKS = exec("arn:aws:ecs:us-east-1:111122223333:task/dev/*");
    private static final Statement THE_CLUSTER = exec(CLUSTER);
    private static final Condition DEVELOPMENT =
            Condition.of(Comparison.STRING_EQUALS, "ecs:ResourceTag/environment", "development");

    private static Statement exec(String resource) {
        return Statement.allow(List.of("ecs:ExecuteCommand"), List.of(resource));
    }

    private static ExecDecision decide(ExecRequest request, Statement... statements) {
        return request.explain(PolicyEngine.compile(PolicySet.identity(Policy.of(statements))));
    }

    @Test
    void a_grant_of_the_task_alone_is_denied_by_the_cluster_check() {
        ExecDecision decision = decide(REQUEST, TASKS);
        assertThat(decision.verdict()).isEqualTo(Verdict.IMPLICIT_DENY);
        assertThat(decision.clusterCheck().orElseThrow().verdict()).isEqualTo(Verdict.IMPLICIT_DENY);
        assertThat(decision.taskCheck().verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(decision.fixes()).singleElement().asString().contains("on the cluster too", CLUSTER, "R-EXEC-03");
        Golden.assertSame("exec/task-only-grant.txt", decision.print());
    }

    @Test
    void a_grant_of_the_cluster_alone_is_denied_by_the_task_check() {
        ExecDecision decision = decide(REQUEST, THE_CLUSTER);
        assertThat(decision.verdict()).isEqualTo(Verdict.IMPLICIT_DENY);
        assertThat(decision.fixes()).singleElement().asString().contains("on the task too", TASK);
    }

    @Test
    void the_two_allows_may_come_from_two_statements() {
        ExecDecision decision = decide(REQUEST, TASKS, THE_CLUSTER);
        assertThat(decision.verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(decision.fixes()).isEmpty();
    }

    @Test
    void under_the_old_model_the_task_is_enough() {
        ExecDecision decision = decide(REQUEST.under(ExecModel.TASK_ONLY), TASKS);
        assertThat(decision.verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(decision.clusterCheck()).isEmpty();
    }

    @Test
    void a_tag_condition_on_both_needs_the_tag_on_the_cluster_too() {
        Statement both = Statement.allow(List.of("ecs:ExecuteCommand"), List.of(CLUSTER, TASK))
                .where(DEVELOPMENT);
        ExecRequest tagged = REQUEST.taskTagged(Map.of("environment", "development"));
        ExecDecision untagged = decide(tagged.clusterTagged(Map.of()), both);
        assertThat(untagged.verdict()).isEqualTo(Verdict.IMPLICIT_DENY);
        assertThat(untagged.fixes())
                .singleElement()
                .asString()
                .contains("R-EXEC-15", "of its own without that condition");
        assertThat(decide(tagged.clusterTagged(Map.of("environment", "development")), both)
                        .verdict())
                .isEqualTo(Verdict.ALLOWED);
        assertThat(decide(tagged.clusterTagged(Map.of()), THE_CLUSTER, TASKS.where(DEVELOPMENT))
                        .verdict())
                .isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void a_tag_that_was_not_told_is_the_only_fact_named() {
        ExecDecision decision = decide(REQUEST, THE_CLUSTER, TASKS.where(DEVELOPMENT));
        assertThat(decision.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(decision.decision().undecided().orElseThrow().facts())
                .extracting(Fact::toString)
                .containsExactly("ecs:ResourceTag/environment of " + TASK);
        Golden.assertSame("exec/untold-tag.txt", decision.print());
    }

    @Test
    void what_the_action_never_carries_is_absent_not_unknown() {
        Condition enabled = Condition.of(Comparison.STRING_EQUALS, "ecs:enable-execute-command", "true");
        assertThat(decide(REQUEST, exec("*").where(enabled)).verdict()).isEqualTo(Verdict.IMPLICIT_DENY);
        Condition service = Condition.of(Comparison.STRING_NOT_LIKE, "ecs:service", "*");
        assertThat(decide(REQUEST, exec("*").where(service)).verdict()).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void keys_of_the_target_and_the_caller_are_filled_in() {
        Request request = REQUEST.toRequest();
        assertThat(request.resources()).extracting(r -> r.text()).containsExactly(CLUSTER, TASK);
        assertThat(value(request, "ecs:cluster")).isEqualTo(ContextValue.of(List.of(CLUSTER)));
        assertThat(value(request, "ecs:task")).isEqualTo(ContextValue.of(List.of(TASK)));
        assertThat(value(request, "ecs:container-name")).isEqualTo(ContextValue.of(List.of("app")));
        assertThat(value(request, "aws:username")).isEqualTo(ContextValue.of(List.of("alice")));
        assertThat(value(request, "aws:PrincipalArn")).isEqualTo(ContextValue.of(List.of(ALICE.text())));
        assertThat(value(request, "aws:RequestedRegion")).isEqualTo(ContextValue.of(List.of("us-east-1")));
        assertThat(value(request, "aws:ResourceAccount")).isEqualTo(ContextValue.of(List.of("111122223333")));
        assertThat(value(request, "aws:SourceIp")).isEqualTo(ContextValue.UNKNOWN);
        assertThat(value(request, "aws:PrincipalTag/team")).isEqualTo(ContextValue.UNKNOWN);
        assertThat(value(request, "aws:RequestTag/team")).isEqualTo(ContextValue.ABSENT);
        assertThat(value(request, "aws:SourceArn")).isEqualTo(ContextValue.ABSENT);
    }

    private static ContextValue value(Request request, String key) {
        return request.context().get(ConditionKey.of(key));
    }

    @Test
    void the_role_of_a_session_whose_path_is_not_told_is_not_guessed() {
        Condition onCall = Condition.of(Comparison.ARN_LIKE, "aws:PrincipalArn", "arn:aws:iam::*:role/OnCall");
        Principal session = Principal.of("arn:aws:sts::111122223333:assumed-role/OnCall/alice");
        ExecRequest request = ExecRequest.of(session, TaskArn.of(TASK), Container.named("app"));
        assertThat(decide(request, exec("*").where(onCall)).verdict()).isEqualTo(Verdict.UNDECIDED);
        ExecRequest role = ExecRequest.of(
                Principal.of("arn:aws:iam::111122223333:role/OnCall"), TaskArn.of(TASK), Container.named("app"));
        assertThat(decide(role, exec("*").where(onCall)).verdict()).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void an_omitted_container_may_escape_a_deny() {
        Statement noVault = Statement.deny(List.of("ecs:ExecuteCommand"), List.of("*"))
                .where(Condition.of(Comparison.STRING_EQUALS, "ecs:container-name", "vault"));
        ExecRequest omitted = ExecRequest.of(ALICE, TaskArn.of(TASK), Container.omitted());
        assertThat(decide(omitted, exec("*"), noVault).verdict()).isEqualTo(Verdict.UNDECIDED);
        ExecRequest absent = ExecRequest.of(ALICE, TaskArn.of(TASK), Container.omittedAndAbsent());
        assertThat(decide(absent, exec("*"), noVault).verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(decide(ExecRequest.of(ALICE, TaskArn.of(TASK), Container.named("vault")), exec("*"), noVault)
                        .verdict())
                .isEqualTo(Verdict.EXPLICIT_DENY);
    }

    @Test
    void facts_of_the_session_are_unknown_until_told() {
        Statement mfa = exec("*")
                .where(
                        Condition.of(Comparison.BOOL, "aws:MultiFactorAuthPresent", "true"),
                        Condition.of(Comparison.NUMERIC_LESS_THAN, "aws:MultiFactorAuthAge", "900"),
                        Condition.of(Comparison.IP_ADDRESS, "aws:SourceIp", "203.0.113.0/24"),
                        Condition.of(Comparison.DATE_LESS_THAN, "aws:CurrentTime", "2030-01-01T11:00:00Z"));
        assertThat(decide(REQUEST, mfa).verdict()).isEqualTo(Verdict.UNDECIDED);
        Caller told = Caller.of(ALICE)
                .withMfa(Duration.ofMinutes(5))
                .from("203.0.113.7")
                .at(Instant.parse("2030-01-01T10:59:59Z"));
        assertThat(decide(by(told), mfa).verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(decide(by(told.at(Instant.parse("2030-01-01T11:00:00Z"))), mfa)
                        .verdict())
                .isEqualTo(Verdict.IMPLICIT_DENY);
        assertThat(decide(by(told.withoutMfaKeys()), mfa).verdict()).isEqualTo(Verdict.IMPLICIT_DENY);
    }

    private static ExecRequest by(Caller caller) {
        return ExecRequest.of(caller, TaskArn.of(TASK), Container.named("app"));
    }

    @Test
    void a_short_task_arn_needs_its_cluster_and_misses_long_patterns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExecRequest.of(ALICE, TaskArn.of(SHORT_TASK), Container.named("app")))
                .withMessageContaining("does not tell its cluster");
        ExecRequest request =
                ExecRequest.of(ALICE, ClusterArn.of(CLUSTER), TaskArn.of(SHORT_TASK), Container.named("app"));
        assertThat(decide(request, THE_CLUSTER, TASKS).verdict()).isEqualTo(Verdict.IMPLICIT_DENY);
        Statement anyTask =
                exec("arn:aws:ecs:*:*:task/*").where(Condition.of(Comparison.ARN_EQUALS, "ecs:cluster", CLUSTER));
        assertThat(decide(request, THE_CLUSTER, anyTask).verdict()).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void a_task_of_another_cluster_is_an_input_error() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExecRequest.of(
                        ALICE,
                        ClusterArn.of("arn:aws:ecs:us-east-1:111122223333:cluster/prod"),
                        TaskArn.of(TASK),
                        Container.named("app")))
                .withMessageContaining("does not run in the cluster");
    }

    @Test
    void another_account_has_no_way_in() {
        ExecRequest foreign = ExecRequest.of(
                Principal.of("arn:aws:iam::444455556666:user/xena"), TaskArn.of(TASK), Container.named("app"));
        ExecDecision decision = decide(foreign, exec("*"));
        assertThat(decision.verdict()).isEqualTo(Verdict.IMPLICIT_DENY);
        assertThat(decision.fixes()).anySatisfy(fix -> assertThat(fix).contains("R-EXEC-06"));
    }

    @Test
    void told_facts_win_over_derived_ones() {
        ExecRequest told = by(Caller.of(ALICE).with(Context.of("ecs:container-name", "web")));
        assertThat(value(told.toRequest(), "ecs:container-name")).isEqualTo(ContextValue.of(List.of("web")));
    }

    @Test
    void the_organization_of_the_task_says_nothing_about_that_of_the_key() {
        ConditionKey organization = ConditionKey.of("aws:ResourceOrgID");
        Caller caller = Caller.of(Principal.of("arn:aws:iam::111122223333:user/ann"))
                .with(Context.of("aws:ResourceOrgID", "o-1"));
        List<OperationCheck> checks = ExecRequest.of(
                        caller, TaskArn.of("arn:aws:ecs:us-east-1:111122223333:task/prod/a"), Container.named("app"))
                .encryptedWith(Arn.of("arn:aws:kms:us-east-1:444455556666:key/k"))
                .checks();
        assertThat(checks.get(0).request().context().get(organization)).isEqualTo(ContextValue.of(List.of("o-1")));
        assertThat(checks.get(2).request().context().isUnknown(organization)).isTrue();
    }
}
