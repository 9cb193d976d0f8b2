// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.dsl.IamPolicy.Star;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.ExecConfiguration;
import java.util.List;
import java.util.Objects;

/**
 * The policies that the ECS Exec guide shows, each as the page has it and as we recommend it, with what the page's form misses.
 *
 * <pre>{@code
 * GuidePolicies.Template template = GuidePolicies.execIntoTagged(cluster, "environment", "development");
 * template.page();        // grants the task alone: every call fails in the cluster check
 * template.recommended(); // grants both
 * }</pre>
 */
public final class GuidePolicies {
    private GuidePolicies() {}

    /**
     * One policy of the guide.
     *
     * @param name such as {@code task-role}; can be a file's
     * @param page as the guide shows it
     * @param recommended as it does what the guide says it does
     * @param misses what the page's form does not do, one sentence with its rule each; none if the forms mean the same
     */
    public record Template(String name, IamPolicy page, IamPolicy recommended, List<String> misses) {
        public Template {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(page, "page");
            Objects.requireNonNull(recommended, "recommended");
            misses = List.copyOf(misses);
        }
    }

    /** The channels that the agent in the task opens (R-EXEC-50). */
    public static Template taskRole() {
        IamPolicy.Plain channels = IamPolicy.allow(
                        Actions.SsmMessages.CREATE_CONTROL_CHANNEL,
                        Actions.SsmMessages.CREATE_DATA_CHANNEL,
                        Actions.SsmMessages.OPEN_CONTROL_CHANNEL,
                        Actions.SsmMessages.OPEN_DATA_CHANNEL)
                .onEverything(Star.NO_RESOURCE_TYPE);
        return new Template(
                "task-role", IamPolicy.identity(channels), IamPolicy.identity(channels.sid("ExecChannels")), List.of());
    }

    /** The key of encrypted sessions, on the side of the task (R-EXEC-52). */
    public static Template taskRoleKey(Target<Target.Key> key) {
        IamPolicy.Plain decrypt = IamPolicy.allow(Actions.Kms.DECRYPT).on(key);
        return new Template(
                "task-role-key",
                IamPolicy.identity(decrypt),
                IamPolicy.identity(decrypt.sid("SessionKey")),
                List.of("the key policy has to admit the task role too; see ExecKit.keyPolicy (R-EXEC-26)"));
    }

    /** The key of encrypted sessions, on the side of the caller (R-EXEC-02). */
    public static Template callerKey(Target<Target.Key> key) {
        IamPolicy.Plain generate =
                IamPolicy.allow(Actions.Kms.GENERATE_DATA_KEY).on(key);
        return new Template(
                "caller-key",
                IamPolicy.identity(generate),
                IamPolicy.identity(generate.sid("SessionDataKey")),
                List.of("the key policy has to admit the caller too; see ExecKit.keyPolicy (R-EXEC-26)"));
    }

    /** Logging to a log group (R-EXEC-51). */
    public static Template cloudWatchLogs(ClusterArn cluster, String logGroup) {
        IamPolicy page = IamPolicy.identity(
                IamPolicy.allow(Actions.Logs.DESCRIBE_LOG_GROUPS).onEverything(Star.NO_RESOURCE_TYPE),
                IamPolicy.allow(
                                Actions.Logs.CREATE_LOG_STREAM,
                                Actions.Logs.DESCRIBE_LOG_STREAMS,
                                Actions.Logs.PUT_LOG_EVENTS)
                        .on(Place.of(cluster).logGroup(logGroup)));
        ExecConfiguration configuration = ExecConfiguration.standard().loggedToCloudWatch(logGroup, true);
        return new Template(
                "cloudwatch-logs",
                page,
                ExecKit.forCluster(cluster, configuration).taskRole(),
                List.of("the agent's channels are in another policy of the page (R-EXEC-50)"));
    }

    /** Logging to a bucket (R-EXEC-51). */
    public static Template s3Logs(ClusterArn cluster, String bucket, String prefix) {
        Place place = Place.of(cluster);
        IamPolicy page = IamPolicy.identity(
                IamPolicy.allow(Actions.S3.GET_BUCKET_LOCATION).onEverything(Star.DOCUMENTED_SO),
                IamPolicy.allow(Actions.S3.GET_ENCRYPTION_CONFIGURATION).on(place.bucket(bucket)),
                IamPolicy.allow(Actions.S3.PUT_OBJECT).on(place.objects(bucket, "")));
        ExecConfiguration configuration = ExecConfiguration.standard().loggedToS3(bucket, prefix, true);
        return new Template(
                "s3-logs",
                page,
                ExecKit.forCluster(cluster, configuration).taskRole(),
                List.of(
                        "objects outside of the configured prefix can be overwritten (R-EXEC-51)",
                        "the agent's channels are in another policy of the page (R-EXEC-50)"));
    }

    /** Shells in tasks with a tag only (R-EXEC-14, R-EXEC-15). */
    public static Template execIntoTagged(ClusterArn cluster, String key, String value) {
        IamPolicy page = IamPolicy.identity(IamPolicy.allow(Actions.Ecs.EXECUTE_COMMAND, Actions.Ecs.DESCRIBE_TASKS)
                .on(Place.of(cluster).tasksWithLongArnsOf(cluster.name()))
                .when(When.ecsTagged(key, value)));
        return new Template(
                "exec-into-tagged",
                page,
                IamPolicy.identity(ExecPolicy.allowExec()
                        .inCluster(cluster)
                        .onlyTasksTagged(key, value)
                        .closingSideDoors()),
                List.of(
                        "the cluster is not granted, so every call fails (R-EXEC-03)",
                        "tasks with short ARNs are not granted (R-EXEC-133)",
                        "a direct session goes past it (R-EXEC-127)",
                        "whoever may tag can tag a task in (R-EXEC-123)"));
    }

    /** No shell in one container (R-EXEC-16). */
    public static Template denyContainer(String name) {
        return new Template(
                "deny-container",
                IamPolicy.identity(IamPolicy.deny(Actions.Ecs.EXECUTE_COMMAND)
                        .onEverything()
                        .when(When.container(name))),
                IamPolicy.identity(ExecPolicy.denyExec().intoContainer(name)),
                List.of(
                        "a request without the container's name passes it (U-EXEC-02)",
                        "a sibling container of the same task has the same role (R-EXEC-132)"));
    }

    /** Launching with exec off only (R-EXEC-17). */
    public static Template launchWithExecOff() {
        IamPolicy.Plain launches = IamPolicy.allow(
                        Actions.Ecs.RUN_TASK,
                        Actions.Ecs.START_TASK,
                        Actions.Ecs.CREATE_SERVICE,
                        Actions.Ecs.UPDATE_SERVICE)
                .onEverything(Star.DOCUMENTED_SO);
        return new Template(
                "launch-with-exec-off",
                IamPolicy.identity(launches.when(When.execEnabled(false))),
                IamPolicy.identity(
                        launches.sid("Launch"), ExecPolicy.denyLaunchWithExec().omittedFlagPasses()),
                List.of(
                        "any other Allow passes it, for it denies nothing (R-EXEC-31)",
                        "a request that leaves the flag out is not granted where the key is then absent (U-EXEC-01)",
                        "CreateDaemon and UpdateDaemon carry the flag too (R-EXEC-31)"));
    }

    /** No direct sessions on the tasks of a cluster (R-EXEC-23). */
    public static Template denySessionsInCluster(ClusterArn cluster) {
        Place place = Place.of(cluster).anyRegion();
        Target<Target.Task> longArns = place.tasksWithLongArnsOf(cluster.name());
        return new Template(
                "deny-sessions-in-cluster",
                IamPolicy.identity(IamPolicy.deny(Actions.Ssm.START_SESSION).on(longArns)),
                IamPolicy.identity(IamPolicy.deny(Actions.Ssm.START_SESSION)
                        .on(longArns.and(place.tasksWithShortArns()))
                        .sid("NoDirectSessions")),
                List.of("tasks with short ARNs stay open (R-EXEC-133)"));
    }

    /** No direct sessions on tasks with a tag (R-EXEC-23). */
    public static Template denySessionsByTag(String partition, String key, String value) {
        return new Template(
                "deny-sessions-by-tag",
                IamPolicy.identity(
                        IamPolicy.deny(Actions.Ssm.START_SESSION).onEverything().when(When.tagged(key, value))),
                IamPolicy.identity(ExecPolicy.denyDirectSessions().onAnyTask(partition)),
                List.of(
                        "tasks without the tag stay open (R-EXEC-23)",
                        "instances with the tag are shut, which nobody asked for (R-EXEC-23)"));
    }
}
