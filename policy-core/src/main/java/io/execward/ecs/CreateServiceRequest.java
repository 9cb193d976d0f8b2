// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One {@code ecs:CreateService}, checked on the service that it creates (R-EXEC-32). Linked are a pass check for each role and, with tags,
 * one for tagging.
 */
public record CreateServiceRequest(
        Caller caller, ClusterArn cluster, ServiceArn service, TaskDefinitionArn definition, Launch launch)
        implements OperationRequest {
    /** @throws IllegalArgumentException if service or definition are not where the cluster is */
    public CreateServiceRequest {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(launch, "launch");
        EcsArns.requireIn(cluster, "service", service.toString(), service.clusterArn());
        EcsArns.requireIn(cluster, "task definition", definition.toString(), Optional.empty());
    }

    /** A request for a service of this name in the cluster. */
    public static CreateServiceRequest of(
            Caller caller, ClusterArn cluster, String service, TaskDefinitionArn definition, Launch launch) {
        return new CreateServiceRequest(caller, cluster, cluster.service(service), definition, launch);
    }

    @Override
    public String operation() {
        return "CreateService";
    }

    @Override
    public List<OperationCheck> checks() {
        Draft draft = Draft.of(caller, "ecs:CreateService", cluster.region())
                .ownedBy(cluster.account())
                .put("ecs:cluster", cluster.toString())
                .put("ecs:task-definition", EcsArns.withRevision(definition))
                .put("ecs:enable-execute-command", launch.execFlag().ofLaunch())
                .put(Tags.requested(launch.tags()));
        launch.settings().put(LaunchSettings.OF_SERVICES, draft);
        List<OperationCheck> checks = new ArrayList<>();
        // A service that does not exist yet carries the tags of the request as if it did (R-KEY-04).
        checks.add(draft.check("service", service.toString(), Tags.ofEcs(Optional.of(launch.tags()))));
        checks.addAll(launch.linked(this, cluster, service.toString()));
        return List.copyOf(checks);
    }
}
