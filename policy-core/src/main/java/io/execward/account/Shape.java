// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A member by which documents are recognised (R-EXEC-112). Many files that are none of ours have a list called {@code tasks}, so an item
 * of a list has to look like one too.
 *
 * @param markers of which the first item has at least one; empty if the name tells enough
 */
record Shape(String member, DocumentKind kind, boolean isList, Set<String> markers) {
    static final Map<String, Shape> BY_MEMBER = Arrays.stream(new Shape[] {
                list("UserDetailList", DocumentKind.ACCOUNT_AUTHORIZATION_DETAILS),
                list("GroupDetailList", DocumentKind.ACCOUNT_AUTHORIZATION_DETAILS),
                list("RoleDetailList", DocumentKind.ACCOUNT_AUTHORIZATION_DETAILS),
                list("Policies", DocumentKind.ACCOUNT_AUTHORIZATION_DETAILS, "PolicyVersionList"),
                list("levels", DocumentKind.SERVICE_CONTROL_POLICIES, "target", "policies"),
                list("clusters", DocumentKind.CLUSTERS, "clusterArn", "clusterName"),
                list("tasks", DocumentKind.TASKS, "taskArn", "taskDefinitionArn", "clusterArn"),
                list("services", DocumentKind.SERVICES, "serviceArn", "serviceName", "clusterArn"),
                object("taskDefinition", DocumentKind.TASK_DEFINITION, "taskDefinitionArn", "containerDefinitions"),
                list("containerInstances", DocumentKind.CONTAINER_INSTANCES, "containerInstanceArn", "ec2InstanceId"),
                list("VpcEndpoints", DocumentKind.VPC_ENDPOINTS),
                list("Subnets", DocumentKind.SUBNETS),
                list("logGroups", DocumentKind.LOG_GROUPS),
                list("keys", DocumentKind.KMS_KEYS, "KeyMetadata"),
                list("Aliases", DocumentKind.KMS_KEYS, "AliasName"),
                object("KeyMetadata", DocumentKind.KMS_KEYS, "KeyId", "Arn"),
                object("awsCliVersion", DocumentKind.CLIENT_ENVIRONMENT),
                object("sessionManagerPluginVersion", DocumentKind.CLIENT_ENVIRONMENT),
                list("Records", DocumentKind.CLOUDTRAIL),
                list("Events", DocumentKind.CLOUDTRAIL)
            })
            .collect(Collectors.toUnmodifiableMap(Shape::member, Function.identity()));

    private static Shape list(String member, DocumentKind kind, String... markers) {
        return new Shape(member, kind, true, Set.of(markers));
    }

    private static Shape object(String member, DocumentKind kind, String... markers) {
        return new Shape(member, kind, false, Set.of(markers));
    }
}
