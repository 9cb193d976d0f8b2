// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import io.execward.account.AccountSnapshot;
import io.execward.account.ClientEnvironment;
import io.execward.account.ContainerInstance;
import io.execward.account.EcsCluster;
import io.execward.account.EcsTask;
import io.execward.account.EcsTask.ManagedAgent;
import io.execward.account.EcsTask.TaskContainer;
import io.execward.account.IamIdentity;
import io.execward.account.IamRole;
import io.execward.account.KmsKey;
import io.execward.account.LogGroup;
import io.execward.account.MissingPolicy;
import io.execward.account.Subnet;
import io.execward.account.TaskDefinition;
import io.execward.account.TaskDefinition.ContainerDefinition;
import io.execward.account.TaskDefinition.MountPoint;
import io.execward.account.VpcEndpoint;
import io.execward.diagnostic.Source;
import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.ExecConfiguration;
import io.execward.ecs.ExecConfiguration.Logging;
import io.execward.ecs.TaskArn;
import io.execward.json.PolicyJson;
import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyLevel;
import io.execward.model.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The documents of a small account, in which exec works in container {@code app} of a Fargate task that logs to a group; tests change
 * a fact at a time. Fields are as the documents have them; what has no document is switched off.
 */
final class Documents {
    static final String ACCOUNT = "111122223333";
    static final ClusterArn CLUSTER = ClusterArn.of("arn:aws:ecs:us-east-1:111122223333:cluster/prod");
    static final TaskArn TASK = CLUSTER.task("0123456789abcdef0123456789abcdef");
    static final String DEFINITION = "arn:aws:ecs:us-east-1:111122223333:task-definition/app:1";
    static final String INSTANCE = "arn:aws:ecs:us-east-1:111122223333:container-instance/prod/0123456789abcdef";
    static final String ROLE = "arn:aws:iam::111122223333:role/app";
    static final String CALLER = "arn:aws:iam::111122223333:role/oncall";
    static final String KEY_ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
    static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/" + KEY_ID;

    static final String CHANNELS = allow("\"ssmmessages:*\"", "*", "");
    static final String DECRYPT = allow("\"kms:Decrypt\"", KEY, "");
    static final String LOGS = allow("\"logs:DescribeLogGroups\"", "*", "")
            + ","
            + allow(
                    "[\"logs:CreateLogStream\",\"logs:DescribeLogStreams\",\"logs:PutLogEvents\"]",
                    "arn:aws:logs:us-east-1:111122223333:log-group:exec:*",
                    "");
    static final String BUCKET =
            allow("[\"s3:GetBucketLocation\",\"s3:GetEncryptionConfiguration\",\"s3:PutObject\"]", "*", "");

    // The task.
    String status = "RUNNING";
    boolean enabled = true;
    Optional<String> launchType = Optional.of("FARGATE");
    Optional<String> capacityProvider = Optional.empty();
    Optional<String> platformVersion = Optional.of("1.4.0");
    Optional<String> platformFamily = Optional.of("Linux");
    Optional<String> group = Optional.of("family:app");
    Optional<String> overrideRole = Optional.empty();
    Optional<String> subnet = Optional.of("subnet-1");
    Optional<String> instanceArn = Optional.empty();
    Optional<Instant> createdAt = Optional.of(Instant.parse("2026-08-20T10:00:00Z"));
    Optional<String> agent = Optional.of("RUNNING");
    List<String> running = new ArrayList<>(List.of("app"));

    // The definition.
    boolean hasDefinition = true;
    Optional<String> taskRole = Optional.of(ROLE);
    Optional<String> pidMode = Optional.empty();
    Optional<String> os = Optional.empty();
    boolean readonly;
    boolean initProcess = true;
    String image = "example/app:1";
    Optional<String> user = Optional.empty();
    Map<String, String> environment = new LinkedHashMap<>();
    List<MountPoint> mounts = new ArrayList<>();
    Optional<String> logDriver = Optional.of("awslogs");
    List<String> defined = new ArrayList<>(List.of("app"));

    // The instance.
    boolean hasInstance = true;
    Optional<String> agentVersion = Optional.of("1.89.2");
    Optional<Boolean> connected = Optional.of(true);
    Optional<String> osType = Optional.of("linux");
    Optional<String> osFamily = Optional.empty();
    Optional<Instant> registeredAt = Optional.of(Instant.parse("2026-08-20T10:00:00Z"));

    // The cluster.
    boolean hasCluster = true;
    boolean configured = true;
    Logging logging = Logging.OVERRIDE;
    Optional<String> clusterKey = Optional.of(KEY);
    Optional<String> logGroup = Optional.of("exec");
    boolean encryptedLogs = true;
    Optional<String> bucket = Optional.empty();
    boolean encryptedBucket;
    Optional<String> bucketPrefix = Optional.empty();

    // Roles and organization.
    boolean hasIdentities = true;
    String trust = "\"Principal\":{\"Service\":\"ecs-tasks.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"";
    boolean hasTrust = true;
    String statements = CHANNELS + "," + DECRYPT + "," + LOGS;
    List<MissingPolicy> missing = new ArrayList<>();
    Optional<String> boundary = Optional.empty();
    String callerStatements = allow("[\"ecs:ExecuteCommand\",\"kms:GenerateDataKey\"]", "*", "")
            + ",{\"Effect\":\"Deny\",\"Action\":\"ssm:StartSession\",\"Resource\":\"*\"}";
    Optional<String> serviceControl = Optional.of(allow("\"*\"", "*", ""));
    boolean hasResourceControl = true;

    // The rest.
    boolean hasKeys = true;
    String keyGrantee = ACCOUNT;
    boolean hasLogGroups = true;
    boolean groupHasKey = true;
    boolean hasSubnets = true;
    Optional<String> owner = Optional.of(ACCOUNT);
    boolean ipv6;
    boolean hasEndpoints = true;
    Map<String, String> endpoints = new TreeMap<>(
            Map.of("ssmmessages", "available", "kms", "available", "logs", "available", "s3", "available"));
    Optional<String> cli = Optional.of("aws-cli/2.17.20 Python/3.11.9");
    Optional<String> plugin = Optional.of("1.2.650.0");
    boolean hasClient = true;

    // What is assumed.
    ReadinessOptions options = ReadinessOptions.defaults().with(ContainerChoice.named("app"));

    static String allow(String actions, String resource, String condition) {
        return "{\"Effect\":\"Allow\",\"Action\":" + actions + ",\"Resource\":\"" + resource + "\"" + condition + "}";
    }

    /** Moves the task to an instance. */
    void onInstance() {
        launchType = Optional.of("EC2");
        platformVersion = Optional.empty();
        platformFamily = Optional.empty();
        instanceArn = Optional.of(INSTANCE);
        subnet = Optional.empty();
    }

    ReadinessReport report() {
        AccountSnapshot account = snapshot();
        ReadinessOptions asked = options.caller().isPresent() ? options.calledBy(caller(account)) : options;
        return ReadinessReport.of(account, List.of(task()), asked);
    }

    private static Caller caller(AccountSnapshot account) {
        return account.identity(CALLER).map(account::caller).orElseGet(() -> Caller.of(Principal.of(CALLER)));
    }

    Readiness readiness() {
        return report().containers().get(0);
    }

    AccountSnapshot snapshot() {
        AccountSnapshot.Builder account = AccountSnapshot.builder().tasks(task());
        if (hasDefinition) {
            account.taskDefinitions(definition());
        }
        if (hasCluster) {
            account.clusters(cluster());
        }
        if (hasInstance) {
            account.containerInstances(new ContainerInstance(
                    INSTANCE,
                    agentVersion,
                    connected,
                    Optional.of("i-1"),
                    Optional.of("vpc-1"),
                    Optional.of("subnet-1"),
                    osType,
                    osFamily,
                    registeredAt));
        }
        if (hasIdentities) {
            account.identities(List.of(role(ROLE, statements, missing), role(CALLER, callerStatements, List.of())));
        }
        if (hasKeys) {
            account.keys(new KmsKey(
                    Arn.of(KEY),
                    KEY_ID,
                    false,
                    List.of("alias/exec"),
                    Optional.of(policy("key policy", PolicyKind.RESOURCE, keyPolicy()))));
        }
        if (hasLogGroups) {
            account.logGroups(
                    new LogGroup("exec", Optional.empty(), groupHasKey ? Optional.of(KEY) : Optional.empty()));
        }
        if (hasSubnets) {
            account.subnets(new Subnet("subnet-1", "vpc-1", owner, ipv6));
        }
        if (hasEndpoints) {
            account.vpcEndpoints(endpoints.entrySet().stream()
                    .map(endpoint -> new VpcEndpoint(
                            "vpce-" + endpoint.getKey(),
                            "vpc-1",
                            "com.amazonaws.us-east-1." + endpoint.getKey(),
                            Optional.of("Interface"),
                            endpoint.getValue(),
                            true,
                            Optional.empty()))
                    .toArray(VpcEndpoint[]::new));
        }
        if (hasClient) {
            account.client(new ClientEnvironment(cli, plugin));
        }
        serviceControl.ifPresent(text -> account.serviceControl(
                List.of(new PolicyLevel("root", List.of(policy("scp", PolicyKind.SERVICE_CONTROL, text))))));
        if (hasResourceControl) {
            account.resourceControl(List.of(new PolicyLevel("root", List.of())));
        }
        return account.build();
    }

    private String keyPolicy() {
        return "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + keyGrantee
                + "\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}";
    }

    EcsTask task() {
        return new EcsTask(
                TASK,
                CLUSTER,
                DEFINITION,
                Optional.of(Map.of("team", "payments")),
                group,
                Optional.of("ci"),
                status,
                Optional.of("RUNNING"),
                enabled,
                launchType,
                capacityProvider,
                platformVersion,
                platformFamily,
                overrideRole,
                subnet,
                instanceArn,
                createdAt,
                running.stream()
                        .map(name -> new TaskContainer(
                                name,
                                Optional.of("runtime"),
                                Optional.of("RUNNING"),
                                agent.map(status -> List.of(new ManagedAgent(
                                        "ExecuteCommandAgent", status, Optional.of("a reason"), Optional.empty())))))
                        .toList());
    }

    private TaskDefinition definition() {
        return new TaskDefinition(
                DEFINITION,
                "app",
                1,
                Optional.of(Map.of()),
                taskRole,
                Optional.empty(),
                Optional.of("awsvpc"),
                pidMode,
                List.of(),
                os,
                defined.stream()
                        .map(name -> new ContainerDefinition(
                                name, image, user, false, true, readonly, initProcess, environment, mounts, logDriver))
                        .toList());
    }

    private EcsCluster cluster() {
        return new EcsCluster(
                CLUSTER,
                Optional.of(Map.of()),
                configured
                        ? Optional.of(new ExecConfiguration(
                                clusterKey, logging, logGroup, encryptedLogs, bucket, encryptedBucket, bucketPrefix))
                        : Optional.empty(),
                List.of());
    }

    private IamIdentity role(String arn, String text, List<MissingPolicy> notSupplied) {
        String name = arn.substring(arn.lastIndexOf('/') + 1);
        return new IamRole(
                Arn.of(arn),
                Optional.of("AROAEXAMPLE"),
                name,
                "/",
                Optional.of(Map.of()),
                hasTrust
                        ? Optional.of(policy(
                                "trust of " + name, PolicyKind.ROLE_TRUST, "{\"Effect\":\"Allow\"," + trust + "}"))
                        : Optional.empty(),
                List.of(policy("policy of " + name, PolicyKind.IDENTITY, text)),
                boundary.map(limit -> policy("boundary", PolicyKind.PERMISSIONS_BOUNDARY, limit)),
                notSupplied);
    }

    private static AttachedPolicy policy(String name, PolicyKind kind, String statements) {
        String text = "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}";
        return new AttachedPolicy(
                name, PolicyJson.parse(Source.of(name, text), kind).policy());
    }
}
