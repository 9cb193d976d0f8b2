// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import static io.execward.audit.Records.PROD;
import static io.execward.audit.Records.TASK;
import static io.execward.audit.Records.TASK_ID;
import static io.execward.audit.Records.exec;
import static io.execward.audit.Records.read;
import static io.execward.audit.Records.record;
import static io.execward.audit.Records.refused;
import static io.execward.audit.Records.session;
import static io.execward.audit.Records.user;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventSearchTest {
    private static EventMatches narrowed(EventQuery query, String cluster, String action, String... records) {
        EventSearch search = EventSearch.of(new EventQuestion(
                query,
                Optional.of(cluster).filter(text -> !text.isEmpty()),
                Optional.of(action).filter(text -> !text.isEmpty())));
        read(records).forEach(search);
        return search.matches();
    }

    private static EventMatches search(EventQuery query, String... records) {
        return narrowed(query, "", "", records);
    }

    @Test
    void every_word_names_its_query() {
        for (EventQuery query : EventQuery.values()) {
            assertThat(EventQuery.of(query.word())).contains(query);
        }
        assertThat(EventQuery.TAG_THEN_EXEC.word()).isEqualTo("tag-then-exec");
        assertThat(EventQuery.of("TAG_THEN_EXEC")).isEmpty();
    }

    @Test
    void a_call_with_any_error_code_did_not_succeed() {
        EventMatches found = search(
                EventQuery.EXEC_SUCCEEDED,
                exec("b", "10:00:00", user("alice")),
                exec("a", "11:00:00", session("Ops", "s1", "true")),
                exec("c", "12:00:00", user("bob"), ",\"errorCode\":\"TargetNotConnectedException\""));
        assertThat(found.eventIds()).containsExactly("a", "b");
        assertThat(found.principals()).containsExactly(Records.OPS, Records.ALICE);
    }

    @Test
    void a_refused_key_is_no_refusal_of_the_command_itself() {
        EventMatches found = search(
                EventQuery.EXEC_REFUSED,
                exec("a", "10:00:00", user("alice"), refused("ecs:ExecuteCommand")),
                exec("b", "10:00:00", user("alice"), refused("kms:GenerateDataKey")),
                exec("c", "10:00:00", user("alice"), ",\"errorCode\":\"AccessDeniedException\""),
                exec("d", "10:00:00", user("alice"), ",\"errorCode\":\"InvalidParameterException\""));
        assertThat(found.eventIds()).containsExactly("a", "c");
    }

    @Test
    void a_session_is_a_bypass_only_if_it_went_into_a_container() {
        String target = "{\"target\":\"ecs:my_prod_" + TASK_ID + "_" + TASK_ID + "-1\"}";
        EventMatches found = search(
                EventQuery.SESSION_BYPASS,
                record("a", "10:00:00", user("alice"), "ssm:StartSession", target),
                record("b", "10:00:00", user("alice"), "ssm:StartSession", "{\"target\":\"i-0123456789\"}"),
                record("c", "10:00:00", user("alice"), "ssm:StartSession", target, refused("ssm:StartSession")));
        assertThat(found.eventIds()).containsExactly("a");
    }

    @Test
    void a_refusal_without_parameters_tells_its_target_in_the_message() {
        String onTask = ",\"errorCode\":\"AccessDenied\",\"errorMessage\":\"User: x is not authorized to perform: ";
        String because = " on resource: " + Records.TASK + " because no identity-based policy allows it\"";
        String exec = record(
                "a", "10:00:00", user("alice"), "ecs:ExecuteCommand", "null", onTask + "ecs:ExecuteCommand" + because);
        assertThat(narrowed(EventQuery.EXEC_REFUSED, "prod", "", exec).eventIds())
                .containsExactly("a");
        assertThat(narrowed(EventQuery.EXEC_REFUSED, "default", "", exec).eventIds())
                .isEmpty();

        String bare =
                record("b", "10:00:00", user("alice"), "ecs:ExecuteCommand", "null", ",\"errorCode\":\"AccessDenied\"");
        assertThat(narrowed(EventQuery.EXEC_REFUSED, "default", "", bare).eventIds())
                .isEmpty();
        assertThat(search(EventQuery.EXEC_REFUSED, bare).eventIds()).containsExactly("b");
    }

    @Test
    void a_cluster_name_may_have_underscores_in_a_target() {
        String target = "{\"target\":\"ecs:my_prod_" + TASK_ID + "_" + TASK_ID + "-1\"}";
        String started = record("a", "10:00:00", user("alice"), "ssm:StartSession", target);
        assertThat(narrowed(EventQuery.SESSION_BYPASS, "my_prod", "", started).count())
                .isOne();
        assertThat(narrowed(EventQuery.SESSION_BYPASS, "my", "", started).count())
                .isZero();
    }

    @Test
    void a_launch_is_asked_for_with_exec_whether_or_not_it_was_let_through() {
        String on = "{\"cluster\":\"prod\",\"enableExecuteCommand\":true}";
        String[] records = {
            record("a", "10:00:00", user("alice"), "ecs:RunTask", on, refused("ecs:RunTask")),
            record("b", "10:00:00", user("alice"), "ecs:UpdateService", on),
            record("c", "10:00:00", user("alice"), "ecs:RunTask", "{\"enableExecuteCommand\":false}"),
            record("d", "10:00:00", user("alice"), "ecs:DescribeTasks", on)
        };
        assertThat(search(EventQuery.LAUNCH_WITH_EXEC, records).eventIds()).containsExactly("a", "b");
        assertThat(narrowed(EventQuery.LAUNCH_WITH_EXEC, "", "ecs:runtask", records)
                        .eventIds())
                .containsExactly("a");
        assertThat(narrowed(EventQuery.LAUNCH_WITH_EXEC, PROD, "UpdateService", records)
                        .eventIds())
                .containsExactly("b");
        assertThat(narrowed(EventQuery.LAUNCH_WITH_EXEC, "dev", "", records).eventIds())
                .isEmpty();
    }

    @Test
    void a_call_that_names_no_cluster_is_on_the_default_one() {
        String omitted = record("a", "10:00:00", user("alice"), "ecs:ExecuteCommand", "{\"task\":\"" + TASK_ID + "\"}");
        assertThat(narrowed(EventQuery.EXEC_SUCCEEDED, "default", "", omitted).count())
                .isOne();
    }

    @Test
    void tags_and_the_shell_after_them_belong_together_for_five_minutes() {
        String tagTask = "{\"resourceArn\":\"" + TASK + "\"}";
        String tagCluster = "{\"resourceArn\":\"" + PROD + "\"}";
        EventMatches found = search(
                EventQuery.TAG_THEN_EXEC,
                record("late", "10:04:59", session("Ops", "s2", ""), "ecs:TagResource", tagCluster),
                record("on-time", "10:05:00", session("Ops", "s1", ""), "ecs:TagResource", tagTask),
                exec("shell", "10:10:00", session("Ops", "s1", "")),
                record("after", "10:10:01", session("Ops", "s1", ""), "ecs:TagResource", tagTask),
                record("same-second", "10:10:00", session("Ops", "s1", ""), "ecs:TagResource", tagCluster),
                record("other", "10:09:00", user("alice"), "ecs:TagResource", tagTask),
                record(
                        "elsewhere",
                        "10:09:00",
                        session("Ops", "s1", ""),
                        "ecs:TagResource",
                        "{\"resourceArn\":\"" + TASK + "0\"}"),
                record(
                        "refused",
                        "10:09:00",
                        session("Ops", "s1", ""),
                        "ecs:TagResource",
                        tagTask,
                        refused("ecs:TagResource")),
                record("s3", "10:09:00", session("Ops", "s1", ""), "s3:TagResource", tagTask));
        assertThat(found.eventIds()).containsExactly("on-time", "same-second");
        assertThat(found.principals()).containsExactly(Records.OPS);
    }

    @Test
    void a_shell_that_was_refused_is_no_consequence() {
        assertThat(search(
                                EventQuery.TAG_THEN_EXEC,
                                record(
                                        "t",
                                        "10:00:00",
                                        user("alice"),
                                        "ecs:TagResource",
                                        "{\"resourceArn\":\"" + TASK + "\"}"),
                                exec("e", "10:01:00", user("alice"), refused("ecs:ExecuteCommand")))
                        .count())
                .isZero();
    }

    @Test
    void a_call_that_is_delivered_twice_counts_once() {
        assertThat(search(
                                EventQuery.EXEC_SUCCEEDED,
                                exec("a", "10:00:00", user("alice")),
                                exec("a", "10:00:00", user("alice")))
                        .count())
                .isOne();
    }
}
