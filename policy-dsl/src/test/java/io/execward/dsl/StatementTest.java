// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import static io.execward.dsl.Examples.EVERYTHING;
import static io.execward.dsl.Examples.HERE;
import static io.execward.dsl.Examples.PAYMENTS;
import static io.execward.dsl.IamPolicy.allow;
import static io.execward.dsl.IamPolicy.allowAllExcept;
import static io.execward.dsl.IamPolicy.deny;
import static io.execward.dsl.IamPolicy.denyAllExcept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.execward.dsl.IamPolicy.Star;
import io.execward.model.Condition;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyPath;
import io.execward.model.PrincipalPattern;
import io.execward.model.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements of every kind of policy, and what is refused that the compiler cannot see. */
class StatementTest {
    @Test
    void a_statement_is_printed_as_it_is_said() {
        IamPolicy policy = IamPolicy.identity(
                allow(Actions.Ecs.EXECUTE_COMMAND)
                        .on(Target.cluster(PAYMENTS), HERE.tasks())
                        .when(When.inCluster(PAYMENTS), When.container("app", "worker"))
                        .sid("Shell"),
                deny(Actions.Ssm.START_SESSION).on(Place.anywhereIn("aws").tasks()));

        assertThat(policy.json()).isEqualTo("""
                        {
                          "Version": "2012-10-17",
                          "Statement": [
                            {
                              "Sid": "Shell",
                              "Effect": "Allow",
                              "Action": "ecs:ExecuteCommand",
                              "Resource": [
                                "arn:aws:ecs:us-east-1:111122223333:cluster/payments",
                                "arn:aws:ecs:us-east-1:111122223333:task/*"
                              ],
                              "Condition": {
                                "ArnEquals": {
                                  "ecs:cluster": "arn:aws:ecs:us-east-1:111122223333:cluster/payments"
                                },
                                "StringEquals": {
                                  "ecs:container-name": [
                                    "app",
                                    "worker"
                                  ]
                                }
                              }
                            },
                            {
                              "Effect": "Deny",
                              "Action": "ssm:StartSession",
                              "Resource": "arn:aws:ecs:*:*:task/*"
                            }
                          ]
                        }""");
    }

    @Test
    void every_kind_of_policy_can_be_said() {
        PrincipalPattern root = PrincipalPattern.Aws.of(Examples.ACCOUNT);
        ActionSet everyEcs = ActionSet.named("ecs:*");
        List<IamPolicy> all = List.of(
                IamPolicy.identity(allowAllExcept(ActionSet.named("iam:*")).on(Target.raw("*"))),
                IamPolicy.boundary(allow(everyEcs).onEverything(Star.LIMIT_ONLY)),
                IamPolicy.session(allow(Actions.Ecs.DESCRIBE_TASKS).onAllExcept(HERE.tasksWithLongArnsOf("payments"))),
                IamPolicy.serviceControl(
                        allow(ActionSet.named("*")).onEverything(Star.LIMIT_ONLY),
                        denyAllExcept(everyEcs).on(HERE.tasks())),
                IamPolicy.resourceControl(deny(ActionSet.named("s3:*")).onEverything()),
                IamPolicy.trust(allow(Actions.Sts.ASSUME_ROLE)
                        .by(new PrincipalPattern.Service("ecs-tasks.amazonaws.com"))
                        .when(When.sourceAccount(Examples.ACCOUNT))),
                IamPolicy.resource(
                                allow(Actions.Kms.DECRYPT).by(root).onEverything(Star.OWN_RESOURCE),
                                deny(Actions.Kms.DECRYPT).byAllExcept(root).onEverything(Star.OWN_RESOURCE))
                        .withId("key"),
                IamPolicy.endpoint(allow(Actions.Ecs.EXECUTE_COMMAND)
                        .by(new PrincipalPattern.Anyone())
                        .on(HERE.tasks(), Target.cluster(PAYMENTS))));

        assertThat(all)
                .extracting(IamPolicy::kind)
                .containsExactly(
                        PolicyKind.IDENTITY,
                        PolicyKind.PERMISSIONS_BOUNDARY,
                        PolicyKind.SESSION,
                        PolicyKind.SERVICE_CONTROL,
                        PolicyKind.RESOURCE_CONTROL,
                        PolicyKind.ROLE_TRUST,
                        PolicyKind.RESOURCE,
                        PolicyKind.VPC_ENDPOINT);
        assertThat(all.get(4)
                        .policy()
                        .statements()
                        .get(0)
                        .principals()
                        .orElseThrow()
                        .patterns())
                .containsExactly(new PrincipalPattern.Anyone());
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(() -> ActionSet.named("ssm:start-session"), "ssm:StartSession", "R-EXEC-134"),
                refusal(() -> ActionSet.named("ecs:ExecuteCommands"), "ecs:ExecuteCommand`?", "R-EXEC-134"),
                refusal(() -> ActionSet.named("nosuchservice:Go"), "ActionSet.raw", "R-EXEC-134"),
                refusal(() -> ActionSet.carrying("ecs:no-such-key"), "ecs:no-such-key", "R-EXEC-129"),
                refusal(
                        () -> allow(Actions.SsmMessages.OPEN_DATA_CHANNEL).on(HERE.tasks()),
                        "would grant nothing: it has no resource type: write `onEverything`",
                        "R-RES-11"),
                refusal(
                        () -> deny(Actions.Ecs.RUN_TASK).on(Target.cluster(PAYMENTS)),
                        "the Deny would be lost",
                        "R-RES-11"),
                refusal(
                        () -> allow(Actions.Ecs.EXECUTE_COMMAND).on(HERE.tasks(), HERE.servicesOf("payments")),
                        "service/payments/*",
                        "R-RES-11"),
                refusal(
                        () -> deny(Actions.Ecs.EXECUTE_COMMAND).onEverything().when(When.execEnabled(true)),
                        "`ecs:ExecuteCommand` never carry `ecs:enable-execute-command`",
                        "R-EXEC-129"),
                refusal(
                        () -> deny(Actions.Ssm.START_SESSION).on(HERE.tasks()).when(When.inCluster(PAYMENTS)),
                        "the Deny would be lost",
                        "R-EXEC-129"),
                refusal(
                        () -> allow(Actions.Ecs.EXECUTE_COMMAND)
                                .on(HERE.tasks())
                                .when(When.container("a"), When.container("b")),
                        "twice",
                        "R-GRAM-07"),
                refusal(() -> When.container("app*"), "containerLike", "R-EXEC-128"),
                refusal(() -> When.mfaYoungerThan(Duration.ZERO), "positive", "R-KEY-03"),
                refusal(() -> When.between(Instant.EPOCH, Instant.EPOCH), "empty", "R-COND-30"),
                refusal(() -> When.taggedAsCaller("cost center"), "blanks", "R-VAR-11"),
                refusal(() -> When.raw("StringEqual", "aws:username", "a"), "StringEqual", "R-GRAM-17"),
                refusal(() -> HERE.key("alias/exec"), "key", "R-ARN-01"),
                refusal(() -> Target.key("arn:aws:kms:us-east-1:111122223333:alias/exec"), "key", "R-EXEC-26"),
                refusal(() -> HERE.tasksWithLongArnsOf("pay*"), "pattern", "R-EXEC-128"),
                refusal(() -> Place.of("aws", "us-east-1", "1"), "12-digit", "R-ARN-01"),
                refusal(() -> IamPolicy.trust(IamPolicy.raw(EVERYTHING)), "cannot be a role trust policy", "R-TYPE-05"),
                refusal(() -> When.notFrom("203.0.113.300"), "203.0.113.300", "R-COND-45"),
                refusal(
                        () -> IamPolicy.identity(
                                deny(Actions.Ecs.EXECUTE_COMMAND).onEverything().sid("no blanks")),
                        "no blanks",
                        "R-GRAM-13"),
                refusal(
                        () -> IamPolicy.identity(
                                        deny(Actions.Ecs.EXECUTE_COMMAND).onEverything())
                                .withId("x"),
                        "`Id`",
                        "R-GRAM-04"));
    }

    private static Arguments refusal(ThrowingCallable call, String says, String rule) {
        return Arguments.of(rule + " " + says, call, says, rule);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void what_cannot_be_typed_is_refused_with_its_rule(String name, ThrowingCallable call, String says, String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(call)
                .withMessageContaining(says)
                .withMessageContaining(rule);
    }

    @Test
    void what_is_raw_is_taken_as_it_is() {
        Statement statement = allow(ActionSet.raw("newservice:Do"))
                .on(Target.raw("arn:aws:newservice:*"))
                .when(When.raw("StringLike", "newservice:key", "${aws:username}*"))
                .clauses()
                .get(0)
                .statement();

        assertThat(statement.conditions().get(0).values()).containsExactly("${aws:username}*");
        assertThat(IamPolicy.identity(IamPolicy.raw(statement)).policy()).isEqualTo(Policy.of(statement));
    }

    @Test
    void values_mean_themselves() {
        assertThat(When.tagged("k", "a${aws:username}*").conditions())
                .containsExactly(Condition.of(
                        io.execward.model.Comparison.STRING_EQUALS, "aws:ResourceTag/k", "a${$}{aws:username}*"));
    }

    @Test
    void a_star_tells_its_reason() {
        IamPolicy policy = IamPolicy.identity(
                allow(Actions.SsmMessages.OPEN_DATA_CHANNEL).onEverything(Star.NO_RESOURCE_TYPE),
                IamPolicy.raw(EVERYTHING));

        assertThat(policy.stars()).containsOnlyKeys(PolicyPath.statement(0).member("Resource"));
        assertThat(policy.stars()).containsValue(Star.NO_RESOURCE_TYPE);
        assertThat(policy.unexplainedStars())
                .containsExactly(PolicyPath.statement(1).member("Resource"));
    }

    @Test
    void a_variable_is_not_added_where_it_would_be_text() {
        IamPolicy old =
                IamPolicy.of(PolicyKind.IDENTITY, new Policy(Optional.empty(), Optional.empty(), List.of(EVERYTHING)));

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        old.plus(ExecPolicy.allowExec().inCluster(PAYMENTS).onlyTasksTaggedAsCaller("team")))
                .withMessageContaining("R-VAR-02");
        assertThat(old.plus(ExecPolicy.denyExec().anywhere()).policy().statements())
                .hasSize(2);
    }

    @Test
    void a_beginning_can_be_used_again() {
        IamPolicy.Plain beginning = allow(Actions.Ecs.EXECUTE_COMMAND).on(HERE.tasks());
        IamPolicy before = IamPolicy.identity(beginning);

        IamPolicy app = IamPolicy.identity(beginning.when(When.container("app")));
        IamPolicy worker = IamPolicy.identity(beginning.when(When.container("worker")));

        assertThat(app).isNotEqualTo(worker);
        assertThat(IamPolicy.identity(beginning)).isEqualTo(before);
    }

    @Test
    void a_sentence_that_is_said_twice_is_written_once_and_Sids_stay_apart() {
        ExecPolicy.SessionGuard guard = ExecPolicy.denyDirectSessions().onAnyTask("aws");
        IamPolicy policy =
                IamPolicy.identity(guard, guard, ExecPolicy.denyDirectSessions().onTasksOf(PAYMENTS), guard);

        assertThat(policy.policy().statements())
                .extracting(statement -> statement.sid().orElseThrow())
                .containsExactly("NoDirectSessions", "NoDirectSessions2");
    }

    @Test
    void every_action_that_carries_the_exec_flag_is_found() {
        assertThat(ActionSet.carrying("ecs:enable-execute-command").toString())
                .isEqualTo("[ecs:CreateDaemon, ecs:CreateService, ecs:RunTask, ecs:StartTask, ecs:UpdateDaemon,"
                        + " ecs:UpdateService]");
    }

    @Test
    void a_pattern_of_a_source_has_wildcards_and_no_variables() {
        assertThat(When.sourceLike("arn:aws:ecs:*:111122223333:${aws:username}")
                        .conditions()
                        .get(0)
                        .values())
                .containsExactly("arn:aws:ecs:*:111122223333:${$}{aws:username}");
    }
}
