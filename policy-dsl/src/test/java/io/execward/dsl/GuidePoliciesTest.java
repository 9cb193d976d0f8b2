// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import static io.execward.dsl.Examples.HERE;
import static io.execward.dsl.Examples.KEY;
import static io.execward.dsl.Examples.KEY_ARN;
import static io.execward.dsl.Examples.PAYMENTS;
import static io.execward.dsl.Examples.SHORT_TASK;
import static io.execward.dsl.Examples.TASK;
import static io.execward.dsl.Examples.WEB;
import static io.execward.dsl.Examples.besideEverything;
import static io.execward.dsl.Examples.engine;
import static io.execward.dsl.Examples.oncall;
import static io.execward.evaluate.Verdict.ALLOWED;
import static io.execward.evaluate.Verdict.EXPLICIT_DENY;
import static io.execward.evaluate.Verdict.IMPLICIT_DENY;
import static org.assertj.core.api.Assertions.assertThat;

import io.execward.diagnostic.Source;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.Container;
import io.execward.ecs.DescribeTasksRequest;
import io.execward.ecs.ExecFlag;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.Launch;
import io.execward.ecs.RunTaskRequest;
import io.execward.ecs.SessionDocument;
import io.execward.ecs.StartSessionRequest;
import io.execward.ecs.TagResourceRequest;
import io.execward.ecs.TaskArn;
import io.execward.evaluate.Verdict;
import io.execward.json.Json;
import io.execward.json.JsonArray;
import io.execward.json.JsonLimits;
import io.execward.json.JsonObject;
import io.execward.json.JsonValue;
import io.execward.json.PolicyJson;
import io.execward.model.Arn;
import io.execward.model.Context;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each policy of the guide misses, and that ours does not: every claim of {@code misses} is put to the engine. */
class GuidePoliciesTest {
    private static final Container APP = Container.named("app");
    private static final Map<String, String> DEVELOPMENT = Map.of("environment", "development");

    /** The case files hold the page's policies as documents: ours are the same values. */
    @Test
    void the_page_form_is_what_the_page_shows() throws IOException {
        ClusterArn cluster = HERE.cluster("cluster-name");
        Set<Policy> shown = seedPolicies();

        assertThat(shown)
                .contains(
                        GuidePolicies.taskRole().page().policy(),
                        GuidePolicies.taskRoleKey(KEY).page().policy(),
                        GuidePolicies.callerKey(KEY).page().policy(),
                        GuidePolicies.execIntoTagged(cluster, "environment", "development")
                                .page()
                                .policy(),
                        GuidePolicies.denyContainer("production-app").page().policy(),
                        GuidePolicies.launchWithExecOff().page().policy(),
                        GuidePolicies.denySessionsInCluster(cluster).page().policy(),
                        GuidePolicies.denySessionsByTag("aws", "Task-Tag-Key", "Exec-Task")
                                .page()
                                .policy());
    }

    private static Set<Policy> seedPolicies() throws IOException {
        Path file = Repository.root().resolve("policy-core/src/test/resources/conformance/conformance-ecs-exec.jsonl");
        Set<Policy> policies = new LinkedHashSet<>();
        for (JsonValue line : Json.parseLines(
                Source.of(file.getFileName().toString(), Files.readString(file)), JsonLimits.defaults())) {
            JsonObject one = (JsonObject) line;
            if (one.get("id").orElseThrow().span().text().contains("SEED")) {
                JsonObject layers = (JsonObject) one.get("policies").orElseThrow();
                JsonArray identity = (JsonArray) layers.get("identity").orElseThrow();
                identity.items()
                        .forEach(item -> policies.add(
                                PolicyJson.parse(item, PolicyKind.IDENTITY).policy()));
            }
        }
        return policies;
    }

    private static ExecRequest exec(TaskArn task, Map<String, String> taskTags) {
        return ExecRequest.of(oncall(), PAYMENTS, task, APP)
                .taskTagged(taskTags)
                .clusterTagged(Map.of());
    }

    @Test
    void exec_into_tagged_tasks_needs_the_cluster_and_reaches_short_ARNs() {
        var template = GuidePolicies.execIntoTagged(PAYMENTS, "environment", "development");
        var page = engine(template.page());
        var ours = engine(template.recommended());

        assertThat(exec(TASK, DEVELOPMENT).decide(page)).isEqualTo(IMPLICIT_DENY);
        assertThat(exec(TASK, DEVELOPMENT)
                        .explain(page)
                        .clusterCheck()
                        .orElseThrow()
                        .verdict())
                .isEqualTo(IMPLICIT_DENY);
        assertThat(exec(TASK, DEVELOPMENT).explain(page).taskCheck().verdict()).isEqualTo(ALLOWED);
        assertThat(exec(SHORT_TASK, DEVELOPMENT).explain(page).taskCheck().verdict())
                .isEqualTo(IMPLICIT_DENY);

        assertThat(exec(TASK, DEVELOPMENT).decide(ours)).isEqualTo(ALLOWED);
        assertThat(exec(SHORT_TASK, DEVELOPMENT).decide(ours)).isEqualTo(ALLOWED);
        assertThat(DescribeTasksRequest.of(oncall(), PAYMENTS, TASK).decide(ours))
                .isEqualTo(ALLOWED);
        assertThat(exec(TASK, Map.of("environment", "production")).decide(ours)).isEqualTo(IMPLICIT_DENY);
        assertThat(exec(TASK, Map.of()).decide(ours)).isEqualTo(IMPLICIT_DENY);
    }

    @Test
    void exec_into_tagged_tasks_stands_on_closed_side_doors() {
        var template = GuidePolicies.execIntoTagged(PAYMENTS, "environment", "development");
        var session = StartSessionRequest.of(oncall(), TASK, SessionDocument.unnamed());
        var tagging = TagResourceRequest.of(oncall(), Arn.of(TASK.toString()), Map.of("Environment", "development"));

        assertThat(session.decide(besideEverything(template.page()))).isEqualTo(ALLOWED);
        assertThat(session.decide(besideEverything(template.recommended()))).isEqualTo(EXPLICIT_DENY);
        assertThat(tagging.decide(besideEverything(template.page()))).isEqualTo(ALLOWED);
        assertThat(tagging.decide(besideEverything(template.recommended()))).isEqualTo(EXPLICIT_DENY);
    }

    @Test
    void a_container_deny_is_passed_by_leaving_the_name_out() {
        var template = GuidePolicies.denyContainer("production-app");
        var named = ExecRequest.of(oncall(), TASK, Container.named("production-app"));
        var omitted = ExecRequest.of(oncall(), TASK, Container.omittedAndAbsent());
        var sibling = ExecRequest.of(oncall(), TASK, APP);

        assertThat(named.decide(besideEverything(template.page()))).isEqualTo(EXPLICIT_DENY);
        assertThat(omitted.decide(besideEverything(template.page()))).isEqualTo(ALLOWED);
        assertThat(named.decide(besideEverything(template.recommended()))).isEqualTo(EXPLICIT_DENY);
        assertThat(omitted.decide(besideEverything(template.recommended()))).isEqualTo(EXPLICIT_DENY);
        assertThat(sibling.decide(besideEverything(template.recommended())))
                .as("no isolation: R-EXEC-132")
                .isEqualTo(ALLOWED);
    }

    @Test
    void launching_with_exec_off_is_a_deny_over_every_action_that_carries_the_flag() {
        var template = GuidePolicies.launchWithExecOff();
        var page = template.page();
        var ours = template.recommended();

        assertThat(run(ExecFlag.OFF, page, false)).isEqualTo(ALLOWED);
        assertThat(run(ExecFlag.OFF, ours, false)).isEqualTo(ALLOWED);
        assertThat(run(ExecFlag.ON, page, false)).isEqualTo(IMPLICIT_DENY);
        assertThat(run(ExecFlag.ON, page, true)).as("beside another Allow").isEqualTo(ALLOWED);
        assertThat(run(ExecFlag.ON, ours, true)).isEqualTo(EXPLICIT_DENY);
        assertThat(run(ExecFlag.OMITTED_AS_ABSENT, page, false)).isEqualTo(IMPLICIT_DENY);
        assertThat(run(ExecFlag.OMITTED_AS_ABSENT, ours, false)).isEqualTo(ALLOWED);
        for (String action : List.of("ecs:CreateDaemon", "ecs:UpdateDaemon")) {
            assertThat(daemon(action, page)).as(action).isEqualTo(ALLOWED);
            assertThat(daemon(action, ours)).as(action).isEqualTo(EXPLICIT_DENY);
        }
    }

    private static Verdict run(ExecFlag flag, IamPolicy policy, boolean besideOthers) {
        Launch launch = Launch.passing(List.of()).exec(flag);
        return RunTaskRequest.of(oncall(), PAYMENTS, WEB, launch)
                .decide(besideOthers ? besideEverything(policy) : engine(policy));
    }

    private static Verdict daemon(String action, IamPolicy policy) {
        Request request = Request.of(
                        "arn:aws:iam::111122223333:role/ops/OnCall",
                        action,
                        "arn:aws:ecs:us-east-1:111122223333:daemon/payments/agent")
                .with(Context.of("ecs:enable-execute-command", "true"));
        return besideEverything(policy).decide(request);
    }

    @Test
    void a_session_deny_by_cluster_misses_short_ARNs() {
        var template = GuidePolicies.denySessionsInCluster(PAYMENTS);

        assertThat(session(TASK, Map.of(), template.page())).isEqualTo(EXPLICIT_DENY);
        assertThat(session(SHORT_TASK, Map.of(), template.page())).isEqualTo(ALLOWED);
        assertThat(session(TASK, Map.of(), template.recommended())).isEqualTo(EXPLICIT_DENY);
        assertThat(session(SHORT_TASK, Map.of(), template.recommended())).isEqualTo(EXPLICIT_DENY);
        assertThat(session(Examples.OTHER.task(TASK.id()), Map.of(), template.recommended()))
                .as("another cluster")
                .isEqualTo(ALLOWED);
    }

    @Test
    void a_session_deny_by_tag_misses_untagged_tasks_and_hits_instances() {
        var template = GuidePolicies.denySessionsByTag("aws", "Task-Tag-Key", "Exec-Task");
        var instance = Request.of(
                        "arn:aws:iam::111122223333:role/ops/OnCall",
                        "ssm:StartSession",
                        "arn:aws:ec2:us-east-1:111122223333:instance/i-0a1b2c3d4e5f60718")
                .with(Context.of("aws:ResourceTag/Task-Tag-Key", "Exec-Task"));

        assertThat(session(TASK, Map.of("Task-Tag-Key", "Exec-Task"), template.page()))
                .isEqualTo(EXPLICIT_DENY);
        assertThat(session(TASK, Map.of(), template.page())).isEqualTo(ALLOWED);
        assertThat(session(TASK, Map.of(), template.recommended())).isEqualTo(EXPLICIT_DENY);
        assertThat(session(SHORT_TASK, Map.of(), template.recommended())).isEqualTo(EXPLICIT_DENY);
        assertThat(besideEverything(template.page()).decide(instance)).isEqualTo(EXPLICIT_DENY);
        assertThat(besideEverything(template.recommended()).decide(instance)).isEqualTo(ALLOWED);
    }

    private static Verdict session(TaskArn task, Map<String, String> tags, IamPolicy policy) {
        return StartSessionRequest.of(oncall(), task, SessionDocument.named("AWS-StartPortForwardingSession"))
                .taskTagged(tags)
                .decide(besideEverything(policy));
    }

    @Test
    void the_task_side_is_the_same_or_narrower() {
        var s3 = GuidePolicies.s3Logs(PAYMENTS, "exec-logs", "payments/");
        var logs = GuidePolicies.cloudWatchLogs(PAYMENTS, "/aws/ecs/payments");

        assertThat(task(s3.page(), "s3:PutObject", "arn:aws:s3:::exec-logs/other/x"))
                .isEqualTo(ALLOWED);
        assertThat(task(s3.recommended(), "s3:PutObject", "arn:aws:s3:::exec-logs/other/x"))
                .isEqualTo(IMPLICIT_DENY);
        assertThat(task(s3.recommended(), "s3:PutObject", "arn:aws:s3:::exec-logs/payments/x"))
                .isEqualTo(ALLOWED);
        for (IamPolicy page : List.of(s3.page(), logs.page())) {
            assertThat(task(page, "ssmmessages:OpenDataChannel", "*")).isEqualTo(IMPLICIT_DENY);
        }
        for (IamPolicy ours : List.of(s3.recommended(), logs.recommended())) {
            assertThat(task(ours, "ssmmessages:OpenDataChannel", "*")).isEqualTo(ALLOWED);
        }
        assertThat(task(GuidePolicies.taskRole().recommended(), "ssmmessages:CreateControlChannel", "*"))
                .isEqualTo(ALLOWED);
    }

    @Test
    void a_key_needs_its_own_policy_too() {
        var template = GuidePolicies.taskRoleKey(KEY);

        assertThat(template.page().policy().statements())
                .extracting(statement -> statement.resources().orElseThrow().patterns())
                .isEqualTo(template.recommended().policy().statements().stream()
                        .map(statement -> statement.resources().orElseThrow().patterns())
                        .toList());
        assertThat(task(template.recommended(), "kms:Decrypt", KEY_ARN))
                .as("without key policy")
                .isEqualTo(IMPLICIT_DENY);
    }

    private static Verdict task(IamPolicy policy, String action, String resource) {
        return engine(policy)
                .decide(Request.of("arn:aws:iam::111122223333:role/WebTask", action, resource)
                        .ownedBy(Examples.ACCOUNT));
    }
}
