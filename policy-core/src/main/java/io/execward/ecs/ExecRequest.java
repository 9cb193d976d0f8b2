// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.evaluate.Decision;
import io.execward.evaluate.PolicyEngine;
import io.execward.model.Action;
import io.execward.model.Context;
import io.execward.model.Principal;
import io.execward.model.Request;
import io.execward.model.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One {@code ecs:ExecuteCommand}: who wants a shell in which container of which task. It expands into a check of the cluster and a
 * check of the task, and both must be allowed (R-EXEC-03).
 *
 * <p>Keys that follow from the caller and the target are filled in (R-EXEC-07 to R-EXEC-10), keys that the action never carries are
 * absent (R-EXEC-11), and what depends on the caller or was not told (tags, MFA, source address, time …) is unknown until told.
 * Immutable: every method returns a new request.
 *
 * @param cluster for a task in the long form always the one that its ARN names
 * @param clusterTags empty if not told; told tags are all there are
 * @param taskTags likewise
 * @param told facts that were told, which win over what is derived
 */
public record ExecRequest(
        Principal principal,
        ClusterArn cluster,
        TaskArn task,
        Container container,
        Optional<Map<String, String>> clusterTags,
        Optional<Map<String, String>> taskTags,
        Context told,
        ExecModel model) {
    private static final Action EXECUTE_COMMAND = Action.of("ecs:ExecuteCommand");

    /** @throws IllegalArgumentException if the task is not one of the cluster's (E-X8) */
    public ExecRequest {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(container, "container");
        Objects.requireNonNull(told, "told");
        Objects.requireNonNull(model, "model");
        clusterTags = clusterTags.map(Map::copyOf);
        taskTags = taskTags.map(Map::copyOf);
        boolean sameCluster = task.clusterArn().map(cluster::equals).orElse(true);
        boolean samePlace = task.region().equals(cluster.region())
                && task.account().equals(cluster.account())
                && task.partition().equals(cluster.partition());
        if (!sameCluster || !samePlace) {
            throw new IllegalArgumentException("the task `" + task + "` does not run in the cluster `" + cluster + "`");
        }
    }

    /** A request for a task whose ARN names its cluster; nothing else is told yet. */
    public static ExecRequest of(Principal principal, TaskArn task, Container container) {
        ClusterArn cluster = task.clusterArn()
                .orElseThrow(() -> new IllegalArgumentException(
                        "`" + task + "` does not tell its cluster: name the cluster too (R-EXEC-05)"));
        return of(principal, cluster, task, container);
    }

    /** A request for a task of either ARN form; nothing else is told yet. */
    public static ExecRequest of(Principal principal, ClusterArn cluster, TaskArn task, Container container) {
        return new ExecRequest(
                principal,
                cluster,
                task,
                container,
                Optional.empty(),
                Optional.empty(),
                Context.empty(),
                ExecModel.CLUSTER_AND_TASK);
    }

    /** The cluster has these tags and no others. */
    public ExecRequest clusterTagged(Map<String, String> tags) {
        return new ExecRequest(principal, cluster, task, container, Optional.of(tags), taskTags, told, model);
    }

    /** The task has these tags and no others. */
    public ExecRequest taskTagged(Map<String, String> tags) {
        return new ExecRequest(principal, cluster, task, container, clusterTags, Optional.of(tags), told, model);
    }

    /** The caller, its user or its session has these tags; tags that are not named stay unknown. */
    public ExecRequest principalTagged(Map<String, String> tags) {
        Context.Builder facts = Context.builder();
        tags.forEach((key, value) -> facts.put("aws:PrincipalTag/" + key, value));
        return with(facts.build());
    }

    /** The session was made with MFA, this long ago (R-KEY-03). */
    public ExecRequest withMfa(Duration age) {
        return with(Context.builder()
                .put("aws:MultiFactorAuthPresent", "true")
                .put("aws:MultiFactorAuthAge", Long.toString(age.toSeconds()))
                .build());
    }

    /** The request carries no MFA keys, as with long-term access keys (R-COND-37, R-KEY-03). */
    public ExecRequest withoutMfaKeys() {
        return with(Context.builder()
                .absent("aws:MultiFactorAuthPresent")
                .absent("aws:MultiFactorAuthAge")
                .build());
    }

    /** The request comes from this public address, hence not through a VPC endpoint (R-KEY-05). */
    public ExecRequest from(String sourceAddress) {
        return with(Context.builder()
                .put("aws:SourceIp", sourceAddress)
                .absent("aws:SourceVpc")
                .absent("aws:SourceVpce")
                .absent("aws:SourceVpcArn")
                .absent("aws:VpcSourceIp")
                .absent("aws:VpceAccount")
                .absent("aws:VpceOrgID")
                .absent("aws:VpceOrgPaths")
                .build());
    }

    /** The request is made at this time. */
    public ExecRequest at(Instant time) {
        return with(Context.builder()
                .put("aws:CurrentTime", time.toString())
                .put("aws:EpochTime", Long.toString(time.getEpochSecond()))
                .build());
    }

    /** More facts, which win over what was derived or told before. */
    public ExecRequest with(Context facts) {
        return new ExecRequest(principal, cluster, task, container, clusterTags, taskTags, told.plus(facts), model);
    }

    /** The same request under another resource model. */
    public ExecRequest under(ExecModel other) {
        return new ExecRequest(principal, cluster, task, container, clusterTags, taskTags, told, other);
    }

    /** The checks, as one request: on the cluster first, then on the task; with {@code TASK_ONLY} on the task alone. */
    public Request toRequest() {
        Context.Builder context = Context.builder()
                .put("aws:RequestedRegion", cluster.region())
                .put("aws:ResourceAccount", cluster.account())
                .put("ecs:cluster", cluster.toString())
                .put("ecs:task", task.toString());
        container.name().ifPresentOrElse(name -> context.put("ecs:container-name", name), () -> {
            if (!container.absent()) {
                context.unknown("ecs:container-name");
            }
        });
        List<Resource> resources = new ArrayList<>(2);
        if (model == ExecModel.CLUSTER_AND_TASK) {
            resources.add(Resource.of(cluster.toString()).with(tags(clusterTags)));
        }
        resources.add(Resource.of(task.toString()).with(tags(taskTags)));
        return new Request(
                principal,
                EXECUTE_COMMAND,
                resources,
                Optional.of(cluster.account()),
                CallerFacts.of(principal).plus(context.build()).plus(told),
                Set.of());
    }

    /** Both spellings of the key carry the tags of the resource of the check (R-EXEC-10). */
    private static Context tags(Optional<Map<String, String>> tags) {
        Context.Builder context = Context.builder();
        if (tags.isEmpty()) {
            return context.unknownFamily("aws:ResourceTag/")
                    .unknownFamily("ecs:ResourceTag/")
                    .build();
        }
        tags.get().forEach((key, value) -> {
            context.put("aws:ResourceTag/" + key, value);
            context.put("ecs:ResourceTag/" + key, value);
        });
        return context.build();
    }

    /** Judges both checks together. */
    public ExecDecision explain(PolicyEngine engine) {
        Decision decision = engine.explain(toRequest());
        return new ExecDecision(this, decision);
    }
}
