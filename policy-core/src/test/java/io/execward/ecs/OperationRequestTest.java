// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import static io.execward.ecs.Operations.ALICE;
import static io.execward.ecs.Operations.CLUSTER;
import static io.execward.ecs.Operations.DEFINITION;
import static io.execward.ecs.Operations.KEY;
import static io.execward.ecs.Operations.LAUNCH;
import static io.execward.ecs.Operations.ROLES;
import static io.execward.ecs.Operations.SERVICE;
import static io.execward.ecs.Operations.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.execward.Golden;
import io.execward.diagnostic.Source;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.json.PolicyJson;
import io.execward.model.Arn;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.RequestFlag;
import io.execward.model.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Operations beside ExecuteCommand as the checks that authorise them (sections A and B of the rules). */
class OperationRequestTest {
    private static final Caller CALLER = Caller.of(ALICE);
    private static final Statement EVERYTHING = Statement.allow(List.of("*"), List.of("*"));

    /** The policies of the original guide: one allows exec on tagged tasks, one closes a container, one launches only without exec. */
    private static final String ON_TAGGED_TASKS = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
              "Action": ["ecs:ExecuteCommand", "ecs:DescribeTasks"],
              "Resource": "arn:aws:ecs:us-east-1:111122223333:task/dev/*",
              "Condition": {"StringEquals": {"ecs:ResourceTag/environment": "development"}}}}""";

    private static final String NO_PRODUCTION_CONTAINER = """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "*", "Resource": "*"},
              {"Effect": "Deny", "Action": "ecs:ExecuteCommand", "Resource": "*",
               "Condition": {"StringEquals": {"ecs:container-name": "production-app"}}}]}""";

    private static final String LAUNCH_WITHOUT_EXEC = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
              "Action": ["ecs:RunTask", "ecs:StartTask", "ecs:CreateService", "ecs:UpdateService"], "Resource": "*",
              "Condition": {"StringEquals": {"ecs:enable-execute-command": "false"}}}}""";

    private static PolicyEngine engine(Statement... statements) {
        return PolicyEngine.compile(PolicySet.identity(Policy.of(statements)));
    }

    private static PolicyEngine engine(String json) {
        Policy policy = PolicyJson.parse(Source.of("guide.json", json), PolicyKind.IDENTITY)
                .policy();
        return PolicyEngine.compile(PolicySet.identity(policy));
    }

    private static Statement allow(String action, String resource) {
        return Statement.allow(List.of(action), List.of(resource));
    }

    private static Statement deny(String action, String resource) {
        return Statement.deny(List.of(action), List.of(resource));
    }

    private static List<String> subjects(OperationRequest request) {
        return request.checks().stream().map(OperationCheck::subject).toList();
    }

    private static OperationCheck check(OperationRequest request, String subject) {
        return request.checks().stream()
                .filter(check -> check.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private static ContextValue value(OperationCheck check, String key) {
        ContextValue own = check.request().resources().get(0).context().get(ConditionKey.of(key));
        return own instanceof ContextValue.Absent ? check.request().context().get(ConditionKey.of(key)) : own;
    }

    private static ContextValue present(String... values) {
        return ContextValue.of(List.of(values));
    }

    // The policies of the guide

    @Test
    void the_grant_of_tagged_tasks_lets_nobody_exec_but_describes_them() {
        Map<String, String> development = Map.of("environment", "development");
        ExecRequest exec = ExecRequest.of(CALLER, TASK, Container.named("app"))
                .taskTagged(development)
                .clusterTagged(Map.of());
        ExecDecision decision = exec.explain(engine(ON_TAGGED_TASKS));
        assertThat(decision.verdict()).isEqualTo(Verdict.IMPLICIT_DENY);
        assertThat(decision.failing())
                .extracting(failing -> failing.check().subject())
                .containsExactly("cluster"); // R-EXEC-14
        DescribeTasksRequest describe = DescribeTasksRequest.of(CALLER, CLUSTER, TASK);
        assertThat(describe.taskTagged(development).decide(engine(ON_TAGGED_TASKS)))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(describe.taskTagged(Map.of()).decide(engine(ON_TAGGED_TASKS)))
                .isEqualTo(Verdict.IMPLICIT_DENY);
        assertThat(describe.decide(engine(ON_TAGGED_TASKS))).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void with_the_cluster_in_the_same_statement_both_need_the_tag() {
        Map<String, String> development = Map.of("environment", "development");
        PolicyEngine engine = engine(ON_TAGGED_TASKS.replace(
                "\"arn:aws:ecs:us-east-1:111122223333:task/dev/*\"",
                "[\"arn:aws:ecs:us-east-1:111122223333:task/dev/*\", \"" + CLUSTER + "\"]"));
        ExecRequest exec = ExecRequest.of(CALLER, TASK, Container.named("app")).taskTagged(development);
        assertThat(exec.clusterTagged(Map.of()).decide(engine)).isEqualTo(Verdict.IMPLICIT_DENY); // R-EXEC-15
        assertThat(exec.clusterTagged(development).decide(engine)).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void the_container_deny_fires_in_both_checks_and_not_elsewhere() {
        PolicyEngine engine = engine(NO_PRODUCTION_CONTAINER);
        ExecDecision denied =
                ExecRequest.of(CALLER, TASK, Container.named("production-app")).explain(engine);
        assertThat(denied.checks())
                .extracting(CheckDecision::verdict)
                .containsExactly(Verdict.EXPLICIT_DENY, Verdict.EXPLICIT_DENY); // R-EXEC-16
        assertThat(ExecRequest.of(CALLER, TASK, Container.named("app")).decide(engine))
                .isEqualTo(Verdict.ALLOWED);
        // R-EXEC-22: a direct session has no container name.
        assertThat(StartSessionRequest.of(CALLER, TASK, SessionDocument.unnamed())
                        .decide(engine))
                .isEqualTo(Verdict.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "ON, IMPLICIT_DENY, IMPLICIT_DENY",
        "OFF, ALLOWED, ALLOWED",
        "OMITTED, ALLOWED, IMPLICIT_DENY",
        "OMITTED_AS_FALSE, ALLOWED, ALLOWED",
        "OMITTED_AS_ABSENT, IMPLICIT_DENY, IMPLICIT_DENY",
        "OMITTED_AS_UNKNOWN, UNDECIDED, UNDECIDED"
    })
    void launching_only_without_exec_depends_on_the_flag_and_on_what_an_omitted_one_means(
            ExecFlag flag, Verdict ofLaunch, Verdict ofUpdate) {
        PolicyEngine engine = engine(LAUNCH_WITHOUT_EXEC); // R-EXEC-17, U-EXEC-01
        Launch launch = Launch.passing(List.of()).exec(flag);
        Arn instance = Operations.INSTANCE;
        assertThat(RunTaskRequest.of(CALLER, CLUSTER, DEFINITION, launch).decide(engine))
                .isEqualTo(ofLaunch);
        assertThat(StartTaskRequest.of(CALLER, CLUSTER, DEFINITION, List.of(instance), launch)
                        .decide(engine))
                .isEqualTo(ofLaunch);
        assertThat(CreateServiceRequest.of(CALLER, CLUSTER, "web", DEFINITION, launch)
                        .decide(engine))
                .isEqualTo(ofLaunch);
        assertThat(UpdateServiceRequest.of(CALLER, CLUSTER, SERVICE, launch).decide(engine))
                .isEqualTo(ofUpdate);
    }

    // Launches

    @Test
    void a_launch_is_a_check_of_the_definition_and_one_for_each_role() {
        RunTaskRequest run = RunTaskRequest.of(CALLER, CLUSTER, DEFINITION, LAUNCH);
        assertThat(subjects(run)).containsExactly("task definition", "role to pass", "role to pass");
        assertThat(run.checks())
                .extracting(check -> check.request().resources().get(0).text())
                .containsExactly(
                        DEFINITION.toString(),
                        Operations.TASK_ROLE.toString(),
                        Operations.EXECUTION_ROLE.toString()); // R-EXEC-30, R-EXEC-36
        OperationCheck pass = check(run, "role to pass");
        assertThat(value(pass, "iam:PassedToService")).isEqualTo(present("ecs-tasks.amazonaws.com"));
        assertThat(value(pass, "iam:AssociatedResourceArn")).isEqualTo(ContextValue.UNKNOWN);
        assertThat(value(pass, "ecs:cluster")).isEqualTo(ContextValue.ABSENT);
    }

    @Test
    void one_role_that_may_not_be_passed_fails_the_launch_and_is_named() {
        PolicyEngine engine = engine(allow("ecs:*", "*"), allow("iam:PassRole", Operations.TASK_ROLE.toString()));
        OperationDecision decision =
                RunTaskRequest.of(CALLER, CLUSTER, DEFINITION, LAUNCH).explain(engine);
        assertThat(decision.verdict()).isEqualTo(Verdict.IMPLICIT_DENY);
        assertThat(decision.failing())
                .extracting(
                        failing -> failing.check().request().resources().get(0).text())
                .containsExactly(Operations.EXECUTION_ROLE.toString()); // R-SVC-12
        Golden.assertSame("operation/run-task-role.txt", decision.print());
    }

    @Test
    void a_role_passed_twice_to_one_service_is_one_check_and_to_two_services_two() {
        Arn role = Operations.TASK_ROLE;
        Launch launch =
                Launch.passing(List.of(PassedRole.toTasks(role), PassedRole.toTasks(role), PassedRole.toEcs(role)));
        assertThat(RunTaskRequest.of(CALLER, CLUSTER, DEFINITION, launch).checks())
                .filteredOn(check -> check.subject().equals("role to pass"))
                .extracting(check -> value(check, "iam:PassedToService"))
                .containsExactly(present("ecs-tasks.amazonaws.com"), present("ecs.amazonaws.com"));
    }

    @Test
    void a_role_of_another_account_cannot_be_passed() {
        Launch launch = Launch.passing(List.of(PassedRole.toTasks(Arn.of("arn:aws:iam::444455556666:role/web"))));
        assertThat(RunTaskRequest.of(CALLER, CLUSTER, DEFINITION, launch).decide(engine(EVERYTHING)))
                .isEqualTo(Verdict.IMPLICIT_DENY); // R-SVC-10, R-XACC-07
    }

    @Test
    void tags_of_a_role_can_neither_open_nor_close_a_pass() {
        Condition tag = Condition.of(Comparison.STRING_EQUALS, "aws:ResourceTag/team", "payments");
        Launch launch = Launch.passing(List.of(PassedRole.toTasks(Operations.TASK_ROLE)));
        RunTaskRequest run = RunTaskRequest.of(CALLER, CLUSTER, DEFINITION, launch);
        assertThat(run.decide(
                        engine(allow("ecs:*", "*"), allow("iam:PassRole", "*").where(tag))))
                .isEqualTo(Verdict.UNDECIDED); // R-EXEC-36: not a grant, and no Deny lost
        assertThat(run.decide(engine(EVERYTHING, deny("iam:PassRole", "*").where(tag))))
                .isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void tags_at_creation_need_a_check_that_names_the_operation() {
        Launch launch = Launch.passing(List.of()).tagging(Operations.TAGS);
        RunTaskRequest run = RunTaskRequest.of(CALLER, CLUSTER, DEFINITION, launch);
        assertThat(subjects(run)).containsExactly("task definition", "tags"); // R-EXEC-37
        OperationCheck tags = check(run, "tags");
        assertThat(tags.request().action()).hasToString("ecs:TagResource");
        assertThat(tags.request().resources().get(0).text()).startsWith("arn:aws:ecs:us-east-1:111122223333:task/dev/");
        assertThat(value(tags, "ecs:CreateAction")).isEqualTo(present("RunTask"));
        assertThat(value(tags, "aws:TagKeys")).isEqualTo(present("team"));
        assertThat(value(tags, "aws:RequestTag/team")).isEqualTo(present("payments"));
        Condition onCreate = Condition.of(Comparison.STRING_EQUALS, "ecs:CreateAction", "RunTask");
        PolicyEngine engine =
                engine(allow("ecs:RunTask", "*"), allow("ecs:TagResource", "*").where(onCreate));
        assertThat(run.decide(engine)).isEqualTo(Verdict.ALLOWED);
        assertThat(TagResourceRequest.of(CALLER, Arn.of(TASK.toString()), Operations.TAGS)
                        .decide(engine))
                .isEqualTo(Verdict.IMPLICIT_DENY); // R-EXEC-40: absent on a direct call
        assertThat(subjects(RunTaskRequest.of(CALLER, CLUSTER, DEFINITION, Launch.passing(List.of()))))
                .containsExactly("task definition");
    }

    @Test
    void a_service_is_tagged_under_its_own_arn() {
        CreateServiceRequest create =
                CreateServiceRequest.of(CALLER, CLUSTER, "web", DEFINITION, LAUNCH.tagging(Operations.TAGS));
        assertThat(subjects(create)).containsExactly("service", "role to pass", "role to pass", "tags");
        assertThat(check(create, "tags").request().resources().get(0).text()).isEqualTo(SERVICE.toString());
        // R-KEY-04: what is being created carries the tags of the request.
        assertThat(value(check(create, "service"), "aws:ResourceTag/team")).isEqualTo(present("payments"));
        assertThat(value(check(create, "service"), "aws:ResourceTag/owner")).isEqualTo(ContextValue.ABSENT);
    }

    @Test
    void propagated_tags_are_tags_that_nobody_told() {
        LaunchSettings propagates = LaunchSettings.untold().propagateTags(LaunchSettings.PropagateTags.TASK_DEFINITION);
        RunTaskRequest run = RunTaskRequest.of(
                CALLER, CLUSTER, DEFINITION, Launch.passing(List.of()).with(propagates));
        assertThat(value(check(run, "tags"), "aws:RequestTag/team")).isEqualTo(ContextValue.UNKNOWN);
        assertThat(value(check(run, "tags"), "aws:TagKeys")).isEqualTo(ContextValue.UNKNOWN);
        // R-EXEC-30: RunTask takes the setting, but has no key for it.
        assertThat(value(check(run, "task definition"), "ecs:propagate-tags")).isEqualTo(ContextValue.ABSENT);
    }

    @Test
    void tags_propagated_from_a_new_service_are_those_of_the_request() {
        LaunchSettings propagates = LaunchSettings.untold().propagateTags(LaunchSettings.PropagateTags.SERVICE);
        Launch launch = Launch.passing(List.of()).tagging(Operations.TAGS).with(propagates);
        OperationCheck tags =
                check(CreateServiceRequest.of(CALLER, CLUSTER, "web", DEFINITION, launch), "tags"); // U-EXEC-12
        assertThat(value(tags, "aws:RequestTag/team")).isEqualTo(present("payments"));
        assertThat(value(tags, "aws:RequestTag/owner")).isEqualTo(ContextValue.ABSENT);
        assertThat(subjects(CreateServiceRequest.of(CALLER, CLUSTER, "web", DEFINITION, launch.tagging(Map.of()))))
                .containsExactly("service", "tags");
    }

    @Test
    void values_have_their_documented_formats() {
        LaunchSettings settings = LaunchSettings.untold()
                .subnets("subnet-0a", "subnet-0b")
                .publicIp(true)
                .propagateTags(LaunchSettings.PropagateTags.NONE)
                .cpu(1024);
        OperationCheck service =
                check(CreateServiceRequest.of(CALLER, CLUSTER, "web", DEFINITION, LAUNCH.with(settings)), "service");
        assertThat(value(service, "ecs:subnet")).isEqualTo(present("subnet-0a", "subnet-0b")); // R-EXEC-39
        assertThat(value(service, "ecs:auto-assign-public-ip")).isEqualTo(present("true"));
        assertThat(value(service, "ecs:propagate-tags")).isEqualTo(present("NONE"));
        assertThat(value(service, "ecs:task-cpu")).isEqualTo(present("1024"));
        assertThat(value(service, "ecs:task-definition")).isEqualTo(present(DEFINITION.toString()));
        assertThat(value(service, "ecs:task-memory")).isEqualTo(ContextValue.UNKNOWN);
        OperationCheck rest = check(
                CreateServiceRequest.of(CALLER, CLUSTER, "web", DEFINITION, LAUNCH.with(settings.withRestOmitted())),
                "service");
        assertThat(value(rest, "ecs:task-memory")).isEqualTo(ContextValue.ABSENT);
        assertThat(value(rest, "ecs:task-cpu")).isEqualTo(present("1024"));
    }

    @Test
    void a_definition_is_checked_in_the_form_in_which_it_is_named() {
        TaskDefinitionArn family = TaskDefinitionArn.of("arn:aws:ecs:us-east-1:111122223333:task-definition/web");
        PolicyEngine revisions = engine(allow("ecs:RunTask", family + ":*"));
        Launch launch = Launch.passing(List.of());
        assertThat(RunTaskRequest.of(CALLER, CLUSTER, DEFINITION, launch).decide(revisions))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(RunTaskRequest.of(CALLER, CLUSTER, family, launch).decide(revisions))
                .isEqualTo(Verdict.IMPLICIT_DENY); // U-EXEC-05
        // R-EXEC-39: the key has a revision, so without one its value is not known.
        assertThat(value(
                        check(CreateServiceRequest.of(CALLER, CLUSTER, "web", family, launch), "service"),
                        "ecs:task-definition"))
                .isEqualTo(ContextValue.UNKNOWN);
    }

    @Test
    void the_cluster_of_a_launch_is_a_key_and_not_a_resource() {
        Condition dev = Condition.of(Comparison.ARN_EQUALS, "ecs:cluster", CLUSTER.toString());
        RunTaskRequest run = RunTaskRequest.of(CALLER, CLUSTER, DEFINITION, Launch.passing(List.of()));
        assertThat(run.decide(engine(allow("ecs:RunTask", "*").where(dev)))).isEqualTo(Verdict.ALLOWED);
        assertThat(run.decide(engine(allow("ecs:RunTask", CLUSTER.toString())))).isEqualTo(Verdict.IMPLICIT_DENY);
    }

    @Test
    void registering_passes_the_roles_to_tasks_and_is_checked_on_the_new_revision() {
        RegisterTaskDefinitionRequest register = RegisterTaskDefinitionRequest.of(CALLER, DEFINITION, ROLES)
                .tagging(Operations.TAGS)
                .with(LaunchSettings.untold().privileged(true));
        assertThat(subjects(register)).containsExactly("task definition", "role to pass", "role to pass", "tags");
        assertThat(value(check(register, "task definition"), "ecs:privileged")).isEqualTo(present("true"));
        assertThat(value(check(register, "tags"), "ecs:CreateAction")).isEqualTo(present("RegisterTaskDefinition"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegisterTaskDefinitionRequest.of(
                        CALLER, TaskDefinitionArn.of("arn:aws:ecs:us-east-1:111122223333:task-definition/web"), ROLES))
                .withMessageContaining("has no revision");
    }

    @Test
    void an_update_of_a_service_sets_no_tags() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpdateServiceRequest.of(CALLER, CLUSTER, SERVICE, LAUNCH.tagging(Operations.TAGS)))
                .withMessageContaining("sets no tags");
    }

    @Test
    void what_belongs_to_another_cluster_or_place_is_an_input_error() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpdateServiceRequest.of(
                        CALLER, CLUSTER, ServiceArn.of("arn:aws:ecs:us-east-1:111122223333:service/prod/web"), LAUNCH))
                .withMessageContaining("does not belong to the cluster");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunTaskRequest.of(
                        CALLER,
                        CLUSTER,
                        TaskDefinitionArn.of("arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7"),
                        LAUNCH))
                .withMessageContaining("does not belong to the cluster");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StartTaskRequest.of(CALLER, CLUSTER, DEFINITION, List.of(), LAUNCH));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StartTaskRequest.of(
                        CALLER,
                        CLUSTER,
                        DEFINITION,
                        List.of(Arn.of("arn:aws:ec2:us-east-1:111122223333:instance/i-0")),
                        LAUNCH));
    }

    // Sessions

    @Test
    void a_session_is_checked_on_the_task_and_on_the_document_of_its_owner() {
        StartSessionRequest forward =
                StartSessionRequest.of(CALLER, TASK, SessionDocument.named("AWS-StartPortForwardingSession"));
        assertThat(forward.checks())
                .extracting(check -> check.request().resources().get(0).text())
                .containsExactly(
                        TASK.toString(), "arn:aws:ssm:us-east-1::document/AWS-StartPortForwardingSession"); // R-EXEC-20
        assertThat(StartSessionRequest.of(CALLER, TASK, SessionDocument.named("OurShell"))
                        .checks())
                .extracting(check -> check.request().resources().get(0).text())
                .contains("arn:aws:ssm:us-east-1:111122223333:document/OurShell");
        String shared = "arn:aws:ssm:us-east-1:444455556666:document/TheirShell";
        assertThat(StartSessionRequest.of(CALLER, TASK, SessionDocument.named(shared))
                        .checks())
                .extracting(check -> check.request().resources().get(0).text())
                .contains(shared);
    }

    @Test
    void the_default_document_is_checked_unless_the_switch_says_otherwise() {
        PolicyEngine engine = engine(allow("ssm:StartSession", TASK.toString()));
        assertThat(StartSessionRequest.of(CALLER, TASK, SessionDocument.unnamed())
                        .decide(engine))
                .isEqualTo(Verdict.IMPLICIT_DENY);
        OperationDecision decision =
                StartSessionRequest.of(CALLER, TASK, SessionDocument.unnamed()).explain(engine);
        assertThat(decision.failing())
                .extracting(failing -> failing.check().subject())
                .containsExactly("document");
        assertThat(StartSessionRequest.of(CALLER, TASK, SessionDocument.unnamedAndUnchecked())
                        .decide(engine))
                .isEqualTo(Verdict.ALLOWED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionDocument("AWS-StartPortForwardingSession", false))
                .withMessageContaining("is named, so it is checked");
    }

    @Test
    void a_session_does_not_see_keys_of_ecs() {
        Condition dev = Condition.of(Comparison.ARN_EQUALS, "ecs:cluster", CLUSTER.toString());
        StartSessionRequest session = StartSessionRequest.of(CALLER, TASK, SessionDocument.unnamed());
        assertThat(session.decide(engine(EVERYTHING, deny("ssm:*", "*").where(dev))))
                .isEqualTo(Verdict.ALLOWED); // R-EXEC-21
        Condition tag = Condition.of(Comparison.STRING_EQUALS, "ssm:resourceTag/team", "payments");
        assertThat(session.taskTagged(Operations.TAGS)
                        .decide(engine(
                                EVERYTHING,
                                deny("ssm:*", "arn:aws:ecs:*:*:task/*").where(tag))))
                .isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void a_deny_on_tasks_closes_sessions_and_leaves_exec_open() {
        PolicyEngine engine = engine(EVERYTHING, deny("ssm:StartSession", "arn:aws:ecs:*:*:task/*"));
        assertThat(StartSessionRequest.of(CALLER, TASK, SessionDocument.unnamedAndUnchecked())
                        .decide(engine))
                .isEqualTo(Verdict.EXPLICIT_DENY); // R-EXEC-23
        assertThat(ExecRequest.of(CALLER, TASK, Container.named("app")).decide(engine))
                .isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void a_user_ends_sessions_of_its_name_and_none_of_ecs_exec() {
        PolicyEngine engine = engine(allow("ssm:TerminateSession", "arn:aws:ssm:*:*:session/${aws:username}-*"));
        assertThat(TerminateSessionRequest.of(CALLER, Operations.SESSION).decide(engine))
                .isEqualTo(Verdict.ALLOWED); // R-EXEC-24
        SessionArn exec = SessionArn.of("arn:aws:ssm:us-east-1:111122223333:session/ecs-execute-command-0a1b2c3d");
        assertThat(exec.isExec()).isTrue();
        assertThat(TerminateSessionRequest.of(CALLER, exec).decide(engine)).isEqualTo(Verdict.IMPLICIT_DENY);
        Condition own =
                Condition.of(Comparison.STRING_LIKE, "ssm:resourceTag/aws:ssmmessages:session-id", "${aws:username}");
        PolicyEngine byTag = engine(allow("ssm:ResumeSession", "*").where(own));
        assertThat(ResumeSessionRequest.of(CALLER, exec).decide(byTag)).isEqualTo(Verdict.IMPLICIT_DENY); // U-EXEC-07
        assertThat(ResumeSessionRequest.of(CALLER, Operations.SESSION).decide(byTag))
                .isEqualTo(Verdict.UNDECIDED);
        assertThat(ResumeSessionRequest.of(CALLER, Operations.SESSION)
                        .sessionTagged(Map.of("aws:ssmmessages:session-id", "alice"))
                        .decide(byTag))
                .isEqualTo(Verdict.ALLOWED);
    }

    // The key of a cluster

    private static final String KEY_POLICY = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "kms:*", "Resource": "*",
              "Principal": {"AWS": "arn:aws:iam::111122223333:root"}}}""";

    @Test
    void a_cluster_with_a_key_needs_a_data_key_under_the_policy_of_that_key() {
        ExecRequest exec = ExecRequest.of(CALLER, TASK, Container.named("app")).encryptedWith(KEY);
        assertThat(subjects(exec)).containsExactly("cluster", "task", "key"); // R-EXEC-02
        PolicySet execOnly = PolicySet.identity(Policy.of(allow("ecs:ExecuteCommand", "*")));
        PolicySet both = PolicySet.identity(
                Policy.of(allow("ecs:ExecuteCommand", "*"), allow("kms:GenerateDataKey", KEY.toString())));
        ExecDecision denied = exec.explain(withKeyPolicy(execOnly));
        assertThat(denied.verdict()).isEqualTo(Verdict.IMPLICIT_DENY);
        assertThat(denied.decision().verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(denied.failing())
                .extracting(failing -> failing.check().subject())
                .containsExactly("key");
        assertThat(denied.fixes()).singleElement().asString().contains("kms:GenerateDataKey", "identity");
        Golden.assertSame("exec/key.txt", denied.print());
        assertThat(exec.explain(withKeyPolicy(both)).verdict()).isEqualTo(Verdict.ALLOWED);
        // R-SVC-01: no key policy, no access.
        ExecDecision noKeyPolicy = exec.explain(PolicyEngine.compile(both));
        assertThat(noKeyPolicy.verdict()).isEqualTo(Verdict.IMPLICIT_DENY);
        assertThat(noKeyPolicy.fixes()).singleElement().asString().contains("key policy");
        assertThat(ExecRequest.of(CALLER, TASK, Container.named("app"))
                        .explain(withKeyPolicy(execOnly))
                        .verdict())
                .isEqualTo(Verdict.ALLOWED);
    }

    private static ResourceEngines withKeyPolicy(PolicySet identity) {
        Policy keyPolicy = PolicyJson.parse(Source.of("key.json", KEY_POLICY), PolicyKind.RESOURCE)
                .policy();
        PolicyEngine plain = PolicyEngine.compile(identity);
        PolicyEngine key =
                PolicyEngine.compile(identity.toBuilder().resource(keyPolicy).build());
        return resource -> resource.text().equals(KEY.toString()) ? key : plain;
    }

    @Test
    void how_ecs_calls_kms_is_not_known() {
        OperationCheck key =
                check(ExecRequest.of(CALLER, TASK, Container.named("app")).encryptedWith(KEY), "key");
        assertThat(value(key, "kms:ViaService")).isEqualTo(ContextValue.UNKNOWN); // R-EXEC-26
        assertThat(value(key, "kms:EncryptionContext:aws:ssm:SessionId")).isEqualTo(ContextValue.UNKNOWN);
        assertThat(value(key, "kms:CallerAccount")).isEqualTo(present("111122223333"));
        assertThat(value(key, "ecs:cluster")).isEqualTo(ContextValue.ABSENT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExecRequest.of(CALLER, TASK, Container.named("app"))
                        .encryptedWith(Arn.of("arn:aws:kms:us-east-1:111122223333:alias/exec")))
                .withMessageContaining("for an alias");
    }

    // The rest

    @Test
    void removing_tags_names_only_their_keys() {
        UntagResourceRequest untag =
                UntagResourceRequest.of(CALLER, Arn.of(TASK.toString()), Set.of("team", "environment"));
        OperationCheck check = check(untag, "resource");
        assertThat(value(check, "aws:TagKeys")).isEqualTo(present("environment", "team"));
        assertThat(value(check, "aws:RequestTag/team")).isEqualTo(ContextValue.ABSENT);
        assertThat(value(check, "aws:ResourceTag/team")).isEqualTo(ContextValue.UNKNOWN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UntagResourceRequest.of(CALLER, Arn.of(TASK.toString()), Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TagResourceRequest.of(CALLER, Arn.of(TASK.toString()), Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> TagResourceRequest.of(CALLER, KEY, Operations.TAGS));
    }

    @Test
    void tags_that_differ_only_in_letter_case_are_unknown() {
        DescribeTasksRequest describe =
                DescribeTasksRequest.of(CALLER, CLUSTER, TASK).taskTagged(Map.of("team", "a", "Team", "b"));
        assertThat(value(check(describe, "task"), "aws:ResourceTag/TEAM")).isEqualTo(ContextValue.UNKNOWN); // R-COND-68
    }

    @Test
    void the_other_form_of_the_task_arn_can_be_tried() {
        ExecRequest exec = ExecRequest.of(CALLER, TASK, Container.named("app"));
        PolicyEngine engine = engine(
                allow("ecs:ExecuteCommand", CLUSTER.toString()),
                allow("ecs:ExecuteCommand", "arn:aws:ecs:*:*:task/dev/*"));
        assertThat(exec.decide(engine)).isEqualTo(Verdict.ALLOWED);
        assertThat(exec.inOtherTaskForm().decide(engine)).isEqualTo(Verdict.IMPLICIT_DENY); // U-EXEC-04
        assertThat(exec.inOtherTaskForm().task().cluster()).isEmpty();
        assertThat(exec.inOtherTaskForm().inOtherTaskForm()).isEqualTo(exec);
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"ALLOWED", "EXPLICIT_DENY"})
    void every_operation_follows_a_policy_about_everything(Verdict verdict) {
        Statement statement = verdict == Verdict.ALLOWED ? EVERYTHING : deny("*", "*");
        Policy keyPolicy = PolicyJson.parse(Source.of("key.json", KEY_POLICY), PolicyKind.RESOURCE)
                .policy();
        PolicySet identity = PolicySet.identity(Policy.of(EVERYTHING, statement));
        PolicyEngine key =
                PolicyEngine.compile(identity.toBuilder().resource(keyPolicy).build());
        PolicyEngine plain = PolicyEngine.compile(identity);
        for (OperationRequest request : Operations.bare(CALLER)) {
            OperationDecision decision =
                    request.explain(resource -> resource.text().contains(":key/") ? key : plain);
            assertThat(decision.verdict()).as(request.operation()).isEqualTo(verdict);
            assertThat(decision.failing())
                    .hasSize(verdict == Verdict.ALLOWED ? 0 : request.checks().size());
            assertThat(decision.request()).isEqualTo(request);
        }
    }

    @Test
    void told_facts_about_the_target_do_not_reach_linked_checks() {
        Caller told = CALLER.with(Context.builder()
                .put("ecs:container-name", "app")
                .put("aws:ResourceTag/team", "payments")
                .put("aws:SourceIp", "203.0.113.7")
                .put("kms:ViaService", "ssm.us-east-1.amazonaws.com")
                .build());
        OperationCheck key =
                check(ExecRequest.of(told, TASK, Container.omitted()).encryptedWith(KEY), "key");
        assertThat(value(key, "ecs:container-name")).isEqualTo(ContextValue.ABSENT);
        assertThat(value(key, "aws:ResourceTag/team")).isEqualTo(ContextValue.UNKNOWN);
        assertThat(value(key, "aws:SourceIp")).isEqualTo(present("203.0.113.7"));
        assertThat(value(key, "kms:ViaService")).isEqualTo(present("ssm.us-east-1.amazonaws.com"));
    }

    @Test
    void flags_of_the_caller_are_in_every_check() {
        Caller manager = CALLER.flagged(RequestFlag.PRINCIPAL_IN_MANAGEMENT_ACCOUNT);
        assertThat(Operations.bare(manager))
                .allSatisfy(request -> assertThat(request.checks())
                        .allSatisfy(check -> assertThat(check.request().flags())
                                .containsExactly(RequestFlag.PRINCIPAL_IN_MANAGEMENT_ACCOUNT)));
    }

    @Test
    void checks_of_one_action_go_to_the_engine_as_one_request() {
        assertThat(ExecRequest.of(CALLER, TASK, Container.named("app"))
                        .encryptedWith(KEY)
                        .requests())
                .extracting(request -> request.resources().size())
                .containsExactly(2, 1);
        assertThat(RunTaskRequest.of(CALLER, CLUSTER, DEFINITION, LAUNCH).requests())
                .extracting(request -> request.resources().size())
                .containsExactly(1, 2);
        assertThat(StartSessionRequest.of(CALLER, TASK, SessionDocument.unnamed())
                        .requests())
                .extracting(request -> request.resources().size())
                .containsExactly(2);
    }

    @Test
    void an_unknown_fact_that_checks_share_is_one_fact() {
        Condition mfa = Condition.of(Comparison.BOOL, "aws:MultiFactorAuthPresent", "true");
        Condition noMfa = Condition.of(Comparison.BOOL, "aws:MultiFactorAuthPresent", "false");
        PolicyEngine engine = engine(
                allow("ecs:ExecuteCommand", CLUSTER.toString()).where(mfa),
                allow("ecs:ExecuteCommand", TASK.toString()).where(noMfa));
        ExecRequest exec = ExecRequest.of(CALLER, TASK, Container.named("app"));
        assertThat(exec.explain(engine).checks())
                .extracting(CheckDecision::verdict)
                .containsExactly(Verdict.UNDECIDED, Verdict.UNDECIDED);
        assertThat(exec.explain(engine).verdict()).isEqualTo(Verdict.IMPLICIT_DENY);
        assertThat(exec.explain(engine).failing()).hasSize(2);
        assertThat(exec.decide(engine)).isEqualTo(Verdict.IMPLICIT_DENY);
    }

    @Test
    void another_account_has_no_way_in_by_any_operation() {
        Caller foreign = Caller.of(Principal.of("arn:aws:iam::444455556666:user/xena"));
        assertThat(Operations.bare(foreign))
                .allSatisfy(request -> assertThat(request.decide(engine(EVERYTHING)))
                        .as(request.operation())
                        .isEqualTo(Verdict.IMPLICIT_DENY));
    }

    @Test
    void arns_are_read_and_printed_back() {
        for (String text : List.of(
                "arn:aws:ecs:us-east-1:111122223333:task-definition/web:7",
                "arn:aws:ecs:us-east-1:111122223333:task-definition/web")) {
            assertThat(TaskDefinitionArn.of(text)).hasToString(text);
        }
        assertThat(DEFINITION.revision()).isEqualTo(Optional.of(7));
        for (String text : List.of(
                "arn:aws-cn:ecs:cn-north-1:111122223333:service/dev/web",
                "arn:aws:ecs:us-east-1:111122223333:service/web")) {
            assertThat(ServiceArn.of(text)).hasToString(text);
        }
        assertThat(Operations.SESSION)
                .hasToString("arn:aws:ssm:us-east-1:111122223333:session/alice-0a1b2c3d4e5f60718");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:ecs:us-east-1:111122223333:task-definition/web:0",
        "arn:aws:ecs:us-east-1:111122223333:task-definition/web:07",
        "arn:aws:ecs:us-east-1:111122223333:task-definition/web:x",
        "arn:aws:ecs:us-east-1:111122223333:task-definition/web:",
        "arn:aws:ecs:us-east-1:111122223333:task-definition/",
        "arn:aws:ecs:us-east-1:111122223333:task-definition/w*",
        "arn:aws:ecs:us-east-1::task-definition/web:7",
        "arn:aws:ecs:us-east-1:111122223333:service/dev/web"
    })
    void what_is_no_task_definition_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TaskDefinitionArn.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:ecs:us-east-1:111122223333:service/",
        "arn:aws:ecs:us-east-1:111122223333:service/dev/",
        "arn:aws:ecs:us-east-1:111122223333:service//web",
        "arn:aws:ecs:us-east-1:111122223333:service/dev/web/x",
        "arn:aws:ecs:us-east-1:111122223333:task/dev/web"
    })
    void what_is_no_service_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ServiceArn.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:ssm:us-east-1:111122223333:session/",
        "arn:aws:ssm:us-east-1:111122223333:session/a*",
        "arn:aws:ssm:us-east-1::session/alice-0",
        "arn:aws:ecs:us-east-1:111122223333:session/alice-0"
    })
    void what_is_no_session_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SessionArn.of(text));
    }

    @ParameterizedTest
    @CsvSource({"''", "a b", "AWS-*", "arn:aws:ssm:us-east-1:111122223333:parameter/x", "arn:aws:ssm:::document/"})
    void what_is_no_document_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SessionDocument.named(text));
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::111122223333:user/alice",
        "arn:aws:iam::111122223333:role/",
        "arn:aws:iam:::role/web",
        "arn:aws:sts::111122223333:assumed-role/web/x"
    })
    void what_is_no_role_cannot_be_passed(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PassedRole.toTasks(Arn.of(text)));
    }
}
