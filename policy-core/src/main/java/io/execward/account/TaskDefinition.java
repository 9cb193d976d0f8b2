// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A task definition (R-EXEC-102).
 *
 * @param tags in document order; empty if they are not known (R-EXEC-118)
 * @param revision from 1
 * @param operatingSystemFamily of its {@code runtimePlatform}, such as {@code LINUX}
 */
public record TaskDefinition(
        String arn,
        String family,
        int revision,
        Optional<Map<String, String>> tags,
        Optional<String> taskRoleArn,
        Optional<String> executionRoleArn,
        Optional<String> networkMode,
        Optional<String> pidMode,
        List<String> requiresCompatibilities,
        Optional<String> operatingSystemFamily,
        List<ContainerDefinition> containers) {
    public TaskDefinition {
        tags = tags.map(Ordered::copy);
        requiresCompatibilities = List.copyOf(requiresCompatibilities);
        containers = List.copyOf(containers);
    }

    /**
     * One container of the definition.
     *
     * @param essential true if the document does not say
     * @param environment names and values, in document order
     */
    public record ContainerDefinition(
            String name,
            String image,
            Optional<String> user,
            boolean privileged,
            boolean essential,
            boolean readonlyRootFilesystem,
            boolean initProcessEnabled,
            Map<String, String> environment,
            List<MountPoint> mountPoints,
            Optional<String> logDriver) {
        public ContainerDefinition {
            environment = Ordered.copy(environment);
            mountPoints = List.copyOf(mountPoints);
        }
    }

    /** A volume in a container. */
    public record MountPoint(String containerPath, boolean readOnly) {}
}
