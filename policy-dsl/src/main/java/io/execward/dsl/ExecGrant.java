// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.dsl.ExecPolicy.AllowExec;
import io.execward.dsl.IamPolicy.Star;
import io.execward.ecs.ClusterArn;
import io.execward.model.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The grant of shells while it is said. The task statement is on {@code task/*} with {@code ecs:cluster}: that key is in both checks
 * and says the cluster of a short ARN too, which a pattern cannot (R-EXEC-07, R-EXEC-05).
 */
record ExecGrant(
        List<ClusterArn> clusters,
        List<Limit> limits,
        Optional<Target<Target.Key>> key,
        boolean describes,
        boolean lists,
        boolean closed)
        implements ExecPolicy.NeedsCluster, AllowExec {
    /** Which statements a limit is for. */
    enum On {
        /** Every one: time and MFA. */
        CALLER,
        /** Those of ECS: nobody says whose network the key is asked for from. */
        NETWORK,
        /** Both halves of ExecuteCommand: the container. */
        SHELL,
        /** The task check alone. */
        TASK,
        /** The cluster check alone. */
        CLUSTER
    }

    /**
     * One condition.
     *
     * @param tag the key of the tag that it is on, if it is on one
     * @param own true if the caller's own tag counts too
     */
    record Limit(On on, When when, Optional<String> tag, boolean own) {}

    ExecGrant {
        clusters = List.copyOf(clusters);
        limits = List.copyOf(limits);
    }

    ExecGrant() {
        this(List.of(), List.of(), Optional.empty(), true, false, false);
    }

    @Override
    public ExecGrant inCluster(ClusterArn cluster, ClusterArn... orClusters) {
        Set<ClusterArn> all = new LinkedHashSet<>(clusters);
        all.add(cluster);
        all.addAll(List.of(orClusters));
        if (all.stream().map(ClusterArn::partition).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "the clusters " + all + " are in several partitions: write a policy for each (R-ARN-03)");
        }
        return new ExecGrant(List.copyOf(all), limits, key, describes, lists, closed);
    }

    @Override
    public AllowExec onlyTasksTagged(String tag, String value, String... orValues) {
        return limited(new Limit(On.TASK, When.tagged(tag, value, orValues), Optional.of(tag), false));
    }

    @Override
    public AllowExec onlyTasksTaggedAsCaller(String tag) {
        return limited(new Limit(On.TASK, When.taggedAsCaller(tag), Optional.of(tag), true));
    }

    @Override
    public AllowExec onlyClustersTagged(String tag, String value, String... orValues) {
        return limited(new Limit(On.CLUSTER, When.tagged(tag, value, orValues), Optional.of(tag), false));
    }

    @Override
    public AllowExec onlyClustersTaggedAsCaller(String tag) {
        return limited(new Limit(On.CLUSTER, When.taggedAsCaller(tag), Optional.of(tag), true));
    }

    @Override
    public AllowExec onlyContainer(String name, String... orNames) {
        return limited(On.SHELL, When.container(name, orNames));
    }

    @Override
    public AllowExec onlyWithMfaYoungerThan(Duration age) {
        return limited(On.CALLER, When.mfaYoungerThan(age));
    }

    @Override
    public AllowExec onlyFrom(String address, String... orAddresses) {
        return limited(On.NETWORK, When.from(address, orAddresses));
    }

    @Override
    public AllowExec onlyThrough(String vpcEndpoint, String... orVpcEndpoints) {
        return limited(On.NETWORK, When.through(vpcEndpoint, orVpcEndpoints));
    }

    @Override
    public AllowExec onlyNotBefore(Instant time) {
        return limited(On.CALLER, When.notBefore(time));
    }

    @Override
    public AllowExec onlyUntil(Instant time) {
        return limited(On.CALLER, When.before(time));
    }

    private ExecGrant limited(On on, When when) {
        return limited(new Limit(on, when, Optional.empty(), false));
    }

    /** What cannot stand together is refused where it was said. */
    private ExecGrant limited(Limit limit) {
        List<Limit> all = new ArrayList<>(limits);
        all.add(limit);
        ExecGrant grant = new ExecGrant(clusters, all, key, describes, lists, closed);
        grant.clauses();
        return grant;
    }

    @Override
    public ExecGrant encryptedWith(Target<Target.Key> newKey) {
        return new ExecGrant(clusters, limits, Optional.of(newKey), describes, lists, closed);
    }

    @Override
    public AllowExec withoutDescribing() {
        return new ExecGrant(clusters, limits, key, false, lists, closed);
    }

    @Override
    public AllowExec withListing() {
        return new ExecGrant(clusters, limits, key, describes, true, closed);
    }

    @Override
    public ExecGrant closingSideDoors() {
        return new ExecGrant(clusters, limits, key, describes, lists, true);
    }

    private List<When> on(On... scopes) {
        List<When> whens = new ArrayList<>();
        for (On scope : scopes) {
            limits.stream()
                    .filter(limit -> limit.on() == scope)
                    .map(Limit::when)
                    .forEach(whens::add);
        }
        return whens;
    }

    private Set<String> tags(boolean ofCallers) {
        Set<String> keys = new LinkedHashSet<>();
        limits.stream()
                .filter(limit -> limit.own() || !ofCallers)
                .forEach(limit -> limit.tag().ifPresent(keys::add));
        return keys;
    }

    @Override
    public List<Clause> clauses() {
        When inClusters = When.inCluster(
                clusters.get(0), clusters.subList(1, clusters.size()).toArray(ClusterArn[]::new));
        List<Clause> clauses = new ArrayList<>();
        clauses.addAll(allow(Actions.Ecs.EXECUTE_COMMAND)
                .on(resources())
                .when(on(On.CLUSTER, On.SHELL, On.CALLER, On.NETWORK))
                .sid("ExecOnCluster")
                .clauses());
        clauses.addAll(allow(Actions.Ecs.EXECUTE_COMMAND)
                .on(tasks())
                .when(inClusters)
                .when(on(On.TASK, On.SHELL, On.CALLER, On.NETWORK))
                .sid("ExecOnTasks")
                .clauses());
        if (describes) {
            clauses.addAll(allow(Actions.Ecs.DESCRIBE_TASKS)
                    .on(tasks())
                    .when(inClusters)
                    .when(on(On.CALLER, On.NETWORK))
                    .sid("DescribeTasks")
                    .clauses());
        }
        if (lists) {
            clauses.addAll(allow(Actions.Ecs.LIST_TASKS)
                    .onEverything(Star.NARROWED_BY_CONDITION)
                    .when(inClusters)
                    .when(on(On.CALLER, On.NETWORK))
                    .sid("ListTasks")
                    .clauses());
        }
        key.ifPresent(it -> clauses.addAll(allow(Actions.Kms.GENERATE_DATA_KEY)
                .on(it)
                .when(on(On.CALLER))
                .sid("SessionDataKey")
                .clauses()));
        if (closed) {
            clauses.addAll(sideDoors());
        }
        return List.copyOf(clauses);
    }

    private List<Clause> sideDoors() {
        List<Clause> clauses = new ArrayList<>(ExecPolicy.denyDirectSessions()
                .onAnyTask(clusters.get(0).partition())
                .clauses());
        if (!tags(false).isEmpty()) {
            clauses.addAll(changesOf(tags(false)).clauses());
        }
        if (!tags(true).isEmpty()) {
            clauses.addAll(changesOf(tags(true)).principalClauses());
        }
        return clauses;
    }

    private static TagDenial changesOf(Set<String> keys) {
        List<String> all = new ArrayList<>(keys);
        return new TagDenial(all.get(0), all.subList(1, all.size()).toArray(String[]::new));
    }

    private static StatementDraft allow(ActionSet action) {
        return StatementDraft.of(Effect.ALLOW, action, false);
    }

    private Target<Target.Cluster> resources() {
        Target<Target.Cluster> all = Target.cluster(clusters.get(0));
        for (ClusterArn cluster : clusters) {
            all = all.and(Target.cluster(cluster));
        }
        return all;
    }

    private Target<Target.Task> tasks() {
        Target<Target.Task> all = Place.of(clusters.get(0)).tasks();
        for (ClusterArn cluster : clusters) {
            all = all.and(Place.of(cluster).tasks());
        }
        return all;
    }
}
