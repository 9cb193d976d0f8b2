// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import io.execward.account.IamRole;
import io.execward.ecs.ExecConfiguration;
import io.execward.ecs.ExecConfiguration.Logging;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rules about the task role (R-EXEC-73, R-EXEC-75 to R-EXEC-77, R-EXEC-79); without one, they are skipped. */
final class RoleRules {
    private static final List<String> CHANNELS = List.of(
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel");

    private RoleRules() {}

    static Judgement missing(Subject subject) {
        return subject.taskRoleArn().judge(arn -> {
            boolean onInstance = !subject.isFargate().value().orElse(true);
            return Judgement.when(
                    arn.isEmpty(),
                    "the task has no task role"
                            + (onInstance
                                    ? "; the instance profile that containers fall back to is not judged (R-EXEC-56)"
                                    : ""),
                    "give the task definition a task role with the four ssmmessages actions",
                    "taskRoleArn: none");
        });
    }

    /** All four have no resource type, so that only {@code *} matches (R-EXEC-50). */
    static Judgement channels(Subject subject) {
        return withRole(
                subject,
                role -> Permission.all(
                        CHANNELS.stream().map(role::anywhere).toList(),
                        "the task role may not open the channels of a session",
                        "allow " + String.join(", ", CHANNELS) + " on `*` in the task role"));
    }

    static Judgement decrypt(Subject subject) {
        return subject.ifConfigured(configuration -> configuration
                .kmsKeyId()
                .map(id -> withRole(
                        subject,
                        role -> subject.key()
                                .judge(key -> Permission.all(
                                        List.of(role.onKey("kms:Decrypt", key)),
                                        "the task role may not decrypt with the session key",
                                        "allow kms:Decrypt on " + key
                                                + " in the task role, and let the key policy delegate to" + " IAM"))))
                .orElseGet(Judgement::clear));
    }

    static Judgement encryptionCheck(Subject subject) {
        return subject.ifConfigured(configuration -> {
            Optional<String> bucket = overridden(configuration, configuration.s3BucketName())
                    .filter(name -> configuration.s3EncryptionEnabled());
            boolean group = LogRules.encryptedGroup(configuration).isPresent();
            if (!group && bucket.isEmpty()) {
                return Judgement.clear();
            }
            return withRole(subject, role -> {
                List<Permission> wanted = new ArrayList<>();
                if (group) {
                    wanted.add(role.onLogs("logs:DescribeLogGroups", "*"));
                }
                bucket.ifPresent(name -> wanted.add(role.onS3("s3:GetEncryptionConfiguration", name)));
                return Permission.all(
                        wanted,
                        "the task role may not look up whether the logs are encrypted, as the cluster asks for, and the"
                                + " session ends",
                        "allow logs:DescribeLogGroups on `*` and s3:GetEncryptionConfiguration on the bucket in the task"
                                + " role, or do not ask for encryption");
            });
        });
    }

    static Judgement logWrites(Subject subject) {
        return subject.ifConfigured(configuration -> {
            Optional<String> group = overridden(configuration, configuration.cloudWatchLogGroupName());
            Optional<String> bucket = overridden(configuration, configuration.s3BucketName());
            if (group.isEmpty() && bucket.isEmpty()) {
                return Judgement.clear();
            }
            return withRole(subject, role -> {
                List<Permission> wanted = new ArrayList<>();
                group.ifPresent(name -> addLogs(role, name, wanted));
                bucket.ifPresent(name -> addBucket(role, name, configuration.s3KeyPrefix(), wanted));
                return Permission.all(
                        wanted,
                        "the task role may not write the session log, which is then lost",
                        "allow these actions on the log group and the bucket of the cluster in the task role (R-EXEC-51)");
            });
        });
    }

    private static void addLogs(RolePermissions role, String group, List<Permission> wanted) {
        wanted.add(role.onLogs("logs:DescribeLogGroups", "*"));
        for (String action : List.of("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents")) {
            wanted.add(role.onLogs(action, group));
        }
    }

    private static void addBucket(
            RolePermissions role, String bucket, Optional<String> prefix, List<Permission> wanted) {
        wanted.add(role.onS3("s3:GetBucketLocation", "*"));
        String folder = prefix.filter(text -> !text.isEmpty())
                .map(text -> text.endsWith("/") ? text : text + "/")
                .orElse("");
        wanted.add(role.onLogObject("s3:PutObject", bucket, folder));
    }

    private static Optional<String> overridden(ExecConfiguration configuration, Optional<String> destination) {
        return destination.filter(name -> configuration.logging() == Logging.OVERRIDE);
    }

    private static Judgement withRole(Subject subject, Function<RolePermissions, Judgement> rule) {
        return subject.taskRole().judge((IamRole role) -> rule.apply(new RolePermissions(subject, role)));
    }
}
