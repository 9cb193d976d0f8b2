// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import io.execward.ecs.ExecConfiguration;
import io.execward.ecs.ExecConfiguration.Logging;
import java.util.Optional;

/** Rules about where sessions are logged (R-EXEC-78, R-EXEC-80 to R-EXEC-83); what the role may do is in {@link RoleRules}. */
final class LogRules {
    private LogRules() {}

    static Judgement notConfigured(Subject subject) {
        return subject.configuration()
                .judge(configuration -> Judgement.when(
                        configuration.isEmpty(),
                        "the cluster's document has no exec configuration: sessions are logged only where a container uses awslogs",
                        "configure exec logging; if it is, make the document again with `--include CONFIGURATIONS`: neither key nor"
                                + " logs are judged without",
                        "cluster: " + subject.task().cluster(),
                        "executeCommandConfiguration: none"));
    }

    static Judgement none(Subject subject) {
        return subject.ifConfigured(configuration -> Judgement.when(
                configuration.logging() == Logging.NONE,
                "the cluster switches exec logs off",
                "set logging to DEFAULT or OVERRIDE",
                "cluster: " + subject.task().cluster(),
                "logging: NONE"));
    }

    static Judgement withoutAwslogs(Subject subject) {
        return subject.ifConfigured(configuration -> configuration.logging() != Logging.DEFAULT
                ? Judgement.clear()
                : subject.containerDefinition().judge(container -> {
                    String driver = container.logDriver().orElse("none");
                    return Judgement.when(
                            !driver.equals("awslogs"),
                            "exec logs go where the container's awslogs driver logs to, and it has none: sessions are not"
                                    + " logged",
                            "use the awslogs driver, or set logging to OVERRIDE with a log group or a bucket",
                            "logging: DEFAULT",
                            "logDriver: " + driver);
                }));
    }

    static Judgement imageTools(Subject subject) {
        return subject.configuration()
                .judge(configuration -> Judgement.when(
                        configuration.map(ExecConfiguration::logging).orElse(Logging.DEFAULT) != Logging.NONE,
                        "logging needs `script` and `cat` in the image, which no document shows",
                        "look into the image",
                        subject.containerDefinition()
                                .value()
                                .map(container -> new String[] {"image: " + container.image()})
                                .orElseGet(() -> new String[0])));
    }

    static Judgement groupNotEncrypted(Subject subject) {
        return subject.ifConfigured(configuration -> encryptedGroup(configuration)
                .map(name -> subject.logGroup(name)
                        .judge(group -> Judgement.when(
                                group.kmsKeyId().isEmpty(),
                                "the cluster asks for an encrypted log group, and the group has no key: sessions cannot"
                                        + " start",
                                "associate a customer managed key with the log group, or do not ask for encryption",
                                "cloudWatchEncryptionEnabled: true",
                                "log group: " + name)))
                .orElseGet(Judgement::clear));
    }

    /** The log group that has to be encrypted, if there is one. */
    static Optional<String> encryptedGroup(ExecConfiguration configuration) {
        return configuration
                .cloudWatchLogGroupName()
                .filter(name ->
                        configuration.logging() == Logging.OVERRIDE && configuration.cloudWatchEncryptionEnabled());
    }
}
