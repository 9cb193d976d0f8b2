// SPDX-License-Identifier: Apache-2.0
package io.execward.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.account.AccountSnapshot;
import io.execward.analyze.Budget;
import io.execward.analyze.PolicyAnalyzer;
import io.execward.diagnostic.Source;
import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.json.PolicyJson;
import io.execward.model.AttachedPolicy;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.Request;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProverTest {
    private static final String AT = "arn:aws:ecs:us-east-1:111122223333:";
    private static final ClusterArn PROD = ClusterArn.of(AT + "cluster/prod");
    private static final Property NO_SHELL = new Property.NoShell(List.of(PROD));

    @Test
    void a_grant_on_cluster_and_task_is_a_shell_and_both_requests_are_shown() {
        Proof.OfPrincipal proof = prove(NO_SHELL, holder("role/Dev", allow("ecs:ExecuteCommand", "*")));

        Outcome.Open open = open(proof);
        assertThat(open.requests())
                .extracting(request -> request.resources().get(0).text())
                .containsExactly(AT + "cluster/prod", AT + "task/prod/0123456789abcdef0123456789abcdef");
        assertThat(open.notes()).isEmpty();
    }

    @Test
    void a_grant_on_the_cluster_alone_is_none() {
        assertHolds(NO_SHELL, allow("ecs:ExecuteCommand", AT + "cluster/prod"));
    }

    @Test
    void a_grant_on_tasks_of_another_cluster_is_none_though_short_arns_are_asked_about_too() {
        assertHolds(
                NO_SHELL,
                allow("ecs:ExecuteCommand", AT + "cluster/*"),
                allow("ecs:ExecuteCommand", AT + "task/dev/*"));
    }

    @Test
    void a_pattern_that_only_short_arns_fit_is_found() {
        Proof.OfPrincipal proof = prove(
                NO_SHELL,
                holder(
                        "role/Dev",
                        allow("ecs:ExecuteCommand", AT + "cluster/prod"),
                        allow("ecs:ExecuteCommand", AT + "task/0a1b*")));

        assertThat(open(proof).requests().get(1).resources().get(0).text()).startsWith(AT + "task/0a1b");
    }

    @Test
    void a_scp_that_excepts_roles_by_name_holds_for_the_others_only() {
        Policy scp = policy("""
                {"Effect":"Allow","Action":"*","Resource":"*"},
                {"Sid":"ProdIsClosed","Effect":"Deny","Action":"ecs:ExecuteCommand","Resource":"*","Condition":{
                 "ArnLike":{"ecs:cluster":"arn:aws:ecs:*:*:cluster/prod"},
                 "ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/OnCall"}}}""");
        PolicySet set = PolicySet.identity(policy(allow("ecs:*", "*"))).toBuilder()
                .serviceControl(new PolicyLevel("root", List.of(new AttachedPolicy("scp", scp))))
                .build();

        Proof.OfPrincipal dev = prove(NO_SHELL, holder("role/Dev", set));
        assertThat(dev.verdict()).isEqualTo(Proof.Verdict.HOLDS);
        assertThat(because(dev)).anyMatch(text -> text.contains("ProdIsClosed"));
        assertThat(prove(NO_SHELL, holder("role/OnCall", set)).verdict()).isEqualTo(Proof.Verdict.FAILS);
    }

    @Test
    void a_session_past_ecs_exec_is_a_shell_and_a_deny_of_long_arns_leaves_short_ones() {
        Property property = NO_SHELL;
        String allow = allow("ssm:StartSession", "*");

        assertFails(property, allow, deny("ssm:StartSession", AT + "task/prod/*"));
        assertHolds(property, allow, deny("ssm:StartSession", "arn:aws:ecs:*:*:task/*"));
    }

    @Test
    void no_direct_session_needs_both_actions_closed() {
        Property property = new Property.NoDirectSession();
        assertFails(property, allow("ssm:*", "*"), deny("ssm:StartSession", "arn:aws:ecs:*:*:task/*"));
        assertHolds(
                property,
                allow("ssm:*", "*"),
                deny("ssm:StartSession", "arn:aws:ecs:*:*:task/*"),
                deny("ssm:ResumeSession", "*"));
    }

    @Test
    void launches_with_exec_on_are_those_of_every_action_that_carries_the_flag() {
        Property property = new Property.NoLaunchWithExec(List.of(PROD));
        String off = """
                {"Effect":"Deny","Action":["ecs:RunTask","ecs:StartTask","ecs:CreateService","ecs:UpdateService"%s],"Resource":"*",
                 "Condition":{"StringEquals":{"ecs:enable-execute-command":"true"}}}""";

        Proof.OfPrincipal proof = prove(property, holder("role/Dev", allow("ecs:*", "*"), off.replace("%s", "")));
        assertThat(open(proof).requests().get(0).action().toString()).contains("Daemon");
        assertHolds(property, allow("ecs:*", "*"), off.replace("%s", ",\"ecs:CreateDaemon\",\"ecs:UpdateDaemon\""));
        assertHolds(property, allow("ecs:ExecuteCommand", "*"));
    }

    @Test
    void mfa_that_may_be_absent_is_no_mfa() {
        Property property = new Property.ExecNeedsMfa();
        assertHolds(property, """
                {"Effect":"Allow","Action":"ecs:ExecuteCommand","Resource":"*",
                 "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}""");
        assertFails(property, """
                {"Effect":"Allow","Action":"ecs:ExecuteCommand","Resource":"*",
                 "Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"true"}}}""");
    }

    @Test
    void a_witness_in_some_cluster_names_one_cluster_throughout() {
        Proof.OfPrincipal proof =
                prove(new Property.ExecNeedsMfa(), holder("role/Dev", allow("ecs:ExecuteCommand", "*")));

        Outcome.Open open = open(proof);
        assertThat(open.notes()).isEmpty();
        String cluster = open.requests().get(0).resources().get(0).text();
        assertThat(open.requests().get(1).resources().get(0).text())
                .startsWith(cluster.replace(":cluster/", ":task/") + "/");
    }

    @Test
    void a_tag_guard_in_one_spelling_leaves_the_others() {
        Property property = new Property.NoSelfTagging();
        String shell = """
                {"Effect":"Allow","Action":"ecs:ExecuteCommand","Resource":"*",
                 "Condition":{"StringEquals":{"aws:ResourceTag/team":"web"}}}""";
        String tagging = allow("ecs:TagResource", "*");
        String guard = """
                {"Effect":"Deny","Action":["ecs:TagResource","ecs:UntagResource"],"Resource":"*",
                 "Condition":{"ForAnyValue:OPERATOR":{"aws:TagKeys":"team"}}}""";

        assertHolds(property, shell);
        assertHolds(property, tagging);
        assertFails(property, shell, tagging);
        assertFails(property, shell, tagging, guard.replace("OPERATOR", "StringEquals"));
        assertHolds(property, shell, tagging, guard.replace("OPERATOR", "StringEqualsIgnoreCase"));
    }

    @Test
    void a_daemon_hands_its_tags_on_to_its_tasks() {
        assertFails(new Property.NoSelfTagging(), """
                {"Effect":"Allow","Action":"ecs:ExecuteCommand","Resource":"*",
                 "Condition":{"StringEquals":{"aws:ResourceTag/team":"web"}}}""", allow("ecs:TagResource", AT + "daemon/*"));
    }

    @Test
    void a_role_that_may_set_the_tag_it_is_compared_by_tags_itself_in() {
        String shell = """
                {"Effect":"Allow","Action":"ecs:ExecuteCommand","Resource":"*",
                 "Condition":{"StringEquals":{"aws:PrincipalTag/team":"web"}}}""";
        assertHolds(new Property.NoSelfTagging(), shell);
        assertFails(new Property.NoSelfTagging(), shell, allow("iam:TagRole", "*"));
    }

    @Test
    void a_policy_that_was_not_supplied_makes_unknown_what_it_could_decide() {
        PolicyHolder dev = holder("role/Dev", allow("ecs:*", "*"));
        PolicyHolder missing = new PolicyHolder(
                dev.name(), dev.caller(), dev.policies(), Map.of(), List.of("arn:aws:iam::111122223333:policy/Lost"));

        assertThat(prove(NO_SHELL, missing).verdict()).isEqualTo(Proof.Verdict.UNKNOWN);
        assertThat(prove(new Property.NoSelfTagging(), dev).verdict()).isEqualTo(Proof.Verdict.HOLDS);
        assertThat(prove(new Property.NoSelfTagging(), missing).verdict()).isEqualTo(Proof.Verdict.UNKNOWN);
    }

    @Test
    void everything_inside_its_ceiling_and_not() {
        PolicySet ceiling = PolicySet.identity(policy(allow("ecs:*", "*")));
        Property inside = new Property.Inside("the ceiling", ceiling);
        assertHolds(inside, allow("ecs:ExecuteCommand", "*"));
        assertFails(inside, allow("ecs:ExecuteCommand", "*"), allow("ssm:StartSession", "*"));
    }

    @Test
    void of_a_cluster_of_another_account_nothing_is_claimed() {
        ClusterArn foreign = ClusterArn.of("arn:aws:ecs:us-east-1:444455556666:cluster/prod");
        PolicyHolder dev = holder("role/Dev", deny("*", "*"));

        assertThat(prove(new Property.NoShell(List.of(foreign)), dev).verdict()).isEqualTo(Proof.Verdict.UNKNOWN);
        assertThat(prove(new Property.NoLaunchWithExec(List.of(foreign)), dev).verdict())
                .isEqualTo(Proof.Verdict.UNKNOWN);
    }

    @Test
    void of_a_cluster_of_another_partition_nothing_is_claimed() {
        ClusterArn china = ClusterArn.of("arn:aws-cn:ecs:cn-north-1:111122223333:cluster/prod");
        PolicyHolder dev = holder("role/Dev", allow("ecs:ExecuteCommand", "*"));

        assertThat(prove(new Property.NoShell(List.of(china)), dev).verdict()).isEqualTo(Proof.Verdict.UNKNOWN);
        assertThat(prove(new Property.NoLaunchWithExec(List.of(china)), dev).verdict())
                .isEqualTo(Proof.Verdict.UNKNOWN);
    }

    @Test
    void of_nobody_nothing_is_proved() {
        assertThat(Prover.of(Budget.standard()).prove(NO_SHELL, List.of()).verdict())
                .isEqualTo(Proof.Verdict.UNKNOWN);
    }

    @Test
    void sessions_may_carry_what_their_identity_provider_says() {
        for (String key : List.of("saml:sub", "cognito-identity.amazonaws.com:sub", "oidc.example.com/id/1:sub")) {
            assertFails(NO_SHELL, """
                    {"Effect":"Allow","Action":"ecs:ExecuteCommand","Resource":"*",
                     "Condition":{"StringEquals":{"KEY":"somebody"}}}""".replace("KEY", key));
        }
    }

    @Test
    void roles_of_the_same_name_in_two_accounts_are_compared_one_by_one() {
        PolicyHolder one = holder("role/Dev", allow("ecs:ListClusters", "*"));
        PolicyHolder other = new PolicyHolder(
                one.name(),
                Caller.of(Principal.of("arn:aws:iam::444455556666:role/Dev")),
                one.policies(),
                Map.of(),
                List.of());
        PolicyHolder more = holder("role/Dev", allow("ecs:*", "*"));

        PolicyChange change = PolicyChange.of(PolicyAnalyzer.create(), List.of(one, other), List.of(more, other));
        assertThat(change.mayGain()).isTrue();
        assertThat(change.unchanged()).isEqualTo(1);
    }

    private static void assertHolds(Property property, String... statements) {
        assertThat(prove(property, holder("role/Dev", statements)).verdict()).isEqualTo(Proof.Verdict.HOLDS);
    }

    private static void assertFails(Property property, String... statements) {
        PolicyHolder holder = holder("role/Dev", statements);
        PolicyEngine engine = PolicyEngine.compile(holder.policies());
        List<Request> requests = open(prove(property, holder)).requests();
        if (!(property instanceof Property.NoSelfTagging)) {
            assertThat(requests).allMatch(request -> engine.decide(request) == Verdict.ALLOWED);
        }
    }

    private static Outcome.Open open(Proof.OfPrincipal proof) {
        assertThat(proof.verdict()).as(proof.toString()).isEqualTo(Proof.Verdict.FAILS);
        return proof.roads().stream()
                .map(Proof.OfRoad::outcome)
                .filter(Outcome.Open.class::isInstance)
                .map(Outcome.Open.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> because(Proof.OfPrincipal proof) {
        return proof.roads().stream()
                .flatMap(road -> road.outcome()
                        .match(
                                closed -> closed.because().stream(),
                                open -> open.because().stream(),
                                unknown -> Stream.of()))
                .map(Object::toString)
                .toList();
    }

    private static Proof.OfPrincipal prove(Property property, PolicyHolder holder) {
        Prover prover = Prover.of(Budget.standard(), AccountSnapshot.builder().build());
        return prover.prove(property, List.of(holder)).principals().get(0);
    }

    private static PolicyHolder holder(String name, String... statements) {
        return holder(name, PolicySet.identity(policy(statements)));
    }

    private static PolicyHolder holder(String name, PolicySet set) {
        Caller caller = Caller.of(Principal.of("arn:aws:iam::111122223333:" + name));
        return PolicyHolder.of(caller, set, Map.of());
    }

    private static Policy policy(String... statements) {
        String text = "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
        return PolicyJson.parse(Source.of("policy", text), PolicyKind.IDENTITY).policy();
    }

    private static String allow(String action, String resource) {
        return statement("Allow", action, resource);
    }

    private static String deny(String action, String resource) {
        return statement("Deny", action, resource);
    }

    private static String statement(String effect, String action, String resource) {
        return "{\"Effect\":\"" + effect + "\",\"Action\":\"" + action + "\",\"Resource\":\"" + resource + "\"}";
    }
}
