// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import io.execward.account.TaskDefinition.ContainerDefinition;
import io.execward.account.TaskDefinition.MountPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Rules about what the task definition says (R-EXEC-70 to R-EXEC-72, R-EXEC-87 to R-EXEC-90). */
final class DefinitionRules {
    /** What the agent writes to. */
    private static final List<String> WRITTEN =
            List.of("/managed-agents", "/var/lib/amazon/ssm", "/var/log/amazon/ssm");

    private static final List<String> PROXIES = List.of("HTTP_PROXY", "HTTPS_PROXY");
    private static final List<String> METADATA = List.of("169.254.169.254", "169.254.170.2");
    private static final List<String> CREDENTIALS =
            List.of("AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
    private static final Set<String> ROOT = Set.of("root", "0");

    private DefinitionRules() {}

    static Judgement readonlyRoot(Subject subject) {
        return subject.containerDefinition().judge(container -> {
            if (!container.readonlyRootFilesystem()) {
                return Judgement.clear();
            }
            String evidence = "readonlyRootFilesystem: true";
            boolean mounted = WRITTEN.stream().allMatch(path -> isWritable(path, container.mountPoints()));
            return mounted
                    ? Judgement.applies(
                                    "the root file system is read-only; mounts cover what the agent writes to, which AWS"
                                            + " does not support",
                                    "make the root file system writable, or be ready for exec to break",
                                    evidence)
                            .as(Severity.WARNING)
                    : Judgement.applies(
                            "the root file system is read-only, and the agent has to write to it",
                            "make the root file system writable; AWS supports no other way",
                            evidence);
        });
    }

    /** The mount closest to the path decides; a read-only mount below it takes a part away again. */
    private static boolean isWritable(String path, List<MountPoint> mounts) {
        int closest = -1;
        boolean writable = false;
        for (MountPoint mount : mounts) {
            String at = withSlash(mount.containerPath());
            if (withSlash(path).startsWith(at)) {
                if (at.length() > closest) {
                    closest = at.length();
                    writable = !mount.readOnly();
                } else if (at.length() == closest) {
                    writable &= !mount.readOnly();
                }
            } else if (at.startsWith(withSlash(path)) && mount.readOnly()) {
                return false;
            }
        }
        return writable;
    }

    private static String withSlash(String path) {
        return path.endsWith("/") ? path : path + "/";
    }

    static Judgement initProcess(Subject subject) {
        return subject.containerDefinition()
                .judge(container -> container.initProcessEnabled()
                        ? Judgement.clear()
                        : subject.os().judge(os -> switch (os) {
                            case WINDOWS -> Judgement.clear();
                            case LINUX ->
                                Judgement.applies(
                                        "no init process reaps what a session leaves behind",
                                        "set linuxParameters.initProcessEnabled to true",
                                        "linuxParameters.initProcessEnabled: false");
                        }));
    }

    static Judgement pidMode(Subject subject) {
        return subject.definition().judge(definition -> {
            String mode = definition.pidMode().orElse("");
            int containers = Math.max(
                    definition.containers().size(), subject.task().containers().size());
            if (mode.equals("task") && containers > 1) {
                return Judgement.applies(
                        "the containers share a PID namespace, which takes one session at a time",
                        "open a shell in one container only, or give each its own namespace",
                        "pidMode: task",
                        "containers: " + containers);
            }
            return mode.equals("host")
                    ? Judgement.applies(
                                    "the containers share the PID namespace of the host",
                                    "know that a shell sees the processes of the host",
                                    "pidMode: host")
                            .as(Severity.INFO)
                    : Judgement.clear();
        });
    }

    static Judgement nanoServer(Subject subject) {
        return subject.containerDefinition()
                .judge(container -> Judgement.when(
                        container.image().toLowerCase(Locale.ROOT).contains("nanoserver"),
                        "exec does not work in Windows Nano Server images",
                        "build the image on Windows Server Core",
                        "image: " + container.image()));
    }

    static Judgement proxy(Subject subject) {
        return subject.containerDefinition().judge(container -> {
            List<String> set = present(container, PROXIES);
            List<String> spared = Arrays.stream(
                            container.environment().getOrDefault("NO_PROXY", "").split(",", -1))
                    .map(String::strip)
                    .toList();
            List<String> lacking = new ArrayList<>(METADATA);
            lacking.removeAll(spared);
            return Judgement.when(
                    !set.isEmpty() && !lacking.isEmpty(),
                    "a proxy is set that the agent would ask for credentials and metadata too",
                    "add " + String.join(" and ", lacking) + " to NO_PROXY",
                    "environment: " + String.join(", ", set) + " set",
                    "NO_PROXY lacks " + String.join(", ", lacking));
        });
    }

    /** The values are secrets and not shown. */
    static Judgement staticCredentials(Subject subject) {
        return subject.containerDefinition().judge(container -> {
            List<String> set = present(container, CREDENTIALS);
            return Judgement.when(
                    !set.isEmpty(),
                    "static credentials are in the environment, which the agent would use in place of the task role",
                    "remove them, and give the task role what the application needs",
                    "environment: " + String.join(", ", set) + " set");
        });
    }

    private static List<String> present(ContainerDefinition container, List<String> names) {
        Map<String, String> environment = container.environment();
        return names.stream()
                .filter(name -> !environment.getOrDefault(name, "").isEmpty())
                .toList();
    }

    static Judgement root(Subject subject) {
        return subject.containerDefinition().judge(container -> {
            String user = container.user().orElse("root");
            int colon = user.indexOf(':');
            return Judgement.when(
                    !ROOT.contains(colon < 0 ? user : user.substring(0, colon)),
                    "exec commands run as root, not as the container's user",
                    "count every shell as root",
                    "user: " + user);
        });
    }
}
