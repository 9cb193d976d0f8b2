// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.account.AccountSnapshot;
import io.execward.account.ClusterKey;
import io.execward.account.EcsCluster;
import io.execward.account.EcsService;
import io.execward.account.EcsTask;
import io.execward.account.TaskDefinition;
import io.execward.account.TaskRole;
import io.execward.ecs.ClusterArn;
import io.execward.model.Arn;
import java.util.Map;
import java.util.Optional;

/** One container of one task, with what the documents say around it. */
record Target(
        EcsTask task,
        String container,
        Optional<EcsCluster> cluster,
        Optional<TaskDefinition> definition,
        Optional<EcsService> service,
        TaskRole role,
        Optional<Arn> key) {
    static Target of(AccountSnapshot account, EcsTask task, String container) {
        Optional<EcsCluster> cluster = account.cluster(task.cluster());
        return new Target(
                task,
                container,
                cluster,
                account.taskDefinition(task),
                account.service(task),
                account.taskRole(task),
                cluster.flatMap(found -> key(account, found.arn())));
    }

    /**
     * The key by its own ARN. Where no document tells which key that is, a name stands in that no policy means: the policy of such a key
     * was not supplied, so that the check is UNDECIDED unless every key is denied (R-EXEC-26, R-EXEC-117).
     */
    private static Optional<Arn> key(AccountSnapshot account, ClusterArn cluster) {
        return ClusterKey.of(account, cluster)
                .match(
                        Optional::empty,
                        Optional::of,
                        name -> Optional.of(new Arn(
                                cluster.partition(), "kms", cluster.region(), cluster.account(), "key/" + name)));
    }

    Optional<Map<String, String>> clusterTags() {
        return cluster.flatMap(EcsCluster::tags);
    }

    /** The name in which people think of the task's origin. */
    String taskGroup() {
        return task.group()
                .orElseGet(
                        () -> "family:" + definition.map(TaskDefinition::family).orElse(familyByArn()));
    }

    private String familyByArn() {
        String arn = task.taskDefinitionArn();
        String last = arn.substring(arn.lastIndexOf('/') + 1);
        int colon = last.lastIndexOf(':');
        return colon < 0 ? last : last.substring(0, colon);
    }

    /** The role of a shell, as text; empty if there is none or it is not known. */
    Optional<String> roleArn() {
        return role.match(Optional::of, Optional::empty, definition -> Optional.empty());
    }
}
