// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.model.Action;
import io.execward.model.ActionPattern;
import io.execward.model.Arn;
import io.execward.model.ConditionKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bundled catalog answers about ECS Exec and its neighbours, as the reference says it. */
class ServiceCatalogTest {
    private static final ServiceCatalog CATALOG = ServiceCatalog.bundled();

    private static ServiceAction action(String name) {
        return CATALOG.action(Action.of(name)).orElseThrow();
    }

    private static Answer takes(String action, String key) {
        return CATALOG.takes(Action.of(action), ConditionKey.of(key));
    }

    private static List<String> matches(String pattern) {
        return CATALOG.actions(new ActionPattern(pattern)).stream()
                .map(ServiceAction::toString)
                .toList();
    }

    @Test
    void execute_command_is_authorised_on_cluster_and_task() {
        assertThat(action("ecs:ExecuteCommand").resources())
                .allMatch(ActionResource::required)
                .extracting(row -> row.type().name())
                .containsExactly("cluster", "task");
        assertThat(action("ecs:ExecuteCommand").accessLevel()).isEqualTo(AccessLevel.WRITE);
        assertThat(action("ecs:ExecuteCommand").isOnlyOnStar()).isFalse();
    }

    @Test
    void execute_command_takes_these_keys() {
        assertThat(action("ecs:executecommand").keys())
                .extracting(KeyDefinition::name)
                .containsExactlyInAnyOrder(
                        "aws:ResourceTag/${TagKey}",
                        "ecs:ResourceTag/${TagKey}",
                        "ecs:cluster",
                        "ecs:container-name",
                        "ecs:task");
    }

    @ParameterizedTest
    @CsvSource({
        "ecs:ExecuteCommand, ecs:cluster, YES",
        "ECS:executecommand, ECS:Container-Name, YES",
        "ecs:ExecuteCommand, aws:ResourceTag/team, YES",
        "ecs:ExecuteCommand, ecs:resourcetag/team, YES",
        "ecs:ExecuteCommand, aws:SourceIp, YES",
        "ecs:ExecuteCommand, ec2:SourceInstanceARN, YES",
        "ecs:ExecuteCommand, ecs:enable-execute-command, NO",
        "ecs:ExecuteCommand, aws:RequestTag/team, NO",
        "ecs:ExecuteCommand, aws:TagKeys, NO",
        "ecs:ExecuteCommand, iam:PassedToService, NO",
        "ecs:ExecuteCommand, saml:aud, UNKNOWN",
        "ecs:ExecuteCommand, aws:NotYetKnown, UNKNOWN",
        "ecs:ExecuteCommands, ecs:cluster, UNKNOWN",
        "unheard-of:Do, aws:SourceIp, UNKNOWN",
        "ecs:RunTask, ecs:enable-execute-command, YES",
        "ecs:RunTask, aws:RequestTag/team, YES",
        "iam:PassRole, iam:PassedToService, YES",
        "ssm:StartSession, ssm:SessionDocumentAccessCheck, YES",
        "ssm:TerminateSession, ssm:resourceTag/aws:ssmmessages:session-id, YES",
        "ecs:ListClusters, aws:ResourceTag/team, NO"
    })
    void an_action_takes_the_keys_that_are_listed_and_the_global_ones(String action, String key, Answer answer) {
        assertThat(takes(action, key)).isEqualTo(answer);
    }

    @Test
    void a_key_of_a_row_belongs_to_the_check_of_that_resource() {
        Action start = Action.of("ecs:ContinueServiceDeployment");
        ConditionKey service = ConditionKey.of("ecs:service");
        assertThat(CATALOG.takes(start, "service-deployment", service)).isEqualTo(Answer.YES);
        assertThat(CATALOG.takes(start, "Service", service)).isEqualTo(Answer.NO);
        assertThat(CATALOG.takes(start, "task", service)).isEqualTo(Answer.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "ecs:enable-execute-command, STRING, false",
        "ecs:cluster, ARN, false",
        "ecs:capacity-provider, ARRAY_OF_ARN, true",
        "ecs:task-cpu, NUMERIC, false",
        "aws:ResourceTag/team, STRING, false",
        "aws:PrincipalOrgPaths, ARRAY_OF_STRING, true",
        "AWS:SOURCEIP, IP_ADDRESS, false",
        "kms:EncryptionContextKeys, ARRAY_OF_STRING, true",
        "kms:EncryptionContext:app, STRING, false",
        "accounts.google.com:aud, STRING, false"
    })
    void a_key_has_its_documented_type(String name, KeyType type, boolean multivalued) {
        KeyDefinition key = CATALOG.key(ConditionKey.of(name)).orElseThrow();
        assertThat(key.types()).containsExactly(type);
        assertThat(key.isMultivalued()).isEqualTo(multivalued);
    }

    @Test
    void a_tag_key_is_any_text_however_the_reference_writes_it() {
        for (String name : List.of(
                "ssm:resourceTag/a",
                "s3:ExistingObjectTag/a",
                "elasticloadbalancing:ResourceTag/a",
                "aws:RequestTag/a/b")) {
            assertThat(CATALOG.key(ConditionKey.of(name))).as(name).isPresent();
        }
        assertThat(CATALOG.key(ConditionKey.of("ecs:ResourceTags/a"))).isEmpty();
    }

    @Test
    void a_key_may_have_another_type_in_another_service() {
        ConditionKey user = ConditionKey.of("identitystore:UserId");
        assertThat(CATALOG.key(user).orElseThrow().types()).containsExactly(KeyType.STRING);
        assertThat(CATALOG.service("q").orElseThrow().key(user).orElseThrow().types())
                .containsExactly(KeyType.ARRAY_OF_STRING);
        assertThat(action("ecs:ExecuteCommand").key(user).orElseThrow().types()).containsExactly(KeyType.STRING);
    }

    @Test
    void all_actions_of_ssmmessages_are_authorised_on_star_only() {
        assertThat(CATALOG.actions(new ActionPattern("ssmmessages:*")))
                .hasSize(4)
                .allMatch(ServiceAction::isOnlyOnStar);
        assertThat(action("ecs:ListClusters").isOnlyOnStar()).isTrue();
    }

    @Test
    void patterns_match_without_regard_to_case() {
        assertThat(matches("ecs:*")).hasSize(81);
        assertThat(matches("*")).hasSize(21_788);
        assertThat(matches("ECS:execute*")).containsExactly("ecs:ExecuteCommand");
        assertThat(matches("e?s:ExecuteComman?")).containsExactly("ecs:ExecuteCommand");
        assertThat(matches("*:StartSession")).contains("ssm:StartSession");
        assertThat(matches("ecs:")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ecs:ExecuteCommand, YES",
        "ssm:Start*, YES",
        "*, YES",
        "ssm:start-session, NO",
        "ecs:ExecuteCommands, NO",
        "ecs:*Foo*, NO",
        "unheard-of:*, UNKNOWN",
        "*:ExecuteCommands, UNKNOWN"
    })
    void whether_a_pattern_matches_anything_can_be_unknown(String pattern, Answer answer) {
        assertThat(CATALOG.matchesAny(new ActionPattern(pattern))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:ecs:us-east-1:111122223333:cluster/prod, ecs:cluster",
        "arn:aws-cn:ecs:cn-north-1:111122223333:task/prod/0a1b, ecs:task",
        "arn:aws:ecs:us-east-1:111122223333:task-definition/app:7, ecs:task-definition",
        "arn:aws:ecs:us-east-1:111122223333:service-deployment/c/s/d, ecs:service-deployment",
        "arn:aws:iam::111122223333:role/path/to/Ops, iam:role",
        "arn:aws:ssm:us-east-1::document/AWS-StartSSHSession, ssm:document",
        "arn:aws:s3:::bucket, s3:bucket",
        "arn:aws:s3:::bucket/a/b, s3:object",
        "arn:aws:logs:us-east-1:111122223333:log-group:/aws/ecs:log-stream:a/b, logs:log-stream",
        "arn:aws:kms:us-east-1:111122223333:key/1234, kms:key",
        "arn:aws:catalog:us-east-1:111122223333:portfolio/port-1, servicecatalog:Portfolio"
    })
    void an_arn_is_of_the_type_whose_pattern_says_most(String arn, String type) {
        assertThat(CATALOG.resourceTypes(Arn.of(arn)))
                .extracting(ResourceType::toString)
                .containsExactly(type);
    }

    @Test
    void an_arn_of_no_known_type_has_none() {
        assertThat(CATALOG.resourceTypes(Arn.of("arn:aws:unheard-of:::thing"))).isEmpty();
        assertThat(CATALOG.resourceTypes(Arn.of("arn:aws:ecs:us-east-1:111122223333:cluster/")))
                .isEmpty();
        assertThat(CATALOG.resourceTypes(Arn.of("arn:aws:ecs:us-east-1:111122223333:Cluster/a")))
                .isEmpty();
    }

    @Test
    void a_session_starts_on_an_ecs_task_although_its_arn_is_not_of_ssm() {
        Arn task = Arn.of("arn:aws:ecs:us-east-1:111122223333:task/prod/0a1b");
        assertThat(action("ssm:StartSession").resources(task))
                .extracting(row -> row.type().toString())
                .containsExactly("ssm:task");
    }

    @Test
    void two_rows_for_one_type_count_as_one() {
        assertThat(action("ec2-instance-connect:OpenTunnel").resources()).hasSize(1);
    }

    @Test
    void run_task_depends_on_passing_a_role() {
        assertThat(action("ecs:RunTask").dependentActions()).containsExactly(Action.of("iam:PassRole"));
        Operation run = CATALOG.operation(Action.of("ecs:runtask")).orElseThrow();
        assertThat(run.needs())
                .extracting(need -> need.action().toString())
                .containsExactly("ecs:RunTask", "ecs:TagResource", "iam:PassRole");
        assertThat(run.needs()).extracting(Operation.Need::isAlways).containsExactly(true, false, false);
        assertThat(run.needs().get(2).context())
                .containsEntry(
                        ConditionKey.of("iam:PassedToService"),
                        List.of("ecs-tasks.amazonaws.com", "ecs.amazonaws.com"));
    }

    @Test
    void an_operation_without_a_row_needs_the_action_of_its_name() {
        Operation exec = CATALOG.operation(Action.of("ecs:ExecuteCommand")).orElseThrow();
        assertThat(exec.needs()).extracting(need -> need.action().toString()).containsExactly("ecs:ExecuteCommand");
        assertThat(CATALOG.operation(Action.of("ecs:Dance"))).isEmpty();
        assertThat(CATALOG.operation(Action.of("s3:GetObject")))
                .as("no table of operations")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ecs:ExecuteCommands, ecs:ExecuteCommand",
        "ssm:start-session, ssm:StartSession",
        "esc:ExecuteCommand, ecs:ExecuteCommand",
        "ECS:EXECUTECOMMAND, ecs:ExecuteCommand"
    })
    void a_misspelled_action_has_a_nearest_one(String written, String meant) {
        assertThat(CATALOG.nearest(Action.of(written))).contains(Action.of(meant));
    }

    @ParameterizedTest
    @CsvSource({
        "ecs:container_name, ecs:container-name",
        "ecs:clusters, ecs:cluster",
        "aws:ResourceTags/Team, aws:ResourceTag/Team",
        "aws:SourceIP, aws:SourceIP",
        "aws:SourceIPs, aws:SourceIp",
        "asw:SourceIp, aws:SourceIp"
    })
    void a_misspelled_key_has_a_nearest_one(String written, String meant) {
        assertThat(CATALOG.nearest(ConditionKey.of(written))).contains(ConditionKey.of(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing-of-the-kind:Do", "ecs:SomethingElseEntirely"})
    void what_resembles_nothing_has_no_nearest_one(String name) {
        assertThat(CATALOG.nearest(Action.of(name))).isEmpty();
        assertThat(CATALOG.nearest(ConditionKey.of(name))).isEmpty();
    }

    @Test
    void lookups_are_empty_for_what_is_not_there() {
        assertThat(CATALOG.service("unheard-of")).isEmpty();
        assertThat(CATALOG.action(Action.of("ecs:Dance"))).isEmpty();
        assertThat(CATALOG.key(ConditionKey.of("ecs:dance"))).isEmpty();
        assertThat(CATALOG.service("ECS").orElseThrow().resourceType("TASK")).isPresent();
        assertThat(CATALOG.service("ecs").orElseThrow().resourceType("tusk")).isEmpty();
    }
}
