// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.ecs.ClusterArn;
import java.time.Duration;
import java.time.Instant;

/**
 * Sentences about ECS Exec. Those that grant cover the cluster and the task (R-EXEC-03), and a condition on task tags never lands on the
 * cluster (R-EXEC-15); those that deny leave no half and no ARN form open.
 *
 * <pre>{@code
 * ClusterArn payments = ClusterArn.of("arn:aws:ecs:us-east-1:111122223333:cluster/payments");
 * Policy oncall = ExecPolicy.allowExec()
 *         .inCluster(payments)
 *         .onlyTasksTagged("team", "payments")
 *         .onlyContainer("app")
 *         .onlyWithMfaYoungerThan(Duration.ofMinutes(15))
 *         .closingSideDoors()
 *         .toPolicy();
 * }</pre>
 */
public final class ExecPolicy {
    private ExecPolicy() {}

    /** Somebody may open shells, where the sentence goes on to say. */
    public static NeedsCluster allowExec() {
        return new ExecGrant();
    }

    /** Nobody may open shells, where the sentence goes on to say. */
    public static NeedsReach denyExec() {
        return new ExecDenial();
    }

    /**
     * Nobody may launch tasks or services with exec switched on: a Deny of every action whose requests carry the flag, as the catalog
     * has it (R-EXEC-31, R-EXEC-124). CreateTaskSet and the Express services carry none, so no policy can see the flag there.
     */
    public static NeedsAnswerForOmittedFlag denyLaunchWithExec() {
        return new LaunchDenial();
    }

    /** Nobody may start a session straight in a task, past ECS Exec and its log (R-EXEC-22, R-EXEC-23). */
    public static NeedsTasks denyDirectSessions() {
        return new SessionDenial();
    }

    /** Whoever started a direct session may end and resume it (R-EXEC-24). */
    public static NeedsKindOfCaller allowEndingOwnSessions() {
        return new OwnSessions();
    }

    /**
     * Nobody may set or remove tags of these keys on ECS resources, at creation neither (R-EXEC-123, R-EXEC-37), in any letter case
     * (E-C23). Tags that a task gets by propagation are those of its service or definition, which are guarded likewise.
     */
    public static TagGuard protectTags(String key, String... more) {
        return new TagDenial(key, more);
    }

    /** A grant that does not yet say where. */
    public interface NeedsCluster {
        /** In one cluster, or in several. */
        AllowExec inCluster(ClusterArn cluster, ClusterArn... orClusters);
    }

    /** A grant of shells. Each limit is one more condition; what is not limited is granted. */
    public interface AllowExec extends Sentence.InIdentity {
        /** Only into tasks with this tag; the cluster need not have it. */
        AllowExec onlyTasksTagged(String key, String value, String... orValues);

        /** Only into tasks whose tag has the value of the caller's own tag of that key. */
        AllowExec onlyTasksTaggedAsCaller(String key);

        /** Only in clusters with this tag. */
        AllowExec onlyClustersTagged(String key, String value, String... orValues);

        /** Only in clusters whose tag has the value of the caller's own tag of that key. */
        AllowExec onlyClustersTaggedAsCaller(String key);

        /** Only into this container, or one of these. A request that names none is then not granted, unless the key is filled in. */
        AllowExec onlyContainer(String name, String... orNames);

        /** Only with MFA less than this long ago. */
        AllowExec onlyWithMfaYoungerThan(Duration age);

        /** Only from these addresses or CIDR blocks; the data key of a session is granted from anywhere. */
        AllowExec onlyFrom(String address, String... orAddresses);

        /** Only through these VPC endpoints. */
        AllowExec onlyThrough(String vpcEndpoint, String... orVpcEndpoints);

        /** Only from this instant on. */
        AllowExec onlyNotBefore(Instant time);

        /** Only before this instant. */
        AllowExec onlyUntil(Instant time);

        /** Sessions are encrypted with this key, of which the caller needs a data key (R-EXEC-26). */
        AllowExec encryptedWith(Target<Target.Key> key);

        /** Without {@code ecs:DescribeTasks}, which the AWS CLI needs and a bare API client does not (R-EXEC-02). */
        AllowExec withoutDescribing();

        /** With {@code ecs:ListTasks} in these clusters, to find a task (R-EXEC-28). */
        AllowExec withListing();

        /**
         * With the denials that a grant stands on: direct sessions on any task of the partition, and changes of the tags by which the
         * grant is limited (R-EXEC-123, R-EXEC-127); of callers' own tags too where those count.
         */
        AllowExec closingSideDoors();
    }

    /** A denial of shells that does not yet say which. */
    public interface NeedsReach {
        /**
         * Into this container, or any of these; also if no container is named, for then the key may be absent and hide it (U-EXEC-02).
         * It does not isolate the container: siblings of the same task share its role (R-EXEC-132).
         */
        DenyExec intoContainer(String name, String... orNames);

        /** Into every container but these; also if none is named. */
        DenyExec intoContainersExcept(String name, String... orNames);

        /** Everywhere in this cluster, or in these. */
        DenyExec inCluster(ClusterArn cluster, ClusterArn... orClusters);

        /** In every cluster but these. */
        DenyExec inClustersExcept(ClusterArn cluster, ClusterArn... norClusters);

        /** Without MFA, or with MFA as old as this. */
        DenyExec withoutMfaYoungerThan(Duration age);

        /** Everywhere. */
        DenyExec anywhere();
    }

    /** A denial of shells. Said further, it denies less: all that is said must hold. */
    public interface DenyExec extends NeedsReach, Exceptable<DenyExec> {}

    /** What about a launch that leaves the flag out? */
    public interface NeedsAnswerForOmittedFlag {
        /** It passes: new tasks start without exec, and an updated service keeps its setting (U-EXEC-01). */
        LaunchGuard omittedFlagPasses();

        /**
         * It is refused where the key is then absent, so that every launch and update has to say {@code false}. Deployments that leave
         * the flag out stop working.
         */
        LaunchGuard omittedFlagIsRefused();
    }

    /** A denial of launches with exec. */
    public interface LaunchGuard extends Exceptable<LaunchGuard> {
        /** In these clusters only. */
        LaunchGuard inCluster(ClusterArn cluster, ClusterArn... orClusters);
    }

    /** A denial of direct sessions that does not yet say on which tasks. */
    public interface NeedsTasks {
        /** On every task of the partition, in both ARN forms. */
        SessionGuard onAnyTask(String partition);

        /**
         * On the tasks of a cluster; and on tasks of its account and Region with short ARNs, for these do not tell their cluster and
         * the request does not either (R-EXEC-21, R-EXEC-133).
         */
        SessionGuard onTasksOf(ClusterArn cluster);
    }

    /** A denial of direct sessions. */
    public interface SessionGuard extends Exceptable<SessionGuard> {}

    /** Whose own sessions? */
    public interface NeedsKindOfCaller {
        /**
         * Those that carry the name of the IAM user; sessions of roles have none. The pattern ends in {@code *}, so {@code ann} reaches
         * the sessions of {@code ann-marie} too: where one user's name is the beginning of another's, say {@link #ofRoles}.
         */
        Sentence.InIdentity ofUsers(Place place);

        /** Those whose tag holds the id of the role session; it works for users too. */
        Sentence.InIdentity ofRoles(Place place);
    }

    /** A guard of tags. */
    public interface TagGuard extends Exceptable<TagGuard> {
        /**
         * And on IAM users, roles and their sessions: where the caller's own tag counts, it must not be the caller who sets it. Who
         * passes session tags for others, such as a broker, needs an exception.
         */
        TagGuard onPrincipalsToo();
    }

    /**
     * A denial that may have exceptions.
     *
     * @param <S> itself
     */
    public interface Exceptable<S> extends Sentence.InServiceControl {
        /** But not for these roles. */
        S exceptFor(Target<Target.Role> roles);
    }
}
