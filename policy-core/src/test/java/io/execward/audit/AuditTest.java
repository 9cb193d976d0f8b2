// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import static io.execward.audit.Records.PROD;
import static io.execward.audit.Records.TASK;
import static io.execward.audit.Records.TASK_ID;
import static io.execward.audit.Records.address;
import static io.execward.audit.Records.exec;
import static io.execward.audit.Records.read;
import static io.execward.audit.Records.record;
import static io.execward.audit.Records.refused;
import static io.execward.audit.Records.session;
import static io.execward.audit.Records.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.execward.account.AccountSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTest {
    private static AuditReport audit(AuditSettings settings, String... records) {
        Audit audit = Audit.of(AccountSnapshot.builder().build(), settings);
        read(records).forEach(audit);
        return audit.report();
    }

    private static List<String> found(DetectionKind kind, String... records) {
        return audit(AuditSettings.defaults(), records).detections().stream()
                .filter(detection -> detection.kind() == kind)
                .flatMap(detection -> detection.eventIds().stream())
                .toList();
    }

    @Test
    void a_refused_bypass_is_found_though_the_record_has_no_parameters() {
        String message = ",\"errorCode\":\"AccessDenied\",\"errorMessage\":\"User: x is not authorized to perform: "
                + "ssm:StartSession on resource: " + Records.TASK + " with an explicit deny\"";
        Audit audit = Audit.of(AccountSnapshot.builder().build(), AuditSettings.defaults());
        read(record("a", "10:00:00", user("alice"), "ssm:StartSession", "null", message))
                .forEach(audit);
        assertThat(audit.report().detections()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(DetectionKind.SESSION_BYPASS);
            assertThat(found.refused()).isTrue();
            assertThat(found.what()).isEqualTo("started a session in " + Records.TASK);
        });
    }

    @Test
    void a_an_attempted_session_is_told_as_refused() {
        String target = "{\"target\":\"ecs:prod_" + TASK_ID + "_" + TASK_ID + "-1\",\"documentName\":\"AWS-Start\"}";
        List<Detection> detections = audit(
                        AuditSettings.defaults(),
                        record("ok", "10:00:00", user("alice"), "ssm:StartSession", target),
                        record(
                                "no",
                                "10:00:00",
                                user("alice"),
                                "ssm:StartSession",
                                target,
                                refused("ssm:StartSession")),
                        record("vm", "10:00:00", user("alice"), "ssm:StartSession", "{\"target\":\"i-01\"}"))
                .detections();
        assertThat(detections).extracting(Detection::refused).containsExactly(false, true);
        assertThat(detections).flatExtracting(Detection::eventIds).containsExactly("ok", "no");
        assertThat(detections.get(0).what()).contains(TASK).contains("AWS-Start");
    }

    @Test
    void b_removing_a_tag_counts_too_for_it_may_end_a_deny() {
        String untag = "{\"resourceArn\":\"" + TASK + "\",\"tagKeys\":[\"locked\"]}";
        assertThat(found(
                        DetectionKind.TAG_THEN_EXEC,
                        record("untag", "10:00:00", user("alice"), "ecs:UntagResource", untag),
                        exec("shell", "10:04:00", user("alice"))))
                .containsExactly("untag", "shell");
        assertThat(found(
                        DetectionKind.TAG_THEN_EXEC,
                        record("untag", "10:00:00", user("alice"), "ecs:UntagResource", untag),
                        exec("shell", "10:06:00", user("alice"))))
                .isEmpty();
    }

    @Test
    void c_switching_exec_on_is_told_for_production_only() {
        String on = ",\"enableExecuteCommand\":true}";
        assertThat(found(
                        DetectionKind.EXEC_ENABLED_ON_PRODUCTION,
                        record("prod", "10:00:00", user("alice"), "ecs:UpdateService", "{\"cluster\":\"prod\"" + on),
                        record(
                                "part",
                                "10:00:01",
                                user("alice"),
                                "ecs:CreateService",
                                "{\"cluster\":\"eu-prod_2\"" + on),
                        record("dev", "10:00:00", user("alice"), "ecs:UpdateService", "{\"cluster\":\"dev\"" + on),
                        record(
                                "product",
                                "10:00:00",
                                user("alice"),
                                "ecs:UpdateService",
                                "{\"cluster\":\"products\"" + on),
                        record("off", "10:00:00", user("alice"), "ecs:UpdateService", "{\"cluster\":\"prod\"}"),
                        record(
                                "no",
                                "10:00:00",
                                user("alice"),
                                "ecs:UpdateService",
                                "{\"cluster\":\"prod\"" + on,
                                refused("ecs:UpdateService"))))
                .containsExactly("prod", "part");
    }

    @Test
    void c_named_clusters_are_production_and_no_others() {
        AuditSettings named = new AuditSettings(5, Duration.ofMinutes(10), List.of("blue"));
        String on = "\",\"enableExecuteCommand\":true}";
        assertThat(audit(
                                named,
                                record("blue", "10:00:00", user("alice"), "ecs:RunTask", "{\"cluster\":\"blue" + on),
                                record("prod", "10:00:00", user("alice"), "ecs:RunTask", "{\"cluster\":\"prod" + on))
                        .detections())
                .flatExtracting(Detection::eventIds)
                .containsExactly("blue");
    }

    @Test
    void d_only_a_record_that_says_so_proves_mfa() {
        assertThat(found(
                        DetectionKind.EXEC_WITHOUT_MFA,
                        exec("yes", "10:00:00", session("Ops", "s", "true")),
                        exec("no", "10:00:00", session("Ops", "s", "false")),
                        exec("untold", "10:00:01", session("Ops", "s", "")),
                        exec("keys", "10:00:02", user("alice")),
                        exec("refused", "10:00:00", user("bob"), refused("ecs:ExecuteCommand"))))
                .containsExactlyInAnyOrder("no", "untold", "keys");
    }

    @Test
    void d_an_address_is_new_for_who_called_from_elsewhere_before() {
        assertThat(found(
                        DetectionKind.EXEC_FROM_NEW_ADDRESS,
                        exec("old", "08:00:00", user("alice"), address("203.0.113.1")),
                        exec("new", "10:00:00", user("alice"), address("198.51.100.9")),
                        exec("back", "11:00:00", user("alice"), address("203.0.113.1"))))
                .containsExactly("new");
    }

    @Test
    void d_a_harmless_call_first_does_not_make_an_address_old() {
        assertThat(found(
                        DetectionKind.EXEC_FROM_NEW_ADDRESS,
                        record("look", "08:00:00", user("alice"), "ecs:ListTasks", "{}", address("203.0.113.1")),
                        record("probe", "09:59:59", user("alice"), "ecs:ListTasks", "{}", address("198.51.100.9")),
                        exec("shell", "10:00:00", user("alice"), address("198.51.100.9"))))
                .containsExactly("shell");
    }

    @Test
    void d_the_first_call_of_somebody_is_compared_with_everybody() {
        String[] before = {record("x", "08:00:00", user("bob"), "ecs:ListTasks", "{}", address("203.0.113.1"))};
        assertThat(found(
                        DetectionKind.EXEC_FROM_NEW_ADDRESS,
                        before[0],
                        exec("known", "09:00:00", user("alice"), address("203.0.113.1")),
                        exec("unknown", "09:00:00", user("carol"), address("198.51.100.9"))))
                .containsExactly("unknown");
        assertThat(found(DetectionKind.EXEC_FROM_NEW_ADDRESS, exec("only", "09:00:00", user("alice"))))
                .isEmpty();
    }

    private static String logging(String id, String time, String configuration) {
        return record(
                id,
                time,
                user("alice"),
                "ecs:UpdateCluster",
                "{\"cluster\":\"prod\",\"configuration\":{" + configuration + "}}");
    }

    private static String mode(String mode, String more) {
        return "\"executeCommandConfiguration\":{\"logging\":\"" + mode + "\"" + more + "}";
    }

    @Test
    void e_logging_is_compared_with_what_the_record_before_set() {
        assertThat(found(
                        DetectionKind.LOGGING_LOWERED,
                        logging("set", "10:00:00", mode("OVERRIDE", ",\"kmsKeyId\":\"k\"")),
                        logging("same", "10:01:00", mode("OVERRIDE", ",\"kmsKeyId\":\"k2\"")),
                        logging("keyless", "10:02:00", mode("OVERRIDE", "")),
                        logging("default", "10:03:00", mode("DEFAULT", "")),
                        logging("none", "10:04:00", mode("NONE", "")),
                        logging("up", "10:05:00", mode("DEFAULT", "")),
                        logging("else", "10:06:00", "\"managedStorageConfiguration\":{}")))
                .containsExactly("keyless", "default", "none");
    }

    @Test
    void e_without_a_record_before_anything_below_the_most_may_be_less() {
        assertThat(found(DetectionKind.LOGGING_LOWERED, logging("default", "10:00:00", mode("DEFAULT", ""))))
                .containsExactly("default");
        assertThat(found(DetectionKind.LOGGING_LOWERED, logging("override", "10:00:00", mode("OVERRIDE", ""))))
                .isEmpty();
        assertThat(audit(AuditSettings.defaults(), logging("default", "10:00:00", mode("DEFAULT", "")))
                        .detections()
                        .get(0)
                        .what())
                .contains(PROD)
                .contains("not in the trail");
    }

    @Test
    void f_overrides_are_searched_at_every_depth() {
        assertThat(found(
                        DetectionKind.CREDENTIALS_ADDRESS,
                        record(
                                "command",
                                "10:00:00",
                                user("alice"),
                                "ecs:RunTask",
                                "{\"overrides\":{\"containerOverrides\":[{\"command\":[\"curl http://169.254.170.2/x\"]}]}}"),
                        record(
                                "variable",
                                "10:00:01",
                                user("alice"),
                                "ecs:StartTask",
                                "{\"overrides\":{\"containerOverrides\":[{\"environment\":[{\"name\":\"X\",\"value\":"
                                        + "\"$AWS_CONTAINER_CREDENTIALS_RELATIVE_URI\"}]}]}}"),
                        record(
                                "longer",
                                "10:00:02",
                                user("alice"),
                                "ecs:RunTask",
                                "{\"overrides\":{\"containerOverrides\":[{\"command\":[\"curl 169.254.170.255\"]}]}}"),
                        record(
                                "outside",
                                "10:00:03",
                                user("alice"),
                                "ecs:RunTask",
                                "{\"startedBy\":\"169.254.170.2\"}")))
                .containsExactly("command", "variable");
    }

    private static String[] refusals(int count, int secondsApart) {
        List<String> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = i * secondsApart;
            String time = "10:" + String.format(java.util.Locale.ROOT, "%02d:%02d", at / 60, at % 60);
            records.add(exec("e" + i, time, user("alice"), refused("ecs:ExecuteCommand")));
        }
        return records.toArray(String[]::new);
    }

    @Test
    void g_a_burst_has_enough_calls_in_the_window() {
        assertThat(found(DetectionKind.REFUSAL_BURST, refusals(5, 150))).hasSize(5);
        assertThat(found(DetectionKind.REFUSAL_BURST, refusals(5, 151))).isEmpty();
        assertThat(found(DetectionKind.REFUSAL_BURST, refusals(4, 1))).isEmpty();
        assertThat(found(DetectionKind.REFUSAL_BURST, refusals(20, 150))).hasSize(20);
    }

    @Test
    void g_stretches_that_do_not_overlap_are_bursts_of_their_own() {
        List<String> two = new ArrayList<>();
        for (String hour : List.of("10", "12")) {
            for (int i = 0; i < 5; i++) {
                two.add(exec("e" + hour + i, hour + ":00:0" + i, user("alice"), refused("ecs:ExecuteCommand")));
            }
        }
        assertThat(audit(AuditSettings.defaults(), two.toArray(String[]::new)).detections())
                .filteredOn(detection -> detection.kind() == DetectionKind.REFUSAL_BURST)
                .hasSize(2)
                .allSatisfy(burst -> assertThat(burst.eventIds()).hasSize(5));
    }

    @Test
    void a_shell_knows_what_its_record_tells() {
        Shell shell = audit(
                        AuditSettings.defaults(),
                        exec(
                                "a",
                                "10:00:00",
                                session("Ops", "s", "true"),
                                ",\"vpcEndpointId\":\"vpce-1\",\"userAgent\":\"aws-cli/2\""))
                .shells()
                .get(0);
        assertThat(shell.principal()).isEqualTo(Records.OPS);
        assertThat(shell.caller()).contains("arn:aws:sts::111122223333:assumed-role/Ops/s");
        assertThat(shell.task().orElseThrow().toString()).isEqualTo(TASK);
        assertThat(shell.container()).contains("web");
        assertThat(shell.mfa()).contains(true);
        assertThat(shell.longTermKeys()).isFalse();
        assertThat(shell.address()).contains("203.0.113.24");
        assertThat(shell.endpoint()).contains("vpce-1");
        assertThat(shell.userId()).contains("AROA1:s");
    }
}
