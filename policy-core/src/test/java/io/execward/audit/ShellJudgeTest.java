// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import static io.execward.audit.Records.PROD;
import static io.execward.audit.Records.TASK;
import static io.execward.audit.Records.TASK_ID;
import static io.execward.audit.Records.address;
import static io.execward.audit.Records.exec;
import static io.execward.audit.Records.read;
import static io.execward.audit.Records.record;
import static io.execward.audit.Records.session;
import static io.execward.audit.Records.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.execward.account.AccountDocument;
import io.execward.account.AccountReader;
import io.execward.account.AccountSnapshot;
import io.execward.ecs.OperationDecision;
import io.execward.evaluate.StatementRef;
import io.execward.evaluate.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShellJudgeTest {
    private static AccountDocument document(String name, String text) {
        return AccountDocument.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static AccountSnapshot account(String condition) {
        String policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"Exec\",\"Effect\":\"Allow\",\"Action\":["
                + "\"ecs:ExecuteCommand\",\"ssm:StartSession\"],\"Resource\":\"*\"" + condition + "}]}";
        return AccountReader.create()
                .read(List.of(
                        document(
                                "iam.json",
                                "{\"UserDetailList\":[{\"Path\":\"/\",\"UserName\":\"alice\",\"UserId\":\"AIDA1\",\"Arn\":"
                                        + "\"arn:aws:iam::111122223333:user/alice\",\"UserPolicyList\":[{\"PolicyName\":"
                                        + "\"p\",\"PolicyDocument\":" + policy
                                        + "}],\"GroupList\":[],\"AttachedManagedPolicies\":[],\"Tags\":[]}],"
                                        + "\"GroupDetailList\":[],\"RoleDetailList\":[],\"Policies\":[],"
                                        + "\"IsTruncated\":false}"),
                        document(
                                "ecs.json",
                                "{\"tasks\":[{\"taskArn\":\"" + TASK + "\",\"clusterArn\":\"" + PROD
                                        + "\",\"taskDefinitionArn\":"
                                        + "\"arn:aws:ecs:us-east-1:111122223333:task-definition/app:1\",\"lastStatus\":"
                                        + "\"RUNNING\",\"tags\":[{\"key\":\"team\",\"value\":\"web\"}],\"containers\":["
                                        + "{\"name\":\"web\"}]}],\"failures\":[]}")));
    }

    private static ShellAccess judge(AccountSnapshot account, String record) {
        Audit audit = Audit.of(account, AuditSettings.defaults());
        read(record).forEach(audit);
        return ShellJudge.of(account).judge(audit.report().shells().get(0));
    }

    private static Verdict verdict(String condition, String record) {
        return judge(account(condition), record)
                .decision()
                .map(OperationDecision::verdict)
                .orElseThrow();
    }

    private static String when(String operator, String key, String value) {
        return ",\"Condition\":{\"" + operator + "\":{\"" + key + "\":\"" + value + "\"}}";
    }

    @Test
    void the_statement_that_lets_a_shell_through_is_named() {
        ShellAccess access = judge(account(""), exec("a", "10:00:00", user("alice")));
        assertThat(access.decision().orElseThrow().checks())
                .allSatisfy(
                        check -> assertThat(check.decision().resources().get(0).decidedBy())
                                .extracting(StatementRef::sid)
                                .containsExactly(Optional.of("Exec")));
    }

    @Test
    void a_session_is_judged_on_the_task_and_its_document() {
        ShellAccess access = judge(
                account(""),
                record(
                        "a",
                        "10:00:00",
                        user("alice"),
                        "ssm:StartSession",
                        "{\"target\":\"ecs:prod_" + TASK_ID + "_" + TASK_ID
                                + "-1\",\"documentName\":\"AWS-StartSSHSession\"}"));
        assertThat(access.decision().orElseThrow().checks())
                .extracting(check -> check.check().subject())
                .containsExactly("task", "document");
        assertThat(access.decision().orElseThrow().verdict()).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void what_the_record_tells_is_known_to_the_engine() {
        String shell = exec("a", "10:00:00", user("alice"), address("203.0.113.7"));
        assertThat(verdict(when("IpAddress", "aws:SourceIp", "203.0.113.0/24"), shell))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(verdict(when("IpAddress", "aws:SourceIp", "198.51.100.0/24"), shell))
                .isEqualTo(Verdict.IMPLICIT_DENY);
        assertThat(verdict(when("DateGreaterThan", "aws:CurrentTime", "2026-08-20T09:59:59Z"), shell))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(verdict(when("DateGreaterThan", "aws:CurrentTime", "2026-08-20T10:00:01Z"), shell))
                .isEqualTo(Verdict.IMPLICIT_DENY);
        assertThat(verdict(when("Bool", "aws:MultiFactorAuthPresent", "true"), shell))
                .isEqualTo(Verdict.IMPLICIT_DENY);
        assertThat(verdict(when("StringEquals", "aws:userid", "AIDA1"), shell)).isEqualTo(Verdict.ALLOWED);
    }

    private static String withMfa(String created) {
        return "{\"type\":\"IAMUser\",\"principalId\":\"AIDA1\",\"arn\":\"" + Records.ALICE
                + "\",\"accountId\":\"111122223333\",\"userName\":\"alice\",\"sessionContext\":{\"attributes\":{"
                + "\"mfaAuthenticated\":\"true\"" + created + "}}}";
    }

    @Test
    void how_long_ago_mfa_was_follows_from_when_the_session_was_made() {
        String tenMinutes = exec("a", "10:00:00", withMfa(",\"creationDate\":\"2026-08-20T09:50:00Z\""));
        assertThat(verdict(when("NumericLessThanEquals", "aws:MultiFactorAuthAge", "600"), tenMinutes))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(verdict(when("NumericLessThan", "aws:MultiFactorAuthAge", "600"), tenMinutes))
                .isEqualTo(Verdict.IMPLICIT_DENY);
    }

    @Test
    void without_a_credible_time_of_the_session_the_age_of_mfa_is_unknown() {
        for (String created : List.of("", ",\"creationDate\":\"2026-08-20T10:00:01Z\"")) {
            assertThat(verdict(
                            when("NumericLessThan", "aws:MultiFactorAuthAge", "600"),
                            exec("a", "10:00:00", withMfa(created))))
                    .isEqualTo(Verdict.UNDECIDED);
        }
    }

    @Test
    void a_federated_session_is_not_judged_as_the_user_that_made_it() {
        String who = "{\"type\":\"FederatedUser\",\"principalId\":\"111122223333:bob\",\"arn\":"
                + "\"arn:aws:sts::111122223333:federated-user/bob\",\"accountId\":\"111122223333\",\"sessionContext\":{"
                + "\"sessionIssuer\":{\"type\":\"IAMUser\",\"arn\":\"" + Records.ALICE + "\"}}}";
        ShellAccess access = judge(account(""), exec("a", "10:00:00", who));
        assertThat(access.decision()).isEmpty();
        assertThat(access.notes()).singleElement().asString().contains("federated-user/bob");
    }

    @Test
    void the_root_user_needs_no_policy() {
        String root = "{\"type\":\"Root\",\"principalId\":\"111122223333\",\"arn\":\"arn:aws:iam::111122223333:root\","
                + "\"accountId\":\"111122223333\"}";
        assertThat(verdict(when("StringEquals", "aws:userid", "nobody"), exec("a", "10:00:00", root)))
                .isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void what_is_no_address_and_no_principal_does_not_end_the_audit() {
        for (String odd : List.of("10.0.0", "dead.beef", "1.2.3.4.5", "::1::2", "AWS Internal")) {
            assertThat(judge(account(""), exec("a", "10:00:00", user("alice"), address(odd)))
                            .decision())
                    .isPresent();
        }
        String who =
                "{\"arn\":\"arn:aws:sts::111122223333:assumed-role/Other/s\",\"sessionContext\":{\"sessionIssuer\":{"
                        + "\"arn\":\"" + Records.ALICE + "\"}}}";
        assertThat(judge(account(""), exec("a", "10:00:00", who)).decision()).isEmpty();
    }

    @Test
    void what_the_record_does_not_tell_is_unknown() {
        assertThat(verdict(when("StringEquals", "aws:PrincipalOrgID", "o-1"), exec("a", "10:00:00", user("alice"))))
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void who_is_in_no_document_is_not_judged() {
        ShellAccess access = judge(account(""), exec("a", "10:00:00", session("Ops", "s", "true")));
        assertThat(access.decision()).isEmpty();
        assertThat(access.notes()).singleElement().asString().contains(Records.OPS);
    }

    @Test
    void an_endpoint_whose_policy_is_missing_is_noted() {
        ShellAccess access = judge(account(""), exec("a", "10:00:00", user("alice"), ",\"vpcEndpointId\":\"vpce-1\""));
        assertThat(access.notes()).anySatisfy(note -> assertThat(note).contains("vpce-1"));
    }
}
