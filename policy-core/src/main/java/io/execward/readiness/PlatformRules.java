// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import io.execward.account.ContainerInstance;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** Rules about what the task runs on (R-EXEC-68, R-EXEC-69, R-EXEC-92, R-EXEC-93, R-EXEC-96). */
final class PlatformRules {
    private static final Version LINUX_PLATFORM = Version.of(1, 4, 0);
    private static final Version WINDOWS_PLATFORM = Version.of(1, 0, 0);
    private static final Version LINUX_AGENT = Version.of(1, 50, 2);
    private static final Version WINDOWS_AGENT = Version.of(1, 56, 0);

    private static final Set<String> SUPPORTED_WINDOWS = Set.of(
            "WINDOWS_SERVER_2022_FULL",
            "WINDOWS_SERVER_2022_CORE",
            "WINDOWS_SERVER_2019_FULL",
            "WINDOWS_SERVER_2019_CORE",
            "WINDOWS_SERVER_20H2_CORE");

    private PlatformRules() {}

    static Judgement fargatePlatform(Subject subject) {
        return subject.isFargate().judge(fargate -> {
            if (!fargate) {
                return Judgement.clear();
            }
            String text = subject.task().platformVersion().orElse("");
            return Version.parse(text)
                    .map(version -> needs(
                            subject,
                            version,
                            LINUX_PLATFORM,
                            WINDOWS_PLATFORM,
                            first -> Judgement.applies(
                                    "the Fargate platform version is too old for exec",
                                    "start the task again on platform version " + first + " or newer, such as LATEST",
                                    "platformVersion: " + text)))
                    .orElseGet(() -> new Judgement.Unknown(
                            NotChecked.Reason.NOT_SUPPLIED,
                            text.isEmpty()
                                    ? "the task's document tells no Fargate platform version"
                                    : "the Fargate platform version `" + text + "` does not tell its number"));
        });
    }

    static Judgement agentVersion(Subject subject) {
        return subject.onInstance(instance -> {
            String text = instance.agentVersion().orElse("");
            return Version.parse(text)
                    .map(version -> needs(
                            subject,
                            version,
                            LINUX_AGENT,
                            WINDOWS_AGENT,
                            first -> Judgement.applies(
                                    "the container agent of the instance is too old for exec",
                                    "update the container agent to " + first + " or newer and start the task again",
                                    "agentVersion: " + text,
                                    "container instance: " + instance.arn())))
                    .orElseGet(() -> new Judgement.Unknown(
                            NotChecked.Reason.NOT_SUPPLIED,
                            text.isEmpty()
                                    ? "the container instance's document tells no agent version"
                                    : "`" + text + "` is not an agent version"));
        });
    }

    private interface TooOld {
        Judgement before(String first);
    }

    /** The operating system matters only for versions between the two bounds. */
    private static Judgement needs(Subject subject, Version version, Version linux, Version windows, TooOld tooOld) {
        boolean oldForLinux = version.isBefore(linux);
        boolean oldForWindows = version.isBefore(windows);
        if (!oldForLinux && !oldForWindows) {
            return Judgement.clear();
        }
        if (oldForLinux && oldForWindows) {
            Version either = linux.isBefore(windows) ? windows : linux;
            return tooOld.before(subject.os()
                    .value()
                    .map(os -> first(os, linux, windows))
                    .orElse(either)
                    .toString());
        }
        return subject.os().judge(os -> {
            Version first = first(os, linux, windows);
            return version.isBefore(first) ? tooOld.before(first.toString()) : Judgement.clear();
        });
    }

    private static Version first(Subject.Os os, Version linux, Version windows) {
        return switch (os) {
            case LINUX -> linux;
            case WINDOWS -> windows;
        };
    }

    static Judgement windows(Subject subject) {
        boolean onEc2 = subject.task().launchType().orElse("EC2").equals("EC2");
        if (!onEc2) {
            return Judgement.clear();
        }
        return subject.isFargate()
                .judge(fargate -> fargate
                        ? Judgement.clear()
                        : subject.os().judge(os -> switch (os) {
                            case LINUX -> Judgement.clear();
                            case WINDOWS -> windowsFamily(subject).judge(PlatformRules::supported);
                        }));
    }

    private static Known<String> windowsFamily(Subject subject) {
        Known<String> ofInstance = subject.instance()
                .flatMap(instance -> Known.of(
                        instance.osFamily(), "the container instance's document does not tell its Windows version"));
        Known<String> ofDefinition = subject.definition()
                .flatMap(definition -> Known.of(
                        definition.operatingSystemFamily(), "the task definition does not tell its Windows version"));
        return ofInstance.or(ofDefinition);
    }

    private static Judgement supported(String family) {
        return Judgement.when(
                !SUPPORTED_WINDOWS.contains(family.toUpperCase(Locale.ROOT)),
                "exec does not support this Windows on EC2",
                "use an ECS-optimized Windows Server 2022, 2019 or 20H2 Core",
                "operating system: " + family);
    }

    /**
     * A service waits for an instance; a task of its own that a capacity provider places may have been launched before its instance
     * existed (U-EXEC-24).
     */
    static Judgement asyncPlacement(Subject subject) {
        return subject.isFargate().judge(fargate -> {
            boolean mayHaveWaited = !fargate
                    && subject.task().capacityProviderName().isPresent()
                    && subject.task().serviceName().isEmpty();
            return mayHaveWaited
                    ? Known.of(subject.task().createdAt(), "the task's document does not tell when it was created")
                            .judge(created -> subject.instance().judge(instance -> placedAsync(created, instance)))
                    : Judgement.clear();
        });
    }

    private static Judgement placedAsync(Instant created, ContainerInstance instance) {
        return Known.of(
                        instance.registeredAt(),
                        "the container instance's document does not tell when it was registered")
                .judge(registered -> Judgement.when(
                        created.isBefore(registered),
                        "the task was launched before its container instance existed, and such tasks take no commands",
                        "start the task again now that there is an instance",
                        "createdAt: " + created,
                        "registeredAt: " + registered,
                        "container instance: " + instance.arn()));
    }

    static Judgement disconnected(Subject subject) {
        return subject.onInstance(instance -> Known.of(
                        instance.agentConnected(), "the container instance's document does not tell if it is connected")
                .judge(connected -> Judgement.when(
                        !connected,
                        "the container instance is not connected to ECS",
                        "look after the instance's agent and its network",
                        "agentConnected: false",
                        "container instance: " + instance.arn())));
    }
}
