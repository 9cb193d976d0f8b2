// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One {@code ecs:UpdateService}, checked on the service (R-EXEC-32). It sets no tags; linked is a pass check for each role.
 *
 * @param definition empty if the request names none; whether {@code ecs:task-definition} is then there is not known
 * @param serviceTags empty if not told
 */
public record UpdateServiceRequest(
        Caller caller,
        ClusterArn cluster,
        ServiceArn service,
        Optional<TaskDefinitionArn> definition,
        Optional<Map<String, String>> serviceTags,
        Launch launch)
        implements OperationRequest {
    /** @throws IllegalArgumentException if service or definition are not where the cluster is, or the launch sets tags */
    public UpdateServiceRequest {
        Objects.requireNonNull(caller, "caller");
        serviceTags = serviceTags.map(Tags::copy);
        EcsArns.requireIn(cluster, "service", service.toString(), service.clusterArn());
        definition.ifPresent(it -> EcsArns.requireIn(cluster, "task definition", it.toString(), Optional.empty()));
        if (!launch.tags().isEmpty()) {
            throw new IllegalArgumentException("UpdateService sets no tags: ask for TagResource");
        }
    }

    /** A request that names no task definition, for a service whose tags are not told. */
    public static UpdateServiceRequest of(Caller caller, ClusterArn cluster, ServiceArn service, Launch launch) {
        return new UpdateServiceRequest(caller, cluster, service, Optional.empty(), Optional.empty(), launch);
    }

    /** The request names this task definition. */
    public UpdateServiceRequest to(TaskDefinitionArn newDefinition) {
        return new UpdateServiceRequest(caller, cluster, service, Optional.of(newDefinition), serviceTags, launch);
    }

    /** The service has these tags and no others. */
    public UpdateServiceRequest serviceTagged(Map<String, String> tags) {
        return new UpdateServiceRequest(caller, cluster, service, definition, Optional.of(tags), launch);
    }

    @Override
    public String operation() {
        return "UpdateService";
    }

    @Override
    public List<OperationCheck> checks() {
        Draft draft = Draft.of(caller, "ecs:UpdateService", cluster.region())
                .ownedBy(cluster.account())
                .put("ecs:cluster", cluster.toString())
                .put("ecs:enable-execute-command", launch.execFlag().ofUpdate());
        definition.ifPresentOrElse(
                it -> draft.put("ecs:task-definition", EcsArns.withRevision(it)),
                () -> draft.unknown("ecs:task-definition"));
        launch.settings().put(LaunchSettings.OF_SERVICES, draft);
        List<OperationCheck> checks = new ArrayList<>();
        checks.add(draft.check("service", service.toString(), Tags.ofEcs(serviceTags)));
        checks.addAll(LinkedChecks.passing(caller, launch.roles()));
        return List.copyOf(checks);
    }
}
