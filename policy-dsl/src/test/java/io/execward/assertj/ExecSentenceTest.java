// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import static io.execward.assertj.ExecwardAssertions.assertThat;
import static io.execward.assertj.Given.CLUSTER;
import static io.execward.assertj.Given.DEVELOPER;
import static io.execward.assertj.Given.EVERYTHING;
import static io.execward.assertj.Given.EXEC_INTO_APP;
import static io.execward.assertj.Given.EXEC_WITH_MFA;
import static io.execward.assertj.Given.NO_VAULT;
import static io.execward.assertj.Given.TASK;
import static io.execward.assertj.Given.failureOf;
import static io.execward.assertj.Given.policies;
import static io.execward.assertj.Given.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.execward.Golden;
import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.DescribeTasksRequest;
import io.execward.ecs.TaskArn;
import io.execward.model.Arn;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExecSentenceTest {
    private static final String TASK_ONLY = """
            {"Sid": "ExecIntoTasks", "Effect": "Allow", "Action": "ecs:ExecuteCommand",
             "Resource": "arn:aws:ecs:*:111122223333:task/dev/*"}
            """;
    private static final String TEAM = """
            {"Sid": "OwnTeam", "Effect": "Allow", "Action": "ecs:ExecuteCommand", "Resource": "*",
             "Condition": {"StringEquals": {"aws:ResourceTag/team": "${aws:PrincipalTag/team}"}}}
            """;

    private static CallerAssert developer(String... statements) {
        return assertThat(policies(statements)).forPrincipal(DEVELOPER);
    }

    @Test
    void a_grant_of_cluster_and_task_allows_exec() {
        developer(EXEC_INTO_APP).allowsExec().into(TASK).container("app");
        assertThat(policy(EXEC_INTO_APP))
                .forPrincipal(Principal.of(DEVELOPER))
                .allowsExec()
                .into(ClusterArn.of(CLUSTER), TaskArn.of(TASK))
                .container("app")
                .because(PolicyKind.IDENTITY)
                .because(Reason.statement("ExecIntoApp"));
    }

    @Test
    void a_grant_of_the_task_alone_fails_and_shows_the_cluster_check() {
        Golden.assertSame(
                "assertj/task-only.txt",
                failureOf(() -> assertThat(Given.readFromFile(TASK_ONLY))
                        .as("on-call")
                        .forPrincipal(DEVELOPER)
                        .allowsExec()
                        .into(TASK)
                        .container("app")));
    }

    @Test
    void a_refusal_that_is_not_one_shows_who_allows_it() {
        Golden.assertSame(
                "assertj/allowed-though-denial-expected.txt",
                failureOf(() -> developer(EXEC_INTO_APP, NO_VAULT)
                        .deniesExec()
                        .into(TASK)
                        .container("app")));
    }

    @Test
    void an_undecided_call_is_neither_allowed_nor_denied() {
        CallerAssert developer = developer(EXEC_WITH_MFA);
        developer.leavesExecUndecided().into(TASK).container("app");
        String allowed = failureOf(() -> developer.allowsExec().into(TASK).container("app"));
        Golden.assertSame("assertj/undecided.txt", allowed);
        assertThat(failureOf(() -> developer.deniesExec().into(TASK).container("app")))
                .isEqualTo(allowed.replace("to be allowed", "to be denied"));
    }

    @Test
    void a_verdict_is_not_undecided() {
        Golden.assertSame(
                "assertj/decided.txt",
                failureOf(() -> developer(EXEC_INTO_APP)
                        .leavesExecUndecided()
                        .into(TASK)
                        .container("app")));
    }

    @Test
    void what_is_told_of_the_caller_takes_part() {
        developer(EXEC_WITH_MFA)
                .withMfa(Duration.ofMinutes(5))
                .allowsExec()
                .into(TASK)
                .container("app");
        developer(EXEC_WITH_MFA).withoutMfaKeys().deniesExec().into(TASK).container("app");
        developer(EXEC_WITH_MFA).complete().deniesExec().into(TASK).container("app");
        developer(EXEC_WITH_MFA)
                .with("aws:MultiFactorAuthPresent", "true")
                .allowsExec()
                .into(TASK)
                .container("app");
        developer("""
                        {"Effect": "Allow", "Action": "ecs:*", "Resource": "*", "Condition": {
                          "IpAddress": {"aws:SourceIp": "203.0.113.0/24"},
                          "DateLessThan": {"aws:CurrentTime": "2030-01-01T00:00:00Z"}}}
                        """)
                .from("203.0.113.7")
                .at(Instant.parse("2029-12-31T23:59:59Z"))
                .allowsExec()
                .into(TASK)
                .container("app");
    }

    @Test
    void tags_of_task_cluster_and_caller_take_part() {
        CallerAssert payments = developer(TEAM).tagged(Map.of("team", "payments"));
        payments.allowsExec()
                .into(TASK)
                .taskTagged(Map.of("team", "payments"))
                .clusterTagged(Map.of("team", "payments"))
                .container("app")
                .isUndecidedWithout("aws:ResourceTag/team");
        payments.deniesExec()
                .into(TASK)
                .taskTagged(Map.of("team", "web"))
                .clusterTagged(Map.of("team", "payments"))
                .container("app")
                .implicitly()
                .because(Reason.check("task"))
                .because(Reason.condition("aws:resourcetag/Team"));
        payments.leavesExecUndecided().into(TASK).container("app").isUndecidedWithout("aws:ResourceTag/team");
    }

    @Test
    void a_beginning_can_be_used_again() {
        CallerAssert developer = developer(EXEC_INTO_APP, NO_VAULT);
        NeedsContainer allowed = developer.allowsExec().into(TASK);
        allowed.container("app");
        assertThat(failureOf(() -> allowed.container("sidecar"))).contains("container `sidecar`");
        developer.withMfa(Duration.ZERO).allowsExec().into(TASK).container("app");
        developer.deniesExec().into(TASK).container("vault");
    }

    @Test
    void a_request_that_names_no_container_leaves_the_key_open() {
        developer(EXEC_INTO_APP)
                .leavesExecUndecided()
                .into(TASK)
                .noNamedContainer()
                .isUndecidedWithout("ecs:container-name");
        developer(EVERYTHING).allowsExec().into(TASK).noNamedContainer();
        assertThat(failureOf(() -> developer().allowsExec().into(TASK).noNamedContainer()))
                .contains("a container that is not named");
    }

    @Test
    void the_key_of_the_cluster_is_a_check_too() {
        Arn key = Arn.of("arn:aws:kms:us-east-1:111122223333:key/1234");
        developer(EXEC_INTO_APP)
                .deniesExec()
                .into(TASK)
                .encryptedWith(key)
                .container("app")
                .because(Reason.check("key"));
    }

    @Test
    void other_operations_are_checked_as_whole_calls() {
        CallerAssert developer = developer(EXEC_INTO_APP);
        developer.denies(Given::describe).implicitly().because(PolicyKind.IDENTITY);
        developer(EVERYTHING).allows(Given::describe).because(Reason.statement("Everything"));
        developer(EXEC_WITH_MFA.replace("ecs:ExecuteCommand", "ecs:DescribeTasks"))
                .leavesUndecided(Given::describe)
                .isUndecidedWithout("aws:MultiFactorAuthPresent");
        Golden.assertSame("assertj/operation.txt", failureOf(() -> developer.allows(Given::describe)));
        assertThat(failureOf(() -> developer.leavesUndecided(Given::describe))).contains("to be undecided");
        assertThat(failureOf(() -> developer(EVERYTHING).denies(Given::describe)))
                .contains("to be denied, but it is ALLOWED");
    }

    @Test
    void a_short_arn_needs_its_cluster() {
        String shortArn = "arn:aws:ecs:us-east-1:111122223333:task/0a1b2c3d";
        assertThatThrownBy(() ->
                        developer(EXEC_INTO_APP).allowsExec().into(shortArn).container("app"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name the cluster too");
        developer(EXEC_INTO_APP)
                .deniesExec()
                .into(ClusterArn.of(CLUSTER), TaskArn.of(shortArn))
                .container("app")
                .because(Reason.check("task"));
    }

    @Test
    void all_that_is_known_of_a_caller_can_be_told_at_once() {
        Caller caller = Caller.of(Principal.of(DEVELOPER)).withMfa(Duration.ofMinutes(1));
        assertThat(policies(EXEC_WITH_MFA))
                .forCaller(caller)
                .allowsExec()
                .into(TASK)
                .container("app");
        assertThat(PolicySet.builder().build())
                .forCaller(caller)
                .denies(it -> DescribeTasksRequest.of(it, ClusterArn.of(CLUSTER), TaskArn.of(TASK)));
    }
}
