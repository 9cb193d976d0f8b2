// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import static io.execward.readiness.Documents.allow;
import static io.execward.readiness.ReadinessRule.*;
import static io.execward.readiness.ReadinessRulesTest.Expected.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.execward.account.MissingPolicy;
import io.execward.account.TaskDefinition.MountPoint;
import io.execward.ecs.Caller;
import io.execward.ecs.ExecConfiguration.Logging;
import io.execward.model.Arn;
import io.execward.model.Principal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every readiness rule, one changed fact at a time (R-EXEC-60 to R-EXEC-97). */
class ReadinessRulesTest {
    enum Expected {
        CLEAR,
        BLOCKER,
        WARNING,
        INFO,
        NOT_SUPPLIED,
        UNDECIDED,
        AS_FAR_AS_SUPPLIED,
        NOTHING_TO_JUDGE
    }

    /** Rules whose fact is always there, or that say something in any case. */
    private static final Set<ReadinessRule> ALWAYS_CHECKED =
            EnumSet.of(TASK_STARTING, EXEC_DISABLED, CONTAINER_NAME_REQUIRED, SESSION_LIMITS);

    private static final Set<ReadinessRule> ALWAYS_SAID = EnumSet.of(SESSION_LIMITS);

    record Case(ReadinessRule rule, String name, Expected expected, Consumer<Documents> change) {
        @Override
        public String toString() {
            return rule + " " + expected + ": " + name;
        }
    }

    private static final List<Case> CASES = new ArrayList<>();

    private static void add(ReadinessRule rule, String name, Expected expected, Consumer<Documents> change) {
        CASES.add(new Case(rule, name, expected, change));
    }

    /** A task on an instance, placed by a capacity provider. */
    private static void placed(String name, Expected expected, Consumer<Documents> change) {
        add(ASYNC_PLACEMENT, name, expected, d -> {
            d.onInstance();
            d.capacityProvider = Optional.of("asg");
            change.accept(d);
        });
    }

    private static void called(Documents d) {
        d.options = d.options.calledBy(Caller.of(Principal.of(Documents.CALLER)));
    }

    private static String statements(String... all) {
        return String.join(",", all);
    }

    static {
        add(CLI_VERSION, "2.3.5", BLOCKER, d -> d.cli = Optional.of("aws-cli/2.3.5 Python/3.8.8"));
        add(CLI_VERSION, "2.3.6", CLEAR, d -> d.cli = Optional.of("2.3.6"));
        add(CLI_VERSION, "2.10.0 is not before 2.3.6", CLEAR, d -> d.cli = Optional.of("2.10.0"));
        add(CLI_VERSION, "1.22.2", BLOCKER, d -> d.cli = Optional.of("aws-cli/1.22.2"));
        add(CLI_VERSION, "1.22.3", CLEAR, d -> d.cli = Optional.of("aws-cli/1.22.3 Python/3.9"));
        add(CLI_VERSION, "1.9.30", BLOCKER, d -> d.cli = Optional.of("1.9.30"));
        add(CLI_VERSION, "no version", NOT_SUPPLIED, d -> d.cli = Optional.of("newest"));
        add(CLI_VERSION, "no document", NOT_SUPPLIED, d -> d.hasClient = false);
        add(PLUGIN_MISSING, "not installed", BLOCKER, d -> d.plugin = Optional.empty());
        add(PLUGIN_MISSING, "installed", CLEAR, d -> {});
        add(PLUGIN_MISSING, "no document", NOT_SUPPLIED, d -> d.hasClient = false);

        for (String status : List.of("DEACTIVATING", "STOPPING", "DEPROVISIONING", "STOPPED", "DELETED")) {
            add(TASK_NOT_RUNNING, status, BLOCKER, d -> d.status = status);
            add(TASK_STARTING, status, CLEAR, d -> d.status = status);
        }
        for (String status : List.of("PROVISIONING", "PENDING", "ACTIVATING")) {
            add(TASK_NOT_RUNNING, status, CLEAR, d -> d.status = status);
            add(TASK_STARTING, status, BLOCKER, d -> d.status = status);
        }
        add(TASK_NOT_RUNNING, "a status that nobody knows", NOT_SUPPLIED, d -> d.status = "SLEEPING");
        add(EXEC_DISABLED, "started without", BLOCKER, d -> d.enabled = false);
        add(EXEC_DISABLED, "started with", CLEAR, d -> {});

        add(MANAGED_AGENT_MISSING, "no agents", BLOCKER, d -> d.agent = Optional.empty());
        add(MANAGED_AGENT_MISSING, "running", CLEAR, d -> {});
        add(MANAGED_AGENT_MISSING, "no container", NOTHING_TO_JUDGE, d -> d.running = List.of("other"));
        add(MANAGED_AGENT_STOPPED, "stopped", BLOCKER, d -> d.agent = Optional.of("STOPPED"));
        add(MANAGED_AGENT_STOPPED, "pending", CLEAR, d -> d.agent = Optional.of("PENDING"));
        add(MANAGED_AGENT_STOPPED, "none", CLEAR, d -> d.agent = Optional.empty());
        add(MANAGED_AGENT_STOPPED, "a status that nobody knows", NOT_SUPPLIED, d -> d.agent = Optional.of("ASLEEP"));
        add(MANAGED_AGENT_PENDING, "pending", BLOCKER, d -> d.agent = Optional.of("PENDING"));
        add(MANAGED_AGENT_PENDING, "stopped", CLEAR, d -> d.agent = Optional.of("STOPPED"));
        add(MANAGED_AGENT_PENDING, "no container", NOTHING_TO_JUDGE, d -> d.running = List.of("other"));

        add(FARGATE_PLATFORM_TOO_OLD, "Linux 1.3.0", BLOCKER, d -> d.platformVersion = Optional.of("1.3.0"));
        add(FARGATE_PLATFORM_TOO_OLD, "Linux 1.4.0", CLEAR, d -> {});
        add(FARGATE_PLATFORM_TOO_OLD, "Linux 1.10.0", CLEAR, d -> d.platformVersion = Optional.of("1.10.0"));
        add(FARGATE_PLATFORM_TOO_OLD, "Windows 1.0.0", CLEAR, d -> {
            d.platformFamily = Optional.of("Windows_Server_2022_Core");
            d.platformVersion = Optional.of("1.0.0");
        });
        add(FARGATE_PLATFORM_TOO_OLD, "Windows 0.9.9", BLOCKER, d -> {
            d.platformFamily = Optional.of("Windows_Server_2022_Core");
            d.platformVersion = Optional.of("0.9.9");
        });
        add(FARGATE_PLATFORM_TOO_OLD, "Linux by default", BLOCKER, d -> {
            d.platformFamily = Optional.empty();
            d.platformVersion = Optional.of("1.3.0");
        });
        add(FARGATE_PLATFORM_TOO_OLD, "operating system not known", NOT_SUPPLIED, d -> {
            d.platformFamily = Optional.empty();
            d.platformVersion = Optional.of("1.3.0");
            d.hasDefinition = false;
        });
        add(FARGATE_PLATFORM_TOO_OLD, "too old for any", BLOCKER, d -> {
            d.platformFamily = Optional.empty();
            d.platformVersion = Optional.of("0.9");
            d.hasDefinition = false;
        });
        add(FARGATE_PLATFORM_TOO_OLD, "LATEST", NOT_SUPPLIED, d -> d.platformVersion = Optional.of("LATEST"));
        add(FARGATE_PLATFORM_TOO_OLD, "no version", NOT_SUPPLIED, d -> d.platformVersion = Optional.empty());
        add(FARGATE_PLATFORM_TOO_OLD, "on an instance", CLEAR, Documents::onInstance);
        add(FARGATE_PLATFORM_TOO_OLD, "by capacity provider", BLOCKER, d -> {
            d.launchType = Optional.empty();
            d.capacityProvider = Optional.of("FARGATE_SPOT");
            d.platformVersion = Optional.of("1.3.0");
        });
        add(FARGATE_PLATFORM_TOO_OLD, "no launch type", NOT_SUPPLIED, d -> d.launchType = Optional.empty());

        instance(AGENT_TOO_OLD, "Linux 1.50.1", BLOCKER, d -> d.agentVersion = Optional.of("1.50.1"));
        instance(AGENT_TOO_OLD, "Linux 1.50.2", CLEAR, d -> d.agentVersion = Optional.of("1.50.2"));
        instance(AGENT_TOO_OLD, "Linux 1.9.0", BLOCKER, d -> d.agentVersion = Optional.of("v1.9.0"));
        instance(AGENT_TOO_OLD, "Windows 1.55.9", BLOCKER, d -> {
            d.osType = Optional.of("windows");
            d.agentVersion = Optional.of("1.55.9");
        });
        instance(AGENT_TOO_OLD, "Windows 1.56.0", CLEAR, d -> {
            d.osType = Optional.of("windows");
            d.agentVersion = Optional.of("1.56.0");
        });
        instance(AGENT_TOO_OLD, "between, system not known", NOT_SUPPLIED, d -> {
            d.osType = Optional.empty();
            d.agentVersion = Optional.of("1.55.0");
        });
        instance(AGENT_TOO_OLD, "no version", NOT_SUPPLIED, d -> d.agentVersion = Optional.empty());
        instance(AGENT_TOO_OLD, "no document", NOT_SUPPLIED, d -> d.hasInstance = false);
        add(AGENT_TOO_OLD, "on Fargate", CLEAR, d -> d.agentVersion = Optional.of("1.0.0"));
        instance(CONTAINER_INSTANCE_DISCONNECTED, "disconnected", WARNING, d -> d.connected = Optional.of(false));
        instance(CONTAINER_INSTANCE_DISCONNECTED, "connected", CLEAR, d -> {});
        instance(CONTAINER_INSTANCE_DISCONNECTED, "not told", NOT_SUPPLIED, d -> d.connected = Optional.empty());
        instance(CONTAINER_INSTANCE_DISCONNECTED, "no document", NOT_SUPPLIED, d -> d.hasInstance = false);
        instance(WINDOWS_AMI, "2016", BLOCKER, d -> {
            d.osType = Optional.of("windows");
            d.osFamily = Optional.of("WINDOWS_SERVER_2016_FULL");
        });
        instance(WINDOWS_AMI, "2022, by the definition", CLEAR, d -> {
            d.osType = Optional.of("windows");
            d.os = Optional.of("WINDOWS_SERVER_2022_CORE");
        });
        instance(WINDOWS_AMI, "20H2 Full is not among them", BLOCKER, d -> {
            d.osType = Optional.of("windows");
            d.os = Optional.of("WINDOWS_SERVER_20H2_FULL");
        });
        instance(WINDOWS_AMI, "version not known", NOT_SUPPLIED, d -> d.osType = Optional.of("windows"));
        instance(WINDOWS_AMI, "Linux", CLEAR, d -> {});
        add(WINDOWS_AMI, "Fargate", CLEAR, d -> d.platformFamily = Optional.of("Windows_Server_2016"));
        placed("launched after the instance was registered", CLEAR, d -> {});
        placed("launched a second before", BLOCKER, d -> d.createdAt = d.createdAt.map(it -> it.minusSeconds(1)));
        placed("time of launch not told", NOT_SUPPLIED, d -> d.createdAt = Optional.empty());
        placed("time of registration not told", NOT_SUPPLIED, d -> d.registeredAt = Optional.empty());
        placed("no document of the instance", NOT_SUPPLIED, d -> d.hasInstance = false);
        placed("no instance yet", NOT_SUPPLIED, d -> d.instanceArn = Optional.empty());
        placed("of a service", CLEAR, d -> {
            d.createdAt = d.createdAt.map(it -> it.minusSeconds(1));
            d.group = Optional.of("service:app");
        });
        instance(ASYNC_PLACEMENT, "without capacity provider", CLEAR, d -> {});

        add(READONLY_ROOT_FS, "read-only", BLOCKER, d -> d.readonly = true);
        add(READONLY_ROOT_FS, "writable", CLEAR, d -> {});
        add(READONLY_ROOT_FS, "mounts cover what is written", WARNING, d -> {
            d.readonly = true;
            mounts(d, "/managed-agents", "/var/lib/amazon/", "/var/log/amazon/ssm");
        });
        add(READONLY_ROOT_FS, "a mount is missing", BLOCKER, d -> {
            d.readonly = true;
            mounts(d, "/managed-agents", "/var/lib/amazon/ssm", "/var/log/amazon/ssmx");
        });
        add(READONLY_ROOT_FS, "a closer mount is read-only", BLOCKER, d -> {
            d.readonly = true;
            mounts(d, "/managed-agents", "/var", "/var/log/amazon/ssm");
            d.mounts.add(new MountPoint("/var/lib", true));
        });
        add(READONLY_ROOT_FS, "a part is mounted read-only", BLOCKER, d -> {
            d.readonly = true;
            mounts(d, "/");
            d.mounts.add(new MountPoint("/var/lib/amazon/ssm/ipc", true));
        });
        add(READONLY_ROOT_FS, "two mounts on one path, one of them read-only", BLOCKER, d -> {
            d.readonly = true;
            mounts(d, "/");
            d.mounts.add(0, new MountPoint("/", true));
        });
        add(READONLY_ROOT_FS, "no definition", NOT_SUPPLIED, d -> d.hasDefinition = false);
        add(READONLY_ROOT_FS, "a sidecar that AWS added", NOT_SUPPLIED, d -> d.defined = List.of("other"));
        add(INIT_PROCESS_DISABLED, "off", WARNING, d -> d.initProcess = false);
        add(INIT_PROCESS_DISABLED, "on", CLEAR, d -> {});
        add(INIT_PROCESS_DISABLED, "Windows", CLEAR, d -> {
            d.initProcess = false;
            d.platformFamily = Optional.of("Windows_Server_2022_Core");
        });
        instance(INIT_PROCESS_DISABLED, "system not known", NOT_SUPPLIED, d -> {
            d.initProcess = false;
            d.hasInstance = false;
        });
        add(PID_MODE_TASK, "two containers", WARNING, d -> {
            d.pidMode = Optional.of("task");
            d.defined = List.of("app", "envoy");
        });
        add(PID_MODE_TASK, "one container", CLEAR, d -> d.pidMode = Optional.of("task"));
        add(PID_MODE_TASK, "a sidecar that AWS added", WARNING, d -> {
            d.pidMode = Optional.of("task");
            d.running = List.of("app", "guard");
        });
        add(PID_MODE_TASK, "host", INFO, d -> d.pidMode = Optional.of("host"));
        add(PID_MODE_TASK, "no definition", NOT_SUPPLIED, d -> d.hasDefinition = false);
        add(NANO_SERVER, "Nano Server", BLOCKER, d -> d.image = "mcr.example/windows/NanoServer:ltsc2022");
        add(NANO_SERVER, "another image", CLEAR, d -> {});
        add(NANO_SERVER, "no definition", NOT_SUPPLIED, d -> d.hasDefinition = false);
        add(HTTP_PROXY_NO_PROXY, "no NO_PROXY", WARNING, d -> d.environment.put("HTTPS_PROXY", "http://proxy"));
        add(HTTP_PROXY_NO_PROXY, "one address is missing", WARNING, d -> {
            d.environment.put("HTTP_PROXY", "http://proxy");
            d.environment.put("NO_PROXY", "169.254.169.254,10.0.0.1");
        });
        add(HTTP_PROXY_NO_PROXY, "both addresses", CLEAR, d -> {
            d.environment.put("HTTP_PROXY", "http://proxy");
            d.environment.put("NO_PROXY", "10.0.0.1, 169.254.170.2 ,169.254.169.254");
        });
        add(HTTP_PROXY_NO_PROXY, "no proxy", CLEAR, d -> {});
        add(HTTP_PROXY_NO_PROXY, "no definition", NOT_SUPPLIED, d -> d.hasDefinition = false);
        for (String name : List.of("AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")) {
            add(STATIC_CREDENTIALS_ENV, name, WARNING, d -> d.environment.put(name, "secret"));
        }
        add(STATIC_CREDENTIALS_ENV, "another name", CLEAR, d -> d.environment.put("AWS_REGION", "us-east-1"));
        add(STATIC_CREDENTIALS_ENV, "no definition", NOT_SUPPLIED, d -> d.hasDefinition = false);
        add(RUNS_AS_ROOT, "another user", INFO, d -> d.user = Optional.of("1000:0"));
        add(RUNS_AS_ROOT, "root", CLEAR, d -> d.user = Optional.of("0:1000"));
        add(RUNS_AS_ROOT, "no definition", NOT_SUPPLIED, d -> d.hasDefinition = false);

        add(TASK_ROLE_MISSING, "none", BLOCKER, d -> d.taskRole = Optional.empty());
        add(TASK_ROLE_MISSING, "by the launch", CLEAR, d -> {
            d.taskRole = Optional.empty();
            d.overrideRole = Optional.of(Documents.ROLE);
        });
        add(TASK_ROLE_MISSING, "no definition", NOT_SUPPLIED, d -> d.hasDefinition = false);
        trust(
                "another service",
                BLOCKER,
                "\"Principal\":{\"Service\":\"ecs.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"");
        trust("another action", BLOCKER, ecs("sts:TagSession", ""));
        trust("plain", CLEAR, ecs("sts:AssumeRole", ""));
        trust(
                "as AWS recommends",
                CLEAR,
                ecs("sts:AssumeRole", source("arn:aws:ecs:us-east-1:111122223333:*", "111122223333")));
        trust(
                "another account",
                BLOCKER,
                ecs("sts:AssumeRole", source("arn:aws:ecs:us-east-1:111122223333:*", "444455556666")));
        trust(
                "another Region",
                BLOCKER,
                ecs("sts:AssumeRole", source("arn:aws:ecs:eu-west-1:111122223333:*", "111122223333")));
        trust(
                "one cluster, which ECS does not support",
                BLOCKER,
                ecs("sts:AssumeRole", source(Documents.CLUSTER.toString(), "111122223333")));
        trust(
                "tasks only, of which nothing is documented",
                UNDECIDED,
                ecs("sts:AssumeRole", source("arn:aws:ecs:us-east-1:111122223333:task/*", "111122223333")));
        trust(
                "an external id, which ECS does not send",
                BLOCKER,
                ecs("sts:AssumeRole", ",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"x\"}}"));
        trust(
                "a time of day",
                UNDECIDED,
                ecs(
                        "sts:AssumeRole",
                        ",\"Condition\":{\"DateLessThan\":{\"aws:CurrentTime\":\"2030-01-01T00:00:00Z\"}}"));
        add(TASK_ROLE_TRUST, "not told", NOT_SUPPLIED, d -> d.hasTrust = false);
        add(TASK_ROLE_TRUST, "no resource control policies", AS_FAR_AS_SUPPLIED, d -> d.hasResourceControl = false);
        add(TASK_ROLE_TRUST, "no task role", NOTHING_TO_JUDGE, d -> d.taskRole = Optional.empty());
        add(TASK_ROLE_TRUST, "no document", NOT_SUPPLIED, d -> d.hasIdentities = false);

        role(TASK_ROLE_SSMMESSAGES, "all four", CLEAR, Documents.CHANNELS);
        role(
                TASK_ROLE_SSMMESSAGES,
                "three of four",
                BLOCKER,
                allow("[\"ssmmessages:Create*\",\"ssmmessages:OpenDataChannel\"]", "*", ""));
        role(
                TASK_ROLE_SSMMESSAGES,
                "not on *",
                BLOCKER,
                allow("\"ssmmessages:*\"", "arn:aws:ssmmessages:us-east-1:*", ""));
        role(
                TASK_ROLE_SSMMESSAGES,
                "denied",
                BLOCKER,
                statements(
                        Documents.CHANNELS,
                        "{\"Effect\":\"Deny\",\"Action\":\"ssmmessages:OpenDataChannel\",\"Resource\":\"*\"}"));
        role(
                TASK_ROLE_SSMMESSAGES,
                "from an address, which is not known",
                UNDECIDED,
                allow("\"ssmmessages:*\"", "*", ",\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}}"));
        role(
                TASK_ROLE_SSMMESSAGES,
                "from no address at all",
                BLOCKER,
                allow(
                        "\"ssmmessages:*\"",
                        "*",
                        ",\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"},\"StringEquals\":{\"aws:RequestedRegion\":\"eu-west-1\"}}"));
        role(
                TASK_ROLE_SSMMESSAGES,
                "in the Region of the task",
                CLEAR,
                allow(
                        "\"ssmmessages:*\"",
                        "*",
                        ",\"Condition\":{\"StringEquals\":{\"aws:RequestedRegion\":\"us-east-1\"}}"));
        add(TASK_ROLE_SSMMESSAGES, "boundary", BLOCKER, d -> d.boundary = Optional.of(allow("\"kms:*\"", "*", "")));
        add(
                TASK_ROLE_SSMMESSAGES,
                "service control policies",
                BLOCKER,
                d -> d.serviceControl = Optional.of(allow("\"ecs:*\"", "*", "")));
        add(
                TASK_ROLE_SSMMESSAGES,
                "no service control policies",
                AS_FAR_AS_SUPPLIED,
                d -> d.serviceControl = Optional.empty());
        add(TASK_ROLE_SSMMESSAGES, "a policy that could deny", NOT_SUPPLIED, d -> missing(d, false));
        add(TASK_ROLE_SSMMESSAGES, "a policy that could grant", NOT_SUPPLIED, d -> {
            d.statements = Documents.DECRYPT;
            missing(d, false);
        });
        add(TASK_ROLE_SSMMESSAGES, "a boundary that could limit", NOT_SUPPLIED, d -> missing(d, true));
        add(TASK_ROLE_SSMMESSAGES, "a boundary cannot grant", BLOCKER, d -> {
            d.statements = Documents.DECRYPT;
            missing(d, true);
        });
        add(TASK_ROLE_SSMMESSAGES, "denied whatever a missing policy says", BLOCKER, d -> {
            d.serviceControl = Optional.of(allow("\"ecs:*\"", "*", ""));
            missing(d, false);
        });
        add(TASK_ROLE_SSMMESSAGES, "no task role", NOTHING_TO_JUDGE, d -> d.taskRole = Optional.empty());
        add(TASK_ROLE_SSMMESSAGES, "no document", NOT_SUPPLIED, d -> d.hasIdentities = false);

        role(TASK_ROLE_KMS_DECRYPT, "not allowed", BLOCKER, Documents.CHANNELS);
        role(TASK_ROLE_KMS_DECRYPT, "another key", BLOCKER, allow("\"kms:Decrypt\"", Documents.KEY + "0", ""));
        add(TASK_ROLE_KMS_DECRYPT, "allowed", CLEAR, d -> {});
        add(TASK_ROLE_KMS_DECRYPT, "by key id", CLEAR, d -> d.clusterKey = Optional.of(Documents.KEY_ID));
        add(TASK_ROLE_KMS_DECRYPT, "by alias", CLEAR, d -> d.clusterKey = Optional.of("alias/exec"));
        add(TASK_ROLE_KMS_DECRYPT, "no key", CLEAR, d -> {
            d.clusterKey = Optional.empty();
            d.statements = Documents.CHANNELS;
        });
        add(
                TASK_ROLE_KMS_DECRYPT,
                "key policy delegates to nobody",
                BLOCKER,
                d -> d.keyGrantee = "arn:aws:iam::111122223333:role/other");
        add(TASK_ROLE_KMS_DECRYPT, "key policy names the role", CLEAR, d -> {
            d.keyGrantee = Documents.ROLE;
            d.statements = Documents.CHANNELS;
        });
        add(
                TASK_ROLE_KMS_DECRYPT,
                "an alias that nobody knows",
                NOT_SUPPLIED,
                d -> d.clusterKey = Optional.of("alias/other"));
        add(TASK_ROLE_KMS_DECRYPT, "no key policy", NOT_SUPPLIED, d -> d.hasKeys = false);
        add(TASK_ROLE_KMS_DECRYPT, "denied whatever the key policy says", BLOCKER, d -> {
            d.hasKeys = false;
            d.statements += ",{\"Effect\":\"Deny\",\"Action\":\"kms:*\",\"Resource\":\"*\"}";
        });
        add(
                TASK_ROLE_KMS_DECRYPT,
                "no resource control policies",
                AS_FAR_AS_SUPPLIED,
                d -> d.hasResourceControl = false);
        add(TASK_ROLE_KMS_DECRYPT, "no cluster", NOT_SUPPLIED, d -> d.hasCluster = false);
        add(TASK_ROLE_KMS_DECRYPT, "no task role", NOTHING_TO_JUDGE, d -> d.taskRole = Optional.empty());

        role(LOG_ENCRYPTION_CHECK, "log groups may not be described", BLOCKER, Documents.CHANNELS);
        add(LOG_ENCRYPTION_CHECK, "log groups may be described", CLEAR, d -> {});
        add(LOG_ENCRYPTION_CHECK, "not asked for", CLEAR, d -> {
            d.encryptedLogs = false;
            d.statements = Documents.CHANNELS;
        });
        add(LOG_ENCRYPTION_CHECK, "logging is not OVERRIDE", CLEAR, d -> {
            d.logging = Logging.DEFAULT;
            d.statements = Documents.CHANNELS;
        });
        add(LOG_ENCRYPTION_CHECK, "the bucket's encryption may not be looked up", BLOCKER, d -> {
            d.bucket = Optional.of("audit");
            d.encryptedBucket = true;
        });
        add(LOG_ENCRYPTION_CHECK, "bucket policies are in no document", AS_FAR_AS_SUPPLIED, d -> {
            d.bucket = Optional.of("audit");
            d.encryptedBucket = true;
            d.statements += "," + Documents.BUCKET;
        });
        add(LOG_ENCRYPTION_CHECK, "no cluster", NOT_SUPPLIED, d -> d.hasCluster = false);
        add(LOG_GROUP_NOT_ENCRYPTED, "no key", BLOCKER, d -> d.groupHasKey = false);
        add(LOG_GROUP_NOT_ENCRYPTED, "a key", CLEAR, d -> {});
        add(LOG_GROUP_NOT_ENCRYPTED, "not asked for", CLEAR, d -> {
            d.groupHasKey = false;
            d.encryptedLogs = false;
        });
        add(LOG_GROUP_NOT_ENCRYPTED, "no document", NOT_SUPPLIED, d -> d.hasLogGroups = false);
        add(LOG_GROUP_NOT_ENCRYPTED, "another group", NOT_SUPPLIED, d -> d.logGroup = Optional.of("other"));
        role(
                LOG_WRITE_PERMISSION,
                "another group",
                WARNING,
                Documents.LOGS.replace("log-group:exec:", "log-group:other:"));
        add(LOG_WRITE_PERMISSION, "all four", CLEAR, d -> {});
        add(LOG_WRITE_PERMISSION, "no destination", CLEAR, d -> {
            d.logGroup = Optional.empty();
            d.statements = Documents.CHANNELS;
        });
        add(LOG_WRITE_PERMISSION, "the bucket", WARNING, d -> d.bucket = Optional.of("audit"));
        add(LOG_WRITE_PERMISSION, "the prefix in the bucket", AS_FAR_AS_SUPPLIED, d -> {
            d.bucket = Optional.of("audit");
            d.bucketPrefix = Optional.of("prod");
            d.statements += "," + allow("\"s3:GetBucketLocation\"", "*", "") + ","
                    + allow("\"s3:PutObject\"", "arn:aws:s3:::audit/prod*", "");
        });
        add(LOG_WRITE_PERMISSION, "another prefix in the bucket", WARNING, d -> {
            d.bucket = Optional.of("audit");
            d.bucketPrefix = Optional.of("prod");
            d.statements += "," + allow("\"s3:GetBucketLocation\"", "*", "") + ","
                    + allow("\"s3:PutObject\"", "arn:aws:s3:::audit/dev*", "");
        });
        add(LOG_WRITE_PERMISSION, "no task role", NOTHING_TO_JUDGE, d -> d.taskRole = Optional.empty());

        add(LOGGING_NOT_CONFIGURED, "nothing", WARNING, d -> d.configured = false);
        add(LOGGING_NOT_CONFIGURED, "something", CLEAR, d -> {});
        add(LOGGING_NOT_CONFIGURED, "no document", NOT_SUPPLIED, d -> d.hasCluster = false);
        add(LOGGING_NONE, "off", WARNING, d -> d.logging = Logging.NONE);
        add(LOGGING_NONE, "on", CLEAR, d -> {});
        add(LOGGING_NONE, "no document", NOT_SUPPLIED, d -> d.hasCluster = false);
        add(LOGGING_DEFAULT_NO_AWSLOGS, "another driver", WARNING, d -> {
            d.logging = Logging.DEFAULT;
            d.logDriver = Optional.of("splunk");
        });
        add(LOGGING_DEFAULT_NO_AWSLOGS, "no driver", WARNING, d -> {
            d.logging = Logging.DEFAULT;
            d.logDriver = Optional.empty();
        });
        add(LOGGING_DEFAULT_NO_AWSLOGS, "awslogs", CLEAR, d -> d.logging = Logging.DEFAULT);
        add(LOGGING_DEFAULT_NO_AWSLOGS, "another log", CLEAR, d -> d.logDriver = Optional.empty());
        add(LOGGING_DEFAULT_NO_AWSLOGS, "no definition", NOT_SUPPLIED, d -> {
            d.logging = Logging.DEFAULT;
            d.hasDefinition = false;
        });
        add(LOG_IMAGE_TOOLS, "logging", INFO, d -> {});
        add(LOG_IMAGE_TOOLS, "no logging", CLEAR, d -> d.logging = Logging.NONE);
        add(LOG_IMAGE_TOOLS, "no cluster", NOT_SUPPLIED, d -> d.hasCluster = false);

        endpoint(VPCE_SSMMESSAGES_MISSING, "ssmmessages", BLOCKER);
        endpoint(VPCE_KMS_MISSING, "kms", WARNING);
        endpoint(VPCE_LOGS_MISSING, "logs", WARNING);
        endpoint(VPCE_S3_MISSING, "s3", WARNING);
        add(VPCE_KMS_MISSING, "no session key", CLEAR, d -> {
            d.endpoints.remove("kms");
            d.clusterKey = Optional.empty();
        });
        add(VPCE_LOGS_MISSING, "no log group", CLEAR, d -> {
            d.endpoints.remove("logs");
            d.logGroup = Optional.empty();
        });
        add(VPCE_S3_MISSING, "no bucket", CLEAR, d -> d.endpoints.remove("s3"));
        add(VPCE_SSMMESSAGES_MISSING, "by the instance's subnet", WARNING, d -> {
            d.onInstance();
            d.endpoints.remove("ssmmessages");
        });
        add(IPV6_ONLY, "IPv6 only", BLOCKER, d -> d.ipv6 = true);
        add(IPV6_ONLY, "IPv4", CLEAR, d -> {});
        add(IPV6_ONLY, "no document", NOT_SUPPLIED, d -> d.hasSubnets = false);
        add(IPV6_ONLY, "no subnet", NOT_SUPPLIED, d -> d.subnet = Optional.empty());

        add(CONTAINER_NAME_REQUIRED, "none of two", BLOCKER, d -> {
            d.running = List.of("app", "envoy");
            d.options = d.options.with(ContainerChoice.omitted());
        });
        add(CONTAINER_NAME_REQUIRED, "none of one", CLEAR, d -> d.options = d.options.with(ContainerChoice.omitted()));
        add(
                CONTAINER_NOT_FOUND,
                "another name",
                BLOCKER,
                d -> d.options = d.options.with(ContainerChoice.named("App")));
        add(CONTAINER_NOT_FOUND, "the name", CLEAR, d -> {});
        add(CONTAINER_NOT_FOUND, "containers not told", NOT_SUPPLIED, d -> d.running = List.of());

        caller(CALLER_NOT_ALLOWED, "both halves", CLEAR, allow("\"ecs:ExecuteCommand\"", "*", ""));
        caller(
                CALLER_NOT_ALLOWED,
                "the task only",
                BLOCKER,
                allow("\"ecs:ExecuteCommand\"", "arn:aws:ecs:*:*:task/*", ""));
        caller(
                CALLER_NOT_ALLOWED,
                "tagged tasks",
                CLEAR,
                statements(
                        allow("\"ecs:ExecuteCommand\"", "arn:aws:ecs:*:*:cluster/*", ""),
                        allow(
                                "\"ecs:ExecuteCommand\"",
                                "arn:aws:ecs:*:*:task/*",
                                ",\"Condition\":{\"StringEquals\":{\"ecs:ResourceTag/team\":\"payments\"}}")));
        caller(
                CALLER_NOT_ALLOWED,
                "with MFA, which is not told",
                UNDECIDED,
                allow(
                        "\"ecs:ExecuteCommand\"",
                        "*",
                        ",\"Condition\":{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}"));
        add(CALLER_NOT_ALLOWED, "no caller", NOT_SUPPLIED, d -> {});
        add(CALLER_NOT_ALLOWED, "no document", NOT_SUPPLIED, d -> {
            called(d);
            d.hasIdentities = false;
        });
        add(CALLER_NOT_ALLOWED, "no service control policies", AS_FAR_AS_SUPPLIED, d -> {
            called(d);
            d.serviceControl = Optional.empty();
        });
        caller(CALLER_KMS, "not allowed", BLOCKER, allow("\"ecs:ExecuteCommand\"", "*", ""));
        add(CALLER_KMS, "allowed", CLEAR, ReadinessRulesTest::called);
        add(CALLER_KMS, "no key", CLEAR, d -> {
            called(d);
            d.clusterKey = Optional.empty();
            d.callerStatements = allow("\"ecs:ExecuteCommand\"", "*", "");
        });
        add(CALLER_KMS, "no key policy", NOT_SUPPLIED, d -> {
            called(d);
            d.hasKeys = false;
        });
        add(CALLER_KMS, "no caller", NOT_SUPPLIED, d -> {});
        caller(START_SESSION_NOT_DENIED, "not denied", WARNING, allow("\"ecs:ExecuteCommand\"", "*", ""));
        caller(START_SESSION_NOT_DENIED, "allowed", WARNING, allow("\"ssm:*\"", "*", ""));
        add(START_SESSION_NOT_DENIED, "denied", CLEAR, ReadinessRulesTest::called);
        caller(
                START_SESSION_NOT_DENIED,
                "denied without MFA, which is not told",
                UNDECIDED,
                "{\"Effect\":\"Deny\",\"Action\":\"ssm:*\",\"Resource\":\"*\",\"Condition\":{\"BoolIfExists\":{\"aws:MultiFactorAuthPresent\":\"false\"}}}");
        add(START_SESSION_NOT_DENIED, "service control policies could", NOT_SUPPLIED, d -> {
            called(d);
            d.callerStatements = allow("\"ecs:ExecuteCommand\"", "*", "");
            d.serviceControl = Optional.empty();
        });
        add(START_SESSION_NOT_DENIED, "no caller", NOT_SUPPLIED, d -> {});
        add(SESSION_LIMITS, "always", INFO, d -> {});
    }

    private static void instance(ReadinessRule rule, String name, Expected expected, Consumer<Documents> change) {
        add(rule, name, expected, d -> {
            d.onInstance();
            change.accept(d);
        });
    }

    private static void role(ReadinessRule rule, String name, Expected expected, String statements) {
        add(rule, name, expected, d -> d.statements = statements);
    }

    private static void caller(ReadinessRule rule, String name, Expected expected, String statements) {
        add(rule, name, expected, d -> {
            called(d);
            d.callerStatements = statements;
        });
    }

    private static void trust(String name, Expected expected, String trust) {
        add(TASK_ROLE_TRUST, name, expected, d -> d.trust = trust);
    }

    private static String ecs(String action, String condition) {
        return "\"Principal\":{\"Service\":\"ecs-tasks.amazonaws.com\"},\"Action\":\"" + action + "\"" + condition;
    }

    private static String source(String arn, String account) {
        return ",\"Condition\":{\"ArnLike\":{\"aws:SourceArn\":\"" + arn
                + "\"},\"StringEquals\":{\"aws:SourceAccount\":\"" + account + "\"}}";
    }

    private static void mounts(Documents d, String... paths) {
        for (String path : paths) {
            d.mounts.add(new MountPoint(path, false));
        }
    }

    private static void missing(Documents d, boolean asBoundary) {
        d.missing.add(new MissingPolicy(Arn.of("arn:aws:iam::aws:policy/Unseen"), asBoundary));
    }

    /** @param withoutInternet the severity where there is known to be no route to the internet */
    private static void endpoint(ReadinessRule rule, String service, Expected withoutInternet) {
        Consumer<Documents> gone = d -> {
            d.bucket = Optional.of("audit");
            d.endpoints.remove(service);
        };
        add(rule, "missing", WARNING, gone);
        add(rule, "there", CLEAR, d -> d.bucket = Optional.of("audit"));
        add(rule, "not available", WARNING, gone.andThen(d -> d.endpoints.put(service, "pending")));
        add(rule, "in another Region", WARNING, gone.andThen(d -> d.endpoints.put("x." + service, "available")));
        add(rule, "no route", withoutInternet, gone.andThen(d -> d.options = d.options.with(InternetRoute.NO)));
        add(rule, "a route", CLEAR, gone.andThen(d -> d.options = d.options.with(InternetRoute.YES)));
        add(rule, "no endpoint at all", CLEAR, gone.andThen(d -> d.endpoints.clear()));
        add(
                rule,
                "neither endpoint nor route",
                withoutInternet,
                gone.andThen(d -> d.endpoints.clear()).andThen(d -> d.options = d.options.with(InternetRoute.NO)));
        add(rule, "a shared subnet", NOT_SUPPLIED, gone.andThen(d -> d.owner = Optional.of("444455556666")));
        add(rule, "no subnets", NOT_SUPPLIED, gone.andThen(d -> d.hasSubnets = false));
        add(rule, "no endpoints document", NOT_SUPPLIED, gone.andThen(d -> d.hasEndpoints = false));
    }

    static Stream<Case> cases() {
        return CASES.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_rule_says_what_the_changed_fact_calls_for(Case one) {
        Documents documents = new Documents();
        one.change().accept(documents);
        assertThat(answer(documents.report(), one.rule())).isEqualTo(one.expected());
    }

    private static Expected answer(ReadinessReport report, ReadinessRule rule) {
        Readiness container = report.containers().get(0);
        List<Expected> all = new ArrayList<>();
        Stream.concat(report.client().findings().stream(), container.findings().stream())
                .filter(finding -> finding.rule() == rule)
                .forEach(finding -> all.add(Expected.valueOf(finding.severity().name())));
        Stream.concat(report.client().notChecked().stream(), container.notChecked().stream())
                .filter(notChecked -> notChecked.rule() == rule)
                .forEach(notChecked ->
                        all.add(Expected.valueOf(notChecked.reason().name())));
        assertThat(all).as("a rule answers once").hasSizeLessThanOrEqualTo(1);
        return all.isEmpty() ? CLEAR : all.get(0);
    }

    @Test
    void every_rule_is_shown_to_apply_not_to_apply_and_not_to_be_checked() {
        Set<ReadinessRule> found = rules(Set.of(BLOCKER, WARNING, INFO));
        Set<ReadinessRule> clear = rules(Set.of(CLEAR));
        Set<ReadinessRule> open = rules(Set.of(NOT_SUPPLIED, UNDECIDED, AS_FAR_AS_SUPPLIED, NOTHING_TO_JUDGE));
        Set<ReadinessRule> all = EnumSet.allOf(ReadinessRule.class);

        assertThat(found).isEqualTo(all);
        assertThat(union(clear, ALWAYS_SAID)).isEqualTo(all);
        assertThat(union(open, ALWAYS_CHECKED)).isEqualTo(all);
    }

    private static Set<ReadinessRule> rules(Set<Expected> expected) {
        return CASES.stream()
                .filter(one -> expected.contains(one.expected()))
                .map(Case::rule)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReadinessRule.class)));
    }

    private static Set<ReadinessRule> union(Set<ReadinessRule> some, Set<ReadinessRule> others) {
        Set<ReadinessRule> all = EnumSet.copyOf(some);
        all.addAll(others);
        return all;
    }

    @Test
    void where_all_is_well_there_is_neither_blocker_nor_warning_and_only_the_caller_is_not_checked() {
        ReadinessReport report = new Documents().report();
        Readiness ready = report.containers().get(0);

        assertThat(report.isReady()).isTrue();
        assertThat(ready.isReady()).isTrue();
        assertThat(ready.findings()).extracting(Finding::rule).containsExactly(LOG_IMAGE_TOOLS, SESSION_LIMITS);
        assertThat(ready.notChecked())
                .extracting(NotChecked::rule)
                .containsExactly(CALLER_NOT_ALLOWED, CALLER_KMS, START_SESSION_NOT_DENIED);
        assertThat(report.client()).isEqualTo(new ReadinessReport.Client(List.of(), List.of()));
    }

    @Test
    void findings_come_with_the_worst_first() {
        Documents documents = new Documents();
        documents.initProcess = false;
        documents.enabled = false;
        documents.agent = Optional.of("STOPPED");

        Readiness readiness = documents.readiness();
        assertThat(readiness.findings())
                .extracting(Finding::rule)
                .containsExactly(
                        EXEC_DISABLED, MANAGED_AGENT_STOPPED, INIT_PROCESS_DISABLED, LOG_IMAGE_TOOLS, SESSION_LIMITS);
        assertThat(readiness.blockers().get(1).evidence())
                .containsExactly("managedAgents: ExecuteCommandAgent STOPPED, a reason");
    }

    @Test
    void a_policy_finding_names_the_statement_that_denies() {
        Documents documents = new Documents();
        documents.statements +=
                ",{\"Sid\":\"Shut\",\"Effect\":\"Deny\",\"Action\":\"ssmmessages:Open*\",\"Resource\":\"*\"}";

        Finding finding = documents.readiness().blockers().get(0);
        assertThat(finding.sentence()).endsWith(": ssmmessages:OpenControlChannel, ssmmessages:OpenDataChannel");
        assertThat(finding.evidence())
                .first()
                .asString()
                .contains("identity policy denies it")
                .contains("(Shut)");
    }

    @Test
    void what_is_undecided_names_the_facts() {
        Documents documents = new Documents();
        documents.statements = allow("\"*\"", "*", ",\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}}");

        assertThat(documents.readiness().notChecked())
                .contains(new NotChecked(
                        TASK_ROLE_KMS_DECRYPT, NotChecked.Reason.UNDECIDED, "kms:Decrypt depends on aws:SourceIp"));
    }

    @Test
    void a_policy_that_was_not_supplied_is_named() {
        Documents documents = new Documents();
        missing(documents, false);

        assertThat(documents.readiness().notChecked())
                .filteredOn(one -> one.rule() == TASK_ROLE_SSMMESSAGES)
                .singleElement()
                .satisfies(one -> assertThat(one.because()).contains("arn:aws:iam::aws:policy/Unseen"));
    }

    @Test
    void a_key_policy_that_was_not_supplied_is_named_as_what_it_is() {
        Documents documents = new Documents();
        documents.hasKeys = false;

        assertThat(documents.readiness().notChecked())
                .contains(new NotChecked(
                        TASK_ROLE_KMS_DECRYPT,
                        NotChecked.Reason.NOT_SUPPLIED,
                        "kms:Decrypt depends on the key policy of the KMS key, which was not supplied"));
    }

    @Test
    void secrets_are_not_shown() {
        Documents documents = new Documents();
        documents.environment.put("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI");
        assertThat(documents.report().toString()).contains("AWS_SECRET_ACCESS_KEY set");
        assertThat(documents.readiness().findings().toString()).doesNotContain("wJalrXUtnFEMI");
        assertThat(documents.readiness().notChecked().toString()).doesNotContain("wJalrXUtnFEMI");
    }

    @Test
    void each_container_of_a_task_is_judged_by_itself() {
        Documents documents = new Documents();
        documents.running = List.of("envoy", "app");
        documents.options = ReadinessOptions.defaults();
        assertThat(documents.report().containers())
                .extracting(Readiness::container)
                .containsExactly(Optional.of("envoy"), Optional.of("app"));
    }

    @Test
    void a_request_without_container_means_the_only_one() {
        Documents documents = new Documents();
        documents.options = ReadinessOptions.defaults().with(ContainerChoice.omitted());
        assertThat(documents.readiness().container()).contains("app");
        assertThat(documents.readiness().isReady()).isTrue();
    }

    @Test
    void a_broken_client_makes_the_report_not_ready_but_no_container() {
        Documents documents = new Documents();
        documents.plugin = Optional.empty();
        ReadinessReport report = documents.report();
        assertThat(report.isReady()).isFalse();
        assertThat(report.containers()).allMatch(Readiness::isReady);
    }

    @Test
    void only_starting_passes_by_itself() {
        assertThat(ReadinessRule.values())
                .filteredOn(ReadinessRule::isTransient)
                .containsExactly(TASK_STARTING, MANAGED_AGENT_PENDING);
    }
}
