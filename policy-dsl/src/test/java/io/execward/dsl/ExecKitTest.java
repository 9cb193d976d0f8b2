// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import static io.execward.dsl.Examples.ACCOUNT;
import static io.execward.dsl.Examples.DEPLOY;
import static io.execward.dsl.Examples.HERE;
import static io.execward.dsl.Examples.KEY;
import static io.execward.dsl.Examples.KEY_ARN;
import static io.execward.dsl.Examples.ONCALL;
import static io.execward.dsl.Examples.OTHER;
import static io.execward.dsl.Examples.PAYMENTS;
import static io.execward.dsl.Examples.QUARTER;
import static io.execward.dsl.Examples.SHORT_TASK;
import static io.execward.dsl.Examples.TASK;
import static io.execward.dsl.Examples.WEB;
import static io.execward.dsl.Examples.WEB_TASK;
import static io.execward.dsl.Examples.besideEverything;
import static io.execward.dsl.Examples.engine;
import static io.execward.dsl.Examples.everythingOn;
import static io.execward.dsl.Examples.oncall;
import static io.execward.evaluate.Verdict.ALLOWED;
import static io.execward.evaluate.Verdict.EXPLICIT_DENY;
import static io.execward.evaluate.Verdict.IMPLICIT_DENY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.execward.account.AccountDocument;
import io.execward.account.AccountReader;
import io.execward.ecs.Caller;
import io.execward.ecs.Container;
import io.execward.ecs.CreateServiceRequest;
import io.execward.ecs.DescribeTasksRequest;
import io.execward.ecs.ExecConfiguration;
import io.execward.ecs.ExecConfiguration.Logging;
import io.execward.ecs.ExecFlag;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.Launch;
import io.execward.ecs.OperationRequest;
import io.execward.ecs.PassedRole;
import io.execward.ecs.RegisterTaskDefinitionRequest;
import io.execward.ecs.ResumeSessionRequest;
import io.execward.ecs.RunTaskRequest;
import io.execward.ecs.ServiceArn;
import io.execward.ecs.SessionArn;
import io.execward.ecs.SessionDocument;
import io.execward.ecs.StartSessionRequest;
import io.execward.ecs.StartTaskRequest;
import io.execward.ecs.TagResourceRequest;
import io.execward.ecs.TerminateSessionRequest;
import io.execward.ecs.UntagResourceRequest;
import io.execward.ecs.UpdateClusterRequest;
import io.execward.ecs.UpdateServiceRequest;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.Context;
import io.execward.model.Policy;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.Request;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A kit, put to every operation of the domain. */
class ExecKitTest {
    private static final ExecKit KIT = ExecKit.forCluster(PAYMENTS, everythingOn())
            .callers(exec ->
                    exec.onlyTasksTaggedAsCaller("team").onlyContainer("app").onlyWithMfaYoungerThan(QUARTER))
            .callersAre(ONCALL)
            .tasksRunAs(WEB_TASK)
            .launchersAre(DEPLOY);
    private static final Arn INSTANCE =
            Arn.of("arn:aws:ecs:us-east-1:111122223333:container-instance/payments/0a1b2c3d");
    private static final Container APP = Container.named("app");
    private static final Map<String, String> OWN = Map.of("team", "payments");

    private static ExecRequest shell(Caller caller) {
        return ExecRequest.of(caller, PAYMENTS, TASK, APP).taskTagged(OWN).clusterTagged(Map.of());
    }

    /** With the key's policy where the key is asked for. */
    private static Verdict withKeyPolicy(ExecKit kit, IamPolicy identity, OperationRequest request) {
        PolicyEngine plain = engine(identity);
        PolicyEngine ofKey = PolicyEngine.compile(PolicySet.builder()
                .identity(identity.policy())
                .resource(kit.keyPolicy().orElseThrow().policy())
                .build());
        return request.explain(resource -> resource.text().equals(KEY_ARN) ? ofKey : plain)
                .verdict();
    }

    @Test
    void the_caller_gets_a_shell_with_cluster_task_and_key() {
        var request = shell(oncall()).encryptedWith(Arn.of(KEY_ARN));
        var kitWithoutNames = ExecKit.forCluster(PAYMENTS, everythingOn());

        assertThat(withKeyPolicy(KIT, KIT.caller(), request)).isEqualTo(ALLOWED);
        assertThat(withKeyPolicy(kitWithoutNames, kitWithoutNames.caller(), request))
                .as("the key policy delegates to IAM")
                .isEqualTo(ALLOWED);
        assertThat(shell(oncall()).decide(engine(KIT.caller()))).isEqualTo(ALLOWED);
        assertThat(ExecRequest.of(oncall(), PAYMENTS, SHORT_TASK, APP)
                        .taskTagged(OWN)
                        .decide(engine(KIT.caller())))
                .isEqualTo(ALLOWED);
        assertThat(DescribeTasksRequest.of(oncall(), PAYMENTS, TASK).decide(engine(KIT.caller())))
                .isEqualTo(ALLOWED);
    }

    @Test
    void the_caller_gets_no_other_shell() {
        PolicyEngine caller = engine(KIT.caller());

        assertThat(shell(oncall()).taskTagged(Map.of("team", "search")).decide(caller))
                .isEqualTo(IMPLICIT_DENY);
        assertThat(shell(oncall()).taskTagged(Map.of()).decide(caller)).isEqualTo(IMPLICIT_DENY);
        assertThat(ExecRequest.of(oncall(), PAYMENTS, TASK, Container.named("vault"))
                        .taskTagged(OWN)
                        .decide(caller))
                .isEqualTo(IMPLICIT_DENY);
        assertThat(ExecRequest.of(oncall(), OTHER, OTHER.task(TASK.id()), APP)
                        .taskTagged(OWN)
                        .decide(caller))
                .isEqualTo(IMPLICIT_DENY);
        assertThat(shell(oncall().withMfa(QUARTER)).decide(caller)).isEqualTo(IMPLICIT_DENY);
        assertThat(shell(oncall().withoutMfaKeys()).decide(caller)).isEqualTo(IMPLICIT_DENY);
        assertThat(shell(oncall().tagged(Map.of())).decide(caller)).isEqualTo(IMPLICIT_DENY);
    }

    /** Every operation but the shell itself and looking at tasks. */
    private static Map<String, OperationRequest> otherOperations(Caller caller, ExecFlag flag) {
        Launch launch = Launch.passing(List.of(PassedRole.toTasks(Arn.of("arn:aws:iam::111122223333:role/WebTask"))))
                .exec(flag);
        var service = new ServiceArn("aws", "us-east-1", ACCOUNT, Optional.of("payments"), "web");
        var session = SessionArn.of("arn:aws:ssm:us-east-1:111122223333:session/oncall-0a1b2c3d4e5f60718");
        Map<String, OperationRequest> all = new LinkedHashMap<>();
        all.put("RunTask", RunTaskRequest.of(caller, PAYMENTS, WEB, launch));
        all.put("StartTask", StartTaskRequest.of(caller, PAYMENTS, WEB, List.of(INSTANCE), launch));
        all.put("CreateService", CreateServiceRequest.of(caller, PAYMENTS, "web", WEB, launch));
        all.put("UpdateService", UpdateServiceRequest.of(caller, PAYMENTS, service, launch));
        all.put("StartSession", StartSessionRequest.of(caller, TASK, SessionDocument.unnamed()));
        all.put("StartSession short", StartSessionRequest.of(caller, SHORT_TASK, SessionDocument.unnamed()));
        all.put("TerminateSession", TerminateSessionRequest.of(caller, session));
        all.put("ResumeSession", ResumeSessionRequest.of(caller, session));
        all.put("TagResource", TagResourceRequest.of(caller, Arn.of(TASK.toString()), Map.of("TEAM", "payments")));
        all.put("UntagResource", UntagResourceRequest.of(caller, Arn.of(TASK.toString()), Set.of("team")));
        all.put("RegisterTaskDefinition", RegisterTaskDefinitionRequest.of(caller, WEB, launch.roles()));
        all.put("UpdateCluster", UpdateClusterRequest.of(caller, PAYMENTS));
        return all;
    }

    @Test
    void the_caller_may_do_nothing_else() {
        otherOperations(oncall(), ExecFlag.ON)
                .forEach((name, request) -> assertThat(
                                request.decide(engine(KIT.caller())).isDenied())
                        .as(name)
                        .isTrue());
    }

    @Test
    void side_doors_stay_closed_whatever_else_is_allowed() {
        PolicyEngine anything = besideEverything(KIT.caller());

        for (String name : List.of("StartSession", "StartSession short", "TagResource", "UntagResource")) {
            assertThat(decide(name, ExecFlag.ON, anything)).as(name).isEqualTo(EXPLICIT_DENY);
        }
        assertThat(decide("UpdateCluster", ExecFlag.ON, anything)).isEqualTo(ALLOWED);
    }

    @Test
    void the_launch_guard_denies_exec_on_and_nothing_else() {
        PolicyEngine passes = besideEverything(KIT.launchGuard());
        PolicyEngine refuses = besideEverything(KIT.omittedFlagIsRefused().launchGuard());

        for (String name : List.of("RunTask", "StartTask", "CreateService", "UpdateService")) {
            assertThat(decide(name, ExecFlag.ON, passes)).as(name).isEqualTo(EXPLICIT_DENY);
            assertThat(decide(name, ExecFlag.OFF, passes)).as(name).isEqualTo(ALLOWED);
            assertThat(decide(name, ExecFlag.OMITTED_AS_ABSENT, passes))
                    .as(name)
                    .isEqualTo(ALLOWED);
            assertThat(decide(name, ExecFlag.ON, refuses)).as(name).isEqualTo(EXPLICIT_DENY);
            assertThat(decide(name, ExecFlag.OFF, refuses)).as(name).isEqualTo(ALLOWED);
            assertThat(decide(name, ExecFlag.OMITTED_AS_ABSENT, refuses))
                    .as(name)
                    .isEqualTo(EXPLICIT_DENY);
        }
        assertThat(shell(oncall()).decide(passes)).isEqualTo(ALLOWED);
        assertThat(decide("RegisterTaskDefinition", ExecFlag.ON, passes)).isEqualTo(ALLOWED);
    }

    private static Verdict decide(String name, ExecFlag flag, PolicyEngine engine) {
        return operation(name, oncall(), flag).decide(engine);
    }

    private static OperationRequest operation(String name, Caller caller, ExecFlag flag) {
        return Objects.requireNonNull(otherOperations(caller, flag).get(name), name);
    }

    @Test
    void the_session_deny_leaves_exec_and_instances_alone() {
        PolicyEngine anything = besideEverything(KIT.sessionDeny());
        var instance = Request.of(
                "arn:aws:iam::111122223333:role/ops/OnCall",
                "ssm:StartSession",
                "arn:aws:ec2:us-east-1:111122223333:instance/i-0a1b2c3d4e5f60718");

        assertThat(decide("StartSession", ExecFlag.ON, anything)).isEqualTo(EXPLICIT_DENY);
        assertThat(decide("StartSession short", ExecFlag.ON, anything)).isEqualTo(EXPLICIT_DENY);
        assertThat(shell(oncall()).decide(anything)).isEqualTo(ALLOWED);
        assertThat(anything.decide(instance)).isEqualTo(ALLOWED);
    }

    @Test
    void the_task_role_does_what_the_configuration_asks_for() {
        PolicyEngine full = engine(KIT.taskRole());
        PolicyEngine none = engine(
                ExecKit.forCluster(PAYMENTS, everythingOn().withoutLogs()).taskRole());

        for (String channel :
                List.of("CreateControlChannel", "CreateDataChannel", "OpenControlChannel", "OpenDataChannel")) {
            assertThat(task(full, "ssmmessages:" + channel, "*")).isEqualTo(ALLOWED);
            assertThat(task(none, "ssmmessages:" + channel, "*")).isEqualTo(ALLOWED);
        }
        String stream = "arn:aws:logs:us-east-1:111122223333:log-group:/ecs/exec/payments:log-stream:x";
        Map<String, String> writes = Map.of(
                "logs:DescribeLogGroups", "*",
                "logs:CreateLogStream", stream,
                "logs:PutLogEvents", stream,
                "logs:DescribeLogStreams", "arn:aws:logs:us-east-1:111122223333:log-group:/ecs/exec/payments:*",
                "s3:GetBucketLocation", "arn:aws:s3:::exec-logs",
                "s3:GetEncryptionConfiguration", "arn:aws:s3:::exec-logs",
                "s3:PutObject", "arn:aws:s3:::exec-logs/payments/x.log");
        writes.forEach((action, resource) -> {
            assertThat(task(full, action, resource)).as(action).isEqualTo(ALLOWED);
            assertThat(task(none, action, resource)).as(action).isEqualTo(IMPLICIT_DENY);
        });
        assertThat(task(full, "logs:PutLogEvents", stream.replace("payments", "other")))
                .isEqualTo(IMPLICIT_DENY);
        PolicyEngine withKey = PolicyEngine.compile(PolicySet.builder()
                .identity(KIT.taskRole().policy())
                .resource(KIT.keyPolicy().orElseThrow().policy())
                .build());
        assertThat(task(withKey, "kms:Decrypt", KEY_ARN)).isEqualTo(ALLOWED);
        assertThat(task(withKey, "kms:GenerateDataKey", KEY_ARN)).isEqualTo(IMPLICIT_DENY);
    }

    private static Verdict task(PolicyEngine engine, String action, String resource) {
        return engine.decide(Request.of("arn:aws:iam::111122223333:role/WebTask", action, resource)
                .ownedBy(ACCOUNT));
    }

    @Test
    void the_role_trusts_the_tasks_of_its_own_account_and_Region() {
        PolicyEngine trust = PolicyEngine.compile(
                PolicySet.builder().resource(KIT.taskRoleTrust().policy()).build());

        assertThat(assume(trust, "ecs-tasks.amazonaws.com", ACCOUNT, "us-east-1"))
                .isEqualTo(ALLOWED);
        assertThat(assume(trust, "ecs-tasks.amazonaws.com", "444455556666", "us-east-1")
                        .isDenied())
                .isTrue();
        assertThat(assume(trust, "ecs-tasks.amazonaws.com", ACCOUNT, "eu-west-1")
                        .isDenied())
                .isTrue();
        assertThat(assume(trust, "ec2.amazonaws.com", ACCOUNT, "us-east-1").isDenied())
                .isTrue();
    }

    private static Verdict assume(PolicyEngine engine, String service, String account, String region) {
        return engine.decide(Request.of(service, "sts:AssumeRole", "arn:aws:iam::111122223333:role/WebTask")
                .with(Context.builder()
                        .put("aws:SourceAccount", account)
                        .put("aws:SourceArn", "arn:aws:ecs:" + region + ":" + account + ":task/payments/0a1b2c3d")
                        .build()));
    }

    @Test
    void organizations_let_only_the_named_roles_through() {
        AttachedPolicy full = new AttachedPolicy("full", Policy.of(Examples.EVERYTHING));
        AttachedPolicy ours = new AttachedPolicy("ours", KIT.serviceControl().policy());
        PolicyEngine engine = PolicyEngine.compile(PolicySet.builder()
                .identity(Policy.of(Examples.EVERYTHING))
                .serviceControl(new PolicyLevel("root", List.of(full, ours)))
                .build());
        Caller admin =
                Caller.of(Principal.of("arn:aws:iam::111122223333:role/Admin")).complete();
        Caller deployer =
                Caller.of(Principal.of("arn:aws:iam::111122223333:role/Deploy")).complete();

        assertThat(shell(oncall()).decide(engine)).isEqualTo(ALLOWED);
        assertThat(shell(admin).decide(engine)).isEqualTo(EXPLICIT_DENY);
        assertThat(ExecRequest.of(admin, OTHER, OTHER.task(TASK.id()), APP).decide(engine))
                .as("another cluster")
                .isEqualTo(ALLOWED);
        assertThat(operation("RunTask", admin, ExecFlag.ON).decide(engine)).isEqualTo(EXPLICIT_DENY);
        assertThat(operation("RunTask", deployer, ExecFlag.ON).decide(engine)).isEqualTo(ALLOWED);
        assertThat(operation("StartSession", deployer, ExecFlag.ON).decide(engine))
                .isEqualTo(EXPLICIT_DENY);
    }

    @Test
    void nothing_is_granted_for_a_key_or_a_log_that_is_not_there() {
        ExecKit plain = ExecKit.forCluster(PAYMENTS, ExecConfiguration.standard());

        assertThat(plain.documents()).doesNotContainKey("key-policy");
        assertThat(plain.taskRole().json()).doesNotContain("kms:", "logs:", "s3:");
        assertThat(plain.caller().json()).doesNotContain("kms:");
    }

    @Test
    void an_alias_is_resolved_by_whoever_knows_it() {
        ExecConfiguration aliased = ExecConfiguration.standard().encryptedWith("alias/exec");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExecKit.forCluster(PAYMENTS, aliased))
                .withMessageContaining("R-EXEC-26");
        assertThat(ExecKit.forCluster(PAYMENTS, aliased, Target.key(KEY_ARN)).caller())
                .isEqualTo(ExecKit.forCluster(
                                PAYMENTS, ExecConfiguration.standard().encryptedWith(KEY_ARN))
                        .caller());
        assertThat(ExecKit.forCluster(
                                PAYMENTS,
                                ExecConfiguration.standard().encryptedWith("1234abcd-12ab-34cd-56ef-1234567890ab"))
                        .caller()
                        .json())
                .contains(KEY_ARN);
    }

    @Test
    void the_key_policy_names_every_role() {
        String policy = KIT.callersAre(ONCALL.and(DEPLOY))
                .tasksRunAs(WEB_TASK.and(HERE.role("Batch")))
                .keyPolicy()
                .orElseThrow()
                .json();

        assertThat(policy).contains("role/ops/OnCall", "role/Deploy", "role/WebTask", "role/Batch");
    }

    @Test
    void what_is_elsewhere_than_the_cluster_is_refused() {
        Place china = Place.of("aws-cn", "cn-north-1", ACCOUNT);
        ExecConfiguration plain = ExecConfiguration.standard();

        for (Place elsewhere : List.of(china, Place.of("aws", "eu-west-1", ACCOUNT))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ExecKit.forCluster(PAYMENTS, plain, KEY.and(elsewhere.key("k"))))
                    .withMessageContaining("R-EXEC-26");
        }
        assertThat(ExecKit.forCluster(
                        PAYMENTS,
                        plain,
                        Place.of("aws", "us-east-1", "444455556666").key("k")))
                .as("a key of another account")
                .isNotNull();
        for (UnaryOperator<ExecKit> named : List.<UnaryOperator<ExecKit>>of(
                kit -> kit.callersAre(china.role("r")),
                kit -> kit.tasksRunAs(china.role("r")),
                kit -> kit.launchersAre(china.role("r")))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> named.apply(KIT))
                    .withMessageContaining("R-ARN-03");
        }
    }

    @Test
    void nobody_brings_the_tag_that_counts_into_a_session() {
        PolicyEngine anything = besideEverything(KIT.caller());
        Request tagged = Request.of(
                        "arn:aws:iam::111122223333:role/ops/OnCall",
                        "sts:TagSession",
                        "arn:aws:iam::111122223333:role/Any")
                .ownedBy(ACCOUNT);

        assertThat(anything.decide(tagged.with(Context.of("aws:TagKeys", "Team", "stage"))))
                .isEqualTo(EXPLICIT_DENY);
        assertThat(anything.decide(tagged.with(Context.of("aws:TagKeys", "stage"))))
                .isNotEqualTo(EXPLICIT_DENY);
    }

    @Test
    void logging_without_a_destination_is_refused() {
        ExecConfiguration nowhere = new ExecConfiguration(
                Optional.empty(), Logging.OVERRIDE, Optional.empty(), false, Optional.empty(), false, Optional.empty());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExecKit.forCluster(PAYMENTS, nowhere))
                .withMessageContaining("R-EXEC-54");
    }

    @Test
    void own_sessions_are_those_of_the_user_or_of_the_role_session() {
        var own = ExecPolicy.allowEndingOwnSessions();
        PolicyEngine users = engine(IamPolicy.identity(own.ofUsers(HERE)));
        PolicyEngine roles = engine(IamPolicy.identity(own.ofRoles(HERE)));
        Caller alice =
                Caller.of(Principal.of("arn:aws:iam::111122223333:user/alice")).complete();
        Caller session = oncall().with(Context.of("aws:userid", "AROAEXAMPLEEXAMPLE:bob"));
        var alices = SessionArn.of("arn:aws:ssm:us-east-1:111122223333:session/alice-0a1b2c3d4e5f60718");
        var exec = SessionArn.of("arn:aws:ssm:us-east-1:111122223333:session/ecs-execute-command-0a1b2c3d4e5f60718");
        String tag = "aws:ssmmessages:session-id";

        assertThat(TerminateSessionRequest.of(alice, alices).decide(users)).isEqualTo(ALLOWED);
        assertThat(TerminateSessionRequest.of(session, alices).decide(users)).isEqualTo(IMPLICIT_DENY);
        assertThat(TerminateSessionRequest.of(session, alices)
                        .sessionTagged(Map.of(tag, "AROAEXAMPLEEXAMPLE:bob"))
                        .decide(roles))
                .isEqualTo(ALLOWED);
        assertThat(TerminateSessionRequest.of(session, alices)
                        .sessionTagged(Map.of(tag, "AROAEXAMPLEEXAMPLE:eve"))
                        .decide(roles))
                .isEqualTo(IMPLICIT_DENY);
        assertThat(TerminateSessionRequest.of(session, exec).decide(roles)).isEqualTo(IMPLICIT_DENY);
    }

    @Test
    void a_kit_is_made_from_what_describe_clusters_prints() {
        String text = """
                {"failures": [], "clusters": [
                  {"clusterArn": "CLUSTER", "clusterName": "payments", "status": "ACTIVE",
                   "configuration": {"executeCommandConfiguration": {
                     "kmsKeyId": "KEY", "logging": "OVERRIDE", "logConfiguration": {
                       "cloudWatchLogGroupName": "/ecs/exec/payments", "cloudWatchEncryptionEnabled": true,
                       "s3BucketName": "exec-logs", "s3EncryptionEnabled": true, "s3KeyPrefix": "payments/"}}}},
                  {"clusterArn": "OTHER", "clusterName": "payments-copy", "status": "ACTIVE"}]}
                """.replace("CLUSTER", PAYMENTS.toString())
                .replace("OTHER", OTHER.toString())
                .replace("KEY", KEY_ARN);
        var clusters = AccountReader.create()
                .read(List.of(AccountDocument.of("clusters.json", text.getBytes(StandardCharsets.UTF_8))))
                .clusters();

        assertThat(clusters).hasSize(2).allSatisfy(cluster -> {
            var expected = cluster.arn().equals(PAYMENTS) ? everythingOn() : ExecConfiguration.standard();
            assertThat(ExecKit.forCluster(cluster).documents())
                    .isEqualTo(ExecKit.forCluster(cluster.arn(), expected).documents());
        });
    }
}
