// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.evaluate.PolicyEngine;
import io.execward.model.Arn;
import io.execward.model.ContextValue;
import io.execward.model.Principal;
import io.execward.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One {@code ecs:ExecuteCommand}: who wants a shell in which container of which task. It expands into a check of the cluster and a
 * check of the task, and both must be allowed (R-EXEC-03); if the cluster has a key, so must {@code kms:GenerateDataKey} on it
 * (R-EXEC-02).
 *
 * <p>Keys that follow from the caller and the target are filled in (R-EXEC-07 to R-EXEC-10), keys that the action never carries are
 * absent (R-EXEC-11), and what depends on the caller or was not told (tags, MFA, source address, time …) is unknown until told.
 * Immutable: every method returns a new request.
 *
 * @param cluster for a task in the long form always the one that its ARN names
 * @param clusterTags empty if not told; told tags are all there are
 * @param taskTags likewise
 * @param key of the cluster's exec configuration; empty if there is none
 */
public record ExecRequest(
        Caller caller,
        ClusterArn cluster,
        TaskArn task,
        Container container,
        Optional<Map<String, String>> clusterTags,
        Optional<Map<String, String>> taskTags,
        Optional<Arn> key,
        ExecModel model)
        implements OperationRequest {
    /** @throws IllegalArgumentException if the task is not one of the cluster's (E-X8), or the key is no KMS key */
    public ExecRequest {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(container, "container");
        Objects.requireNonNull(model, "model");
        clusterTags = clusterTags.map(Tags::copy);
        taskTags = taskTags.map(Tags::copy);
        EcsArns.requireIn(cluster, "task", task.toString(), task.clusterArn());
        key.ifPresent(LinkedChecks::requireKey);
    }

    /** A request for a task whose ARN names its cluster, by somebody about whom nothing else is told. */
    public static ExecRequest of(Principal principal, TaskArn task, Container container) {
        return of(Caller.of(principal), task, container);
    }

    /** A request for a task of either ARN form, by somebody about whom nothing else is told. */
    public static ExecRequest of(Principal principal, ClusterArn cluster, TaskArn task, Container container) {
        return of(Caller.of(principal), cluster, task, container);
    }

    /**
     * A request for a task whose ARN names its cluster; nothing is told about tags.
     *
     * @throws IllegalArgumentException if the ARN does not name the cluster
     */
    public static ExecRequest of(Caller caller, TaskArn task, Container container) {
        ClusterArn cluster = task.clusterArn()
                .orElseThrow(() -> new IllegalArgumentException(
                        "`" + task + "` does not tell its cluster: name the cluster too (R-EXEC-05)"));
        return of(caller, cluster, task, container);
    }

    /** A request for a task of either ARN form; nothing is told about tags. */
    public static ExecRequest of(Caller caller, ClusterArn cluster, TaskArn task, Container container) {
        return new ExecRequest(
                caller,
                cluster,
                task,
                container,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ExecModel.CLUSTER_AND_TASK);
    }

    /** The cluster has these tags and no others. */
    public ExecRequest clusterTagged(Map<String, String> tags) {
        return new ExecRequest(caller, cluster, task, container, Optional.of(tags), taskTags, key, model);
    }

    /** The task has these tags and no others. */
    public ExecRequest taskTagged(Map<String, String> tags) {
        return new ExecRequest(caller, cluster, task, container, clusterTags, Optional.of(tags), key, model);
    }

    /** The cluster encrypts sessions with this key, named by its own ARN (R-EXEC-26). */
    public ExecRequest encryptedWith(Arn kmsKey) {
        return new ExecRequest(caller, cluster, task, container, clusterTags, taskTags, Optional.of(kmsKey), model);
    }

    /** The same request under another resource model. */
    public ExecRequest under(ExecModel other) {
        return new ExecRequest(caller, cluster, task, container, clusterTags, taskTags, key, other);
    }

    /** What if the task check saw the other form of the task's ARN, short for long and long for short (U-EXEC-04)? */
    public ExecRequest inOtherTaskForm() {
        Optional<String> name = task.cluster().isPresent() ? Optional.empty() : Optional.of(cluster.name());
        TaskArn other = new TaskArn(task.partition(), task.region(), task.account(), name, task.id());
        return new ExecRequest(caller, cluster, other, container, clusterTags, taskTags, key, model);
    }

    @Override
    public String operation() {
        return "ExecuteCommand";
    }

    /** On the cluster first, then on the task, then on the key; with {@code TASK_ONLY} not on the cluster. */
    @Override
    public List<OperationCheck> checks() {
        Draft draft = Draft.of(caller, "ecs:ExecuteCommand", cluster.region())
                .ownedBy(cluster.account())
                .put("ecs:cluster", cluster.toString())
                .put("ecs:task", task.toString())
                .put("ecs:container-name", containerName());
        List<OperationCheck> checks = new ArrayList<>(3);
        if (model == ExecModel.CLUSTER_AND_TASK) {
            checks.add(draft.check("cluster", cluster.toString(), Tags.ofEcs(clusterTags)));
        }
        checks.add(draft.check("task", task.toString(), Tags.ofEcs(taskTags)));
        key.ifPresent(arn -> checks.add(LinkedChecks.key(caller, arn)));
        return List.copyOf(checks);
    }

    private ContextValue containerName() {
        return container
                .name()
                .map(name -> ContextValue.of(List.of(name)))
                .orElse(container.absent() ? ContextValue.ABSENT : ContextValue.UNKNOWN);
    }

    /** The checks of cluster and task as one request; that of the key is another action and not among them. */
    public Request toRequest() {
        return requests().get(0);
    }

    @Override
    public ExecDecision explain(PolicyEngine engine) {
        return explain(resource -> engine);
    }

    @Override
    public ExecDecision explain(ResourceEngines engines) {
        return ExecDecision.of(this, engines);
    }
}
