// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.ecs.Caller;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.Container;
import io.execward.ecs.ExecModel;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.TaskArn;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A shell in a container: who, where, and what else is known. */
final class ExecOptions {
    @Option(names = "--exec", description = "Ask for ecs:ExecuteCommand: both cluster and task must be allowed.")
    private boolean exec;

    @Option(names = "--task", paramLabel = "ARN", description = "The task.")
    private @Nullable String task;

    @Option(
            names = "--cluster",
            paramLabel = "ARN|NAME",
            description = "Its cluster; not needed if the task's ARN names it.")
    private @Nullable String cluster;

    @Option(names = "--container", paramLabel = "NAME", description = "The container.")
    private @Nullable String container;

    @Option(
            names = "--container-omitted",
            description = {
                "The caller names none, so that ecs:container-name is unknown; the same as none of these options."
            })
    private boolean containerOmitted;

    @Option(
            names = "--container-absent",
            description = "The caller names none, and ecs:container-name is taken to be absent.")
    private boolean containerAbsent;

    @Option(
            names = "--cluster-tag",
            paramLabel = "KEY=VALUE",
            description = "The cluster has this tag, and no others than are told. Repeatable.")
    private List<String> clusterTags = new ArrayList<>();

    @Option(names = "--no-cluster-tags", description = "The cluster has no tags.")
    private boolean noClusterTags;

    @Option(
            names = "--task-tag",
            paramLabel = "KEY=VALUE",
            description = "The task has this tag, and no others than are told. Repeatable.")
    private List<String> taskTags = new ArrayList<>();

    @Option(names = "--no-task-tags", description = "The task has no tags.")
    private boolean noTaskTags;

    @Option(
            names = "--principal-tag",
            paramLabel = "KEY=VALUE",
            description = "The caller has this tag; others stay unknown. Repeatable.")
    private List<String> principalTags = new ArrayList<>();

    @Option(names = "--task-only", description = "Judge the task alone, as older texts have it; to compare with.")
    private boolean taskOnly;

    /** True if a shell is asked for. */
    boolean isAsked() {
        return exec;
    }

    /**
     * The request with everything that was told.
     *
     * @param how what is known about how the caller calls
     * @param facts what was told by key
     */
    ExecRequest request(Caller who, CallerOptions how, Context facts, AbsenceOption absence) {
        TaskArn theTask = task();
        Container theContainer = container();
        checkTags(facts);
        Caller tagged =
                principalTags.isEmpty() ? who : who.taggedAtLeast(Arguments.tags("--principal-tag", principalTags));
        CallerOptions.checkOnce(tagged.told(), facts);
        Caller told = how.told(tagged, facts);
        Caller caller = absence.applied(told);
        ExecRequest request = Arguments.parsed(
                "--cluster",
                String.valueOf(cluster),
                text -> ExecRequest.of(caller, cluster(theTask), theTask, theContainer));
        return tagged(request).under(taskOnly ? ExecModel.TASK_ONLY : ExecModel.CLUSTER_AND_TASK);
    }

    private TaskArn task() {
        if (task == null) {
            throw new UsageError("--task is missing: name the task, such as"
                    + " `--task arn:aws:ecs:us-east-1:111122223333:task/prod/0123456789abcdef0123456789abcdef`");
        }
        return Arguments.parsed("--task", task, TaskArn::of);
    }

    private ClusterArn cluster(TaskArn ofTask) {
        if (cluster == null) {
            return ofTask.clusterArn()
                    .orElseThrow(() -> new UsageError("--cluster is missing: `" + ofTask
                            + "` does not tell the task's cluster, so name it (R-EXEC-05)"));
        }
        return cluster.startsWith("arn:")
                ? ClusterArn.of(cluster)
                : new ClusterArn(ofTask.partition(), ofTask.region(), ofTask.account(), cluster);
    }

    private Container container() {
        onlyOne("--container", container != null, "--container-omitted", containerOmitted);
        onlyOne("--container", container != null, "--container-absent", containerAbsent);
        onlyOne("--container-omitted", containerOmitted, "--container-absent", containerAbsent);
        if (container != null) {
            if (container.isEmpty()) {
                throw new UsageError("--container: the name is empty; for a call without it write --container-omitted");
            }
            return Container.named(container);
        }
        return containerAbsent ? Container.omittedAndAbsent() : Container.omitted();
    }

    private ExecRequest tagged(ExecRequest request) {
        onlyOne("--cluster-tag", !clusterTags.isEmpty(), "--no-cluster-tags", noClusterTags);
        onlyOne("--task-tag", !taskTags.isEmpty(), "--no-task-tags", noTaskTags);
        ExecRequest tagged = request;
        if (noClusterTags || !clusterTags.isEmpty()) {
            tagged = tagged.clusterTagged(Arguments.tags("--cluster-tag", clusterTags));
        }
        if (noTaskTags || !taskTags.isEmpty()) {
            tagged = tagged.taskTagged(Arguments.tags("--task-tag", taskTags));
        }
        return tagged;
    }

    private static void onlyOne(String one, boolean isOne, String other, boolean isOther) {
        if (isOne && isOther) {
            throw new UsageError(one + " and " + other + " contradict each other: leave one out");
        }
    }

    private static void checkTags(Context facts) {
        for (ConditionKey key : facts.keys()) {
            String name = key.folded();
            boolean tag = name.startsWith("aws:resourcetag/") || name.startsWith("ecs:resourcetag/");
            if (tag && facts.get(key) instanceof ContextValue.Present) {
                throw new UsageError("the key `" + key
                        + "` has a value for the cluster and one for the task: write --cluster-tag and --task-tag");
            }
        }
    }
}
