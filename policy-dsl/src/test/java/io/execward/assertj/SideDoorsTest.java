// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import static io.execward.assertj.ExecwardAssertions.assertThat;
import static io.execward.assertj.Given.DEVELOPER;
import static io.execward.assertj.Given.EXEC_INTO_APP;
import static io.execward.assertj.Given.TASK;
import static io.execward.assertj.Given.failureOf;
import static io.execward.assertj.Given.policies;
import static org.assertj.core.api.Assertions.assertThat;

import io.execward.Golden;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SideDoorsTest {
    private static final String SESSIONS =
            "{\"Effect\": \"Allow\", \"Action\": \"ssm:StartSession\", \"Resource\": \"*\"}";

    private static ExecAssert allowed(String... statements) {
        return assertThat(policies(statements))
                .forPrincipal(DEVELOPER)
                .allowsExec()
                .into(TASK)
                .container("app");
    }

    private static String deny(String action, String resource) {
        return "{\"Effect\": \"Deny\", \"Action\": \"" + action + "\", \"Resource\": \"" + resource + "\"}";
    }

    @Test
    void a_grant_of_exec_and_nothing_else_opens_no_side_door() {
        allowed(EXEC_INTO_APP).closesSideDoors();
    }

    @Test
    void every_open_session_is_shown() {
        Golden.assertSame(
                "assertj/side-doors.txt",
                failureOf(() -> allowed(EXEC_INTO_APP, SESSIONS).closesSideDoors()));
    }

    @Test
    void a_deny_of_one_form_of_the_arn_leaves_the_other_open() {
        String longForm = deny("ssm:StartSession", "arn:aws:ecs:*:*:task/*/*");
        assertThat(failureOf(() -> allowed(EXEC_INTO_APP, SESSIONS, longForm).closesSideDoors()))
                .contains("but of 7 these are not")
                .contains("session: StartSession on arn:aws:ecs:us-east-1:111122223333:task/0a1b2c3d with")
                .doesNotContain("session: StartSession on " + TASK);
        allowed(EXEC_INTO_APP, SESSIONS, deny("ssm:StartSession", "arn:aws:ecs:*:*:task/*"))
                .closesSideDoors();
    }

    @Test
    void a_deny_of_documents_does_not_close_the_task() {
        String documents = deny("ssm:StartSession", "arn:aws:ssm:*:*:document/*");
        assertThat(failureOf(() -> allowed(EXEC_INTO_APP, SESSIONS, documents).closesSideDoors()))
                .contains("with a document that goes unchecked")
                .doesNotContain("port forwarding:");
    }

    @Test
    void switching_the_log_off_first_is_a_side_door_of_those_who_may_exec() {
        String update = "{\"Effect\": \"Allow\", \"Action\": \"ecs:UpdateCluster\", \"Resource\": \"*\"}";
        assertThat(failureOf(() -> allowed(EXEC_INTO_APP, update).closesSideDoors()))
                .contains("lower logging: UpdateCluster");
        assertThat(policies(update))
                .forPrincipal(DEVELOPER)
                .deniesExec()
                .into(TASK)
                .container("app")
                .closesSideDoors();
    }

    @Test
    void an_undecided_road_counts_as_open() {
        String withMfa = """
                {"Effect": "Allow", "Action": "ssm:StartSession", "Resource": "*",
                 "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}
                """;
        assertThat(failureOf(() -> allowed(EXEC_INTO_APP, withMfa).closesSideDoors()))
                .contains("unchecked  UNDECIDED");
    }

    @Test
    void whoever_may_set_the_tag_that_keeps_him_out_is_not_kept_out() {
        String tagged = """
                {"Effect": "Allow", "Action": "ecs:ExecuteCommand", "Resource": "*",
                 "Condition": {"StringEqualsIfExists": {"aws:ResourceTag/env": "dev"}}}
                """;
        String tagging = "{\"Effect\": \"Allow\", \"Action\": \"ecs:TagResource\", \"Resource\": \"*\"}";
        assertThat(failureOf(() -> outside(tagged, tagging).closesSideDoors()))
                .contains("retag in: TagResource of `env` on " + TASK)
                .doesNotContain("retag out");
        assertThat(failureOf(
                        () -> outside(tagged, tagging.replace("Tag", "Untag")).closesSideDoors()))
                .contains("retag out: UntagResource of `env` on " + TASK)
                .doesNotContain("retag in");
        outside(tagged).closesSideDoors();
        String toDev = tagging.replace(
                "\"*\"}", "\"*\", \"Condition\": {\"StringEquals\": {\"aws:RequestTag/team\": \"x\"}}}");
        outside(tagged, toDev).closesSideDoors();
    }

    private static ExecAssert outside(String... statements) {
        return assertThat(policies(statements))
                .forPrincipal(DEVELOPER)
                .complete()
                .deniesExec()
                .into(TASK)
                .taskTagged(Map.of("env", "prod"))
                .clusterTagged(Map.of())
                .container("app");
    }
}
