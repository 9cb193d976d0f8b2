// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import static io.execward.readiness.Severity.BLOCKER;
import static io.execward.readiness.Severity.INFO;
import static io.execward.readiness.Severity.WARNING;

/**
 * The readiness rules, by their published codes, in the order of the rules' table. A new rule is a constant here and a case of the
 * switch in {@code Rulebook}, which does not compile without it.
 */
public enum ReadinessRule {
    /** The AWS CLI is too old. */
    CLI_VERSION("R-EXEC-60", BLOCKER, Scope.CLIENT),
    /** The session-manager-plugin is not installed. */
    PLUGIN_MISSING("R-EXEC-61", BLOCKER, Scope.CLIENT),
    /** The task is stopping or has stopped. */
    TASK_NOT_RUNNING("R-EXEC-62", BLOCKER),
    /** The task has not started yet; passes by itself. */
    TASK_STARTING("R-EXEC-63", BLOCKER),
    /** The task was started without exec. */
    EXEC_DISABLED("R-EXEC-64", BLOCKER),
    /** The container has no exec agent. */
    MANAGED_AGENT_MISSING("R-EXEC-65", BLOCKER, Scope.CONTAINER),
    /** The exec agent of the container has stopped. */
    MANAGED_AGENT_STOPPED("R-EXEC-66", BLOCKER, Scope.CONTAINER),
    /** The exec agent of the container has not started yet; passes by itself. */
    MANAGED_AGENT_PENDING("R-EXEC-67", BLOCKER, Scope.CONTAINER),
    /** The Fargate platform version is too old. */
    FARGATE_PLATFORM_TOO_OLD("R-EXEC-68", BLOCKER),
    /** The container agent of the instance is too old. */
    AGENT_TOO_OLD("R-EXEC-69", BLOCKER),
    /** The root file system cannot be written to; a warning where mounts make up for it. */
    READONLY_ROOT_FS("R-EXEC-70", BLOCKER, Scope.CONTAINER),
    /** Nothing reaps the processes that a session leaves behind. */
    INIT_PROCESS_DISABLED("R-EXEC-71", WARNING, Scope.CONTAINER),
    /** Containers share a PID namespace, which takes one session; information where it is the host's. */
    PID_MODE_TASK("R-EXEC-72", WARNING),
    /** The task has no task role. */
    TASK_ROLE_MISSING("R-EXEC-73", BLOCKER),
    /** The task role does not trust ECS tasks. */
    TASK_ROLE_TRUST("R-EXEC-74", BLOCKER),
    /** The task role may not open the channels of a session. */
    TASK_ROLE_SSMMESSAGES("R-EXEC-75", BLOCKER),
    /** The task role may not decrypt with the session key. */
    TASK_ROLE_KMS_DECRYPT("R-EXEC-76", BLOCKER),
    /** The task role may not find out whether the logs are encrypted. */
    LOG_ENCRYPTION_CHECK("R-EXEC-77", BLOCKER),
    /** Encryption is asked for, and the log group has no key. */
    LOG_GROUP_NOT_ENCRYPTED("R-EXEC-78", BLOCKER),
    /** The task role may not write the session log. */
    LOG_WRITE_PERMISSION("R-EXEC-79", WARNING),
    /** The cluster says nothing about exec logs. */
    LOGGING_NOT_CONFIGURED("R-EXEC-80", WARNING),
    /** The cluster switches exec logs off. */
    LOGGING_NONE("R-EXEC-81", WARNING),
    /** Exec logs go to the container's log driver, which does not take them. */
    LOGGING_DEFAULT_NO_AWSLOGS("R-EXEC-82", WARNING, Scope.CONTAINER),
    /** Logging needs tools in the image, which no document shows. */
    LOG_IMAGE_TOOLS("R-EXEC-83", INFO, Scope.CONTAINER),
    /** The VPC has endpoints, but none for the channels of a session; a blocker without a route to the internet. */
    VPCE_SSMMESSAGES_MISSING("R-EXEC-84", WARNING),
    /** Likewise for the session key. */
    VPCE_KMS_MISSING("R-EXEC-85", WARNING),
    /** Likewise for the log group. */
    VPCE_LOGS_MISSING("R-EXEC-85", WARNING),
    /** Likewise for the log bucket. */
    VPCE_S3_MISSING("R-EXEC-85", WARNING),
    /** The subnet has IPv6 only. */
    IPV6_ONLY("R-EXEC-86", BLOCKER),
    /** The image is a Windows Nano Server. */
    NANO_SERVER("R-EXEC-87", BLOCKER, Scope.CONTAINER),
    /** The credentials address is asked through a proxy. */
    HTTP_PROXY_NO_PROXY("R-EXEC-88", WARNING, Scope.CONTAINER),
    /** Static credentials are used in place of the task role. */
    STATIC_CREDENTIALS_ENV("R-EXEC-89", WARNING, Scope.CONTAINER),
    /** Commands run as root, not as the container's user. */
    RUNS_AS_ROOT("R-EXEC-90", INFO, Scope.CONTAINER),
    /** Several containers, and the request names none. */
    CONTAINER_NAME_REQUIRED("R-EXEC-91", BLOCKER),
    /** The task has no container of that name. */
    CONTAINER_NOT_FOUND("R-EXEC-91", BLOCKER, Scope.CONTAINER),
    /** A Windows that exec does not support. */
    WINDOWS_AMI("R-EXEC-92", BLOCKER),
    /** The task was launched before its instance existed. */
    ASYNC_PLACEMENT("R-EXEC-93", BLOCKER),
    /** The caller may not run commands in the container. */
    CALLER_NOT_ALLOWED("R-EXEC-94", BLOCKER, Scope.CALLER),
    /** The caller may not make a data key of the session key. */
    CALLER_KMS("R-EXEC-94", BLOCKER, Scope.CALLER),
    /** The caller may be able to start a session past ECS. */
    START_SESSION_NOT_DENIED("R-EXEC-95", WARNING, Scope.CALLER),
    /** The container instance is not connected. */
    CONTAINER_INSTANCE_DISCONNECTED("R-EXEC-96", WARNING),
    /** Limits that every session has. */
    SESSION_LIMITS("R-EXEC-97", INFO);

    private final String id;
    private final Severity severity;
    private final Scope scope;

    ReadinessRule(String id, Severity severity) {
        this(id, severity, Scope.TASK);
    }

    ReadinessRule(String id, Severity severity, Scope scope) {
        this.id = id;
        this.severity = severity;
        this.scope = scope;
    }

    /** What a rule is about. */
    public enum Scope {
        /** The machine that commands are sent from; judged once for a report. */
        CLIENT,
        /** The task, whichever container is meant. */
        TASK,
        /** One container of the task. */
        CONTAINER,
        /** Who sends the command; judged only if a caller is named. */
        CALLER
    }

    /** The published code, such as {@code EXEC_DISABLED}; never changes meaning. */
    public String code() {
        return name();
    }

    /** The rule's id, such as {@code R-EXEC-64}; {@code policy-core/docs/ecs-exec.md} explains it. */
    public String id() {
        return id;
    }

    /** The severity of its findings; for a few rules a finding says another, because of what it found. */
    public Severity severity() {
        return severity;
    }

    public Scope scope() {
        return scope;
    }

    /** True if waiting helps. */
    public boolean isTransient() {
        return this == TASK_STARTING || this == MANAGED_AGENT_PENDING;
    }
}
