// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import io.execward.account.ClientEnvironment;
import io.execward.readiness.ReadinessReport.Client;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Asks every rule. The switches have no default, so that a new rule does not compile until somebody says how it is judged. */
final class Rulebook {
    private Rulebook() {}

    static Client judge(Known<ClientEnvironment> client) {
        Answers answers = new Answers();
        for (ReadinessRule rule : ReadinessRule.values()) {
            if (rule.scope() == ReadinessRule.Scope.CLIENT) {
                answers.add(rule, judge(rule, client));
            }
        }
        return new Client(answers.findings(), answers.notChecked);
    }

    static Readiness judge(Subject subject) {
        Answers answers = new Answers();
        for (ReadinessRule rule : ReadinessRule.values()) {
            if (rule.scope() != ReadinessRule.Scope.CLIENT) {
                answers.add(rule, judge(rule, subject));
            }
        }
        return new Readiness(subject.task(), subject.container(), answers.findings(), answers.notChecked);
    }

    private static Judgement judge(ReadinessRule rule, Known<ClientEnvironment> client) {
        return rule == ReadinessRule.CLI_VERSION ? ClientRules.cliVersion(client) : ClientRules.plugin(client);
    }

    private static Judgement judge(ReadinessRule rule, Subject subject) {
        return switch (rule) {
            case CLI_VERSION, PLUGIN_MISSING -> throw new IllegalArgumentException(rule + " is about the client");
            case TASK_NOT_RUNNING -> TaskRules.notRunning(subject);
            case TASK_STARTING -> TaskRules.starting(subject);
            case EXEC_DISABLED -> TaskRules.execDisabled(subject);
            case MANAGED_AGENT_MISSING -> TaskRules.agentMissing(subject);
            case MANAGED_AGENT_STOPPED -> TaskRules.agentStopped(subject);
            case MANAGED_AGENT_PENDING -> TaskRules.agentPending(subject);
            case FARGATE_PLATFORM_TOO_OLD -> PlatformRules.fargatePlatform(subject);
            case AGENT_TOO_OLD -> PlatformRules.agentVersion(subject);
            case READONLY_ROOT_FS -> DefinitionRules.readonlyRoot(subject);
            case INIT_PROCESS_DISABLED -> DefinitionRules.initProcess(subject);
            case PID_MODE_TASK -> DefinitionRules.pidMode(subject);
            case TASK_ROLE_MISSING -> RoleRules.missing(subject);
            case TASK_ROLE_TRUST -> TrustRule.judge(subject);
            case TASK_ROLE_SSMMESSAGES -> RoleRules.channels(subject);
            case TASK_ROLE_KMS_DECRYPT -> RoleRules.decrypt(subject);
            case LOG_ENCRYPTION_CHECK -> RoleRules.encryptionCheck(subject);
            case LOG_GROUP_NOT_ENCRYPTED -> LogRules.groupNotEncrypted(subject);
            case LOG_WRITE_PERMISSION -> RoleRules.logWrites(subject);
            case LOGGING_NOT_CONFIGURED -> LogRules.notConfigured(subject);
            case LOGGING_NONE -> LogRules.none(subject);
            case LOGGING_DEFAULT_NO_AWSLOGS -> LogRules.withoutAwslogs(subject);
            case LOG_IMAGE_TOOLS -> LogRules.imageTools(subject);
            case VPCE_SSMMESSAGES_MISSING -> NetworkRules.messages(subject);
            case VPCE_KMS_MISSING -> NetworkRules.key(subject);
            case VPCE_LOGS_MISSING -> NetworkRules.logs(subject);
            case VPCE_S3_MISSING -> NetworkRules.bucket(subject);
            case IPV6_ONLY -> NetworkRules.ipv6Only(subject);
            case NANO_SERVER -> DefinitionRules.nanoServer(subject);
            case HTTP_PROXY_NO_PROXY -> DefinitionRules.proxy(subject);
            case STATIC_CREDENTIALS_ENV -> DefinitionRules.staticCredentials(subject);
            case RUNS_AS_ROOT -> DefinitionRules.root(subject);
            case CONTAINER_NAME_REQUIRED -> TaskRules.containerNameRequired(subject);
            case CONTAINER_NOT_FOUND -> TaskRules.containerNotFound(subject);
            case WINDOWS_AMI -> PlatformRules.windows(subject);
            case ASYNC_PLACEMENT -> PlatformRules.asyncPlacement(subject);
            case CALLER_NOT_ALLOWED -> CallerRules.exec(subject);
            case CALLER_KMS -> CallerRules.dataKey(subject);
            case START_SESSION_NOT_DENIED -> CallerRules.startSession(subject);
            case CONTAINER_INSTANCE_DISCONNECTED -> PlatformRules.disconnected(subject);
            case SESSION_LIMITS -> TaskRules.sessionLimits();
        };
    }

    private static final class Answers {
        private final List<Finding> found = new ArrayList<>();
        private final List<NotChecked> notChecked = new ArrayList<>();

        void add(ReadinessRule rule, Judgement judgement) {
            judgement.match(
                    clear -> true,
                    applies -> found.add(new Finding(
                            rule,
                            applies.severity().orElse(rule.severity()),
                            applies.sentence(),
                            applies.help(),
                            applies.evidence())),
                    unknown -> notChecked.add(new NotChecked(rule, unknown.reason(), unknown.because())));
        }

        List<Finding> findings() {
            return found.stream()
                    .sorted(Comparator.comparing(Finding::severity))
                    .toList();
        }
    }
}
