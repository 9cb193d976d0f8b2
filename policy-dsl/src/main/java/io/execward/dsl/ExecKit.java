// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.account.EcsCluster;
import io.execward.dsl.ExecPolicy.AllowExec;
import io.execward.dsl.IamPolicy.Star;
import io.execward.dsl.Sentence.Clause;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.ExecConfiguration;
import io.execward.ecs.ExecConfiguration.Logging;
import io.execward.model.Arn;
import io.execward.model.PolicyKind;
import io.execward.model.PrincipalPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Every policy that ECS Exec needs in one cluster, made from the cluster's configuration: nothing is granted for a key or a log that is
 * not there, and nothing is forgotten for one that is (R-EXEC-02, R-EXEC-50 to R-EXEC-54).
 *
 * <pre>{@code
 * ExecKit kit = ExecKit.forCluster(
 *                 ClusterArn.of("arn:aws:ecs:us-east-1:111122223333:cluster/payments"),
 *                 ExecConfiguration.standard().loggedToCloudWatch("/ecs/exec/payments", true))
 *         .callers(exec -> exec.onlyTasksTagged("team", "payments").onlyContainer("app"));
 * kit.documents().forEach((name, document) -> System.out.println(name + ".json\n" + document.json()));
 * }</pre>
 *
 * <p>Immutable.
 */
public final class ExecKit {
    private static final String TASKS = "ecs-tasks.amazonaws.com";
    private static final String ALIAS = "alias/";

    private final ClusterArn cluster;
    private final ExecConfiguration configuration;
    private final Optional<Target<Target.Key>> key;
    private final AllowExec grant;
    private final Roles roles;
    private final boolean refusesOmittedFlag;

    /** Who is known by name. */
    private record Roles(
            Optional<Target<Target.Role>> callers,
            Optional<Target<Target.Role>> tasks,
            Optional<Target<Target.Role>> launchers) {}

    private ExecKit(
            ClusterArn cluster,
            ExecConfiguration configuration,
            Optional<Target<Target.Key>> key,
            AllowExec grant,
            Roles roles,
            boolean refusesOmittedFlag) {
        this.cluster = cluster;
        this.configuration = configuration;
        this.key = key;
        this.grant = grant;
        this.roles = roles;
        this.refusesOmittedFlag = refusesOmittedFlag;
    }

    /**
     * The kit of a cluster.
     *
     * @throws IllegalArgumentException if the key is an alias, which names no key in a policy, or the logging contradicts itself
     */
    public static ExecKit forCluster(ClusterArn cluster, ExecConfiguration configuration) {
        return forCluster(
                cluster, configuration, configuration.kmsKeyId().map(text -> keyNamed(text, Place.of(cluster))));
    }

    /**
     * The kit of a cluster that {@code describe-clusters --include CONFIGURATIONS} told of; one without configuration logs as the
     * container does and has no key (R-EXEC-54).
     *
     * @throws IllegalArgumentException as {@link #forCluster(ClusterArn, ExecConfiguration)} does
     */
    public static ExecKit forCluster(EcsCluster cluster) {
        return forCluster(cluster.arn(), cluster.execConfiguration().orElse(ExecConfiguration.standard()));
    }

    /** The kit of a cluster whose key is this one, to which the configuration's alias was resolved (R-EXEC-26). */
    public static ExecKit forCluster(ClusterArn cluster, ExecConfiguration configuration, Target<Target.Key> key) {
        return forCluster(cluster, configuration, Optional.of(key));
    }

    private static ExecKit forCluster(
            ClusterArn cluster, ExecConfiguration configuration, Optional<Target<Target.Key>> key) {
        boolean nowhere = configuration.cloudWatchLogGroupName().isEmpty()
                && configuration.s3BucketName().isEmpty();
        if (configuration.logging() == Logging.OVERRIDE && nowhere) {
            throw new IllegalArgumentException(
                    "the logging is `OVERRIDE` and says no destination: name a log group or a bucket (R-EXEC-54)");
        }
        key.ifPresent(it -> requireBeside(cluster, it));
        ExecGrant grant = new ExecGrant().inCluster(cluster);
        AllowExec encrypted = key.<AllowExec>map(grant::encryptedWith).orElse(grant);
        Roles nobody = new Roles(Optional.empty(), Optional.empty(), Optional.empty());
        return new ExecKit(cluster, configuration, key, encrypted, nobody, false);
    }

    /** A key of another Region or partition can never be the cluster's, so that both sides would be granted nothing. */
    static void requireBeside(ClusterArn cluster, Target<Target.Key> key) {
        String beginning = "arn:" + cluster.partition() + ":kms:" + cluster.region() + ":";
        for (String text : key.texts()) {
            if (!text.startsWith(beginning)) {
                throw new IllegalArgumentException("the key `" + text + "` is not where the cluster `" + cluster
                        + "` is: name a key of its partition and Region (R-EXEC-26)");
            }
        }
    }

    /** Nobody of another partition comes here, so that a guard with this exception would let nobody in (R-ARN-03). */
    private Target<Target.Role> here(Target<Target.Role> roles) {
        for (String text : roles.texts()) {
            if (!text.startsWith("arn:" + cluster.partition() + ":")) {
                throw new IllegalArgumentException("the role `" + text + "` is not in the partition of the cluster `"
                        + cluster + "`: write `arn:" + cluster.partition() + ":iam::…` (R-ARN-03)");
            }
        }
        return roles;
    }

    private static Target<Target.Key> keyNamed(String text, Place place) {
        boolean alias = text.startsWith(ALIAS)
                || Arn.tryOf(text)
                        .filter(arn -> arn.resource().startsWith(ALIAS))
                        .isPresent();
        if (alias) {
            throw new IllegalArgumentException(
                    "`" + text
                            + "` is an alias, which names no key in a policy: resolve it, and give `forCluster` the key's ARN (R-EXEC-26)");
        }
        return text.startsWith("arn:") ? Target.key(text) : place.key(text);
    }

    /** The same kit with callers limited, such as to tasks with a tag; said again, it limits further. */
    public ExecKit callers(UnaryOperator<AllowExec> limits) {
        return new ExecKit(cluster, configuration, key, limits.apply(grant), roles, refusesOmittedFlag);
    }

    /** The same kit for callers in this role: the key policy names it, and organizations let no other open shells here. */
    public ExecKit callersAre(Target<Target.Role> role) {
        Roles named = new Roles(Optional.of(here(role)), roles.tasks(), roles.launchers());
        return new ExecKit(cluster, configuration, key, grant, named, refusesOmittedFlag);
    }

    /** The same kit for tasks with this role: the key policy names it. */
    public ExecKit tasksRunAs(Target<Target.Role> role) {
        Roles named = new Roles(roles.callers(), Optional.of(here(role)), roles.launchers());
        return new ExecKit(cluster, configuration, key, grant, named, refusesOmittedFlag);
    }

    /** The same kit with this role as the one that may launch with exec: organizations let no other. */
    public ExecKit launchersAre(Target<Target.Role> role) {
        Roles named = new Roles(roles.callers(), roles.tasks(), Optional.of(here(role)));
        return new ExecKit(cluster, configuration, key, grant, named, refusesOmittedFlag);
    }

    /** The same kit with launch guards that refuse a launch which leaves the exec flag out; else it passes (U-EXEC-01). */
    public ExecKit omittedFlagIsRefused() {
        return new ExecKit(cluster, configuration, key, grant, roles, true);
    }

    /** Identity policy of whoever opens shells; side doors are closed. */
    public IamPolicy caller() {
        return IamPolicy.identity(grant.closingSideDoors());
    }

    /** Identity policy of the task role. */
    public IamPolicy taskRole() {
        List<Clause> clauses = new ArrayList<>(IamPolicy.allow(
                        Actions.SsmMessages.CREATE_CONTROL_CHANNEL,
                        Actions.SsmMessages.CREATE_DATA_CHANNEL,
                        Actions.SsmMessages.OPEN_CONTROL_CHANNEL,
                        Actions.SsmMessages.OPEN_DATA_CHANNEL)
                .onEverything(Star.NO_RESOURCE_TYPE)
                .sid("ExecChannels")
                .clauses());
        key.ifPresent(it -> clauses.addAll(
                IamPolicy.allow(Actions.Kms.DECRYPT).on(it).sid("SessionKey").clauses()));
        if (configuration.logging() == Logging.OVERRIDE) {
            configuration.cloudWatchLogGroupName().ifPresent(group -> clauses.addAll(logGroup(group)));
            configuration.s3BucketName().ifPresent(bucket -> clauses.addAll(logBucket(bucket)));
        }
        return IamPolicy.of(PolicyKind.IDENTITY, clauses);
    }

    private List<Clause> logGroup(String name) {
        List<Clause> clauses = new ArrayList<>(IamPolicy.allow(Actions.Logs.DESCRIBE_LOG_GROUPS)
                .onEverything(Star.NO_RESOURCE_TYPE)
                .sid("FindLogGroup")
                .clauses());
        clauses.addAll(IamPolicy.allow(
                        Actions.Logs.CREATE_LOG_STREAM, Actions.Logs.DESCRIBE_LOG_STREAMS, Actions.Logs.PUT_LOG_EVENTS)
                .on(Place.of(cluster).logGroup(name))
                .sid("WriteLogStreams")
                .clauses());
        return clauses;
    }

    private List<Clause> logBucket(String name) {
        Place place = Place.of(cluster);
        List<Clause> clauses = new ArrayList<>(IamPolicy.allow(Actions.S3.GET_BUCKET_LOCATION)
                .onEverything(Star.DOCUMENTED_SO)
                .sid("FindLogBucket")
                .clauses());
        if (configuration.s3EncryptionEnabled()) {
            clauses.addAll(IamPolicy.allow(Actions.S3.GET_ENCRYPTION_CONFIGURATION)
                    .on(place.bucket(name))
                    .sid("CheckLogBucket")
                    .clauses());
        }
        clauses.addAll(IamPolicy.allow(Actions.S3.PUT_OBJECT)
                .on(place.objects(name, configuration.s3KeyPrefix().orElse("")))
                .sid("WriteLogObjects")
                .clauses());
        return clauses;
    }

    /** Trust policy of the task role, for tasks of the cluster's account and Region only (R-EXEC-53). */
    public IamPolicy taskRoleTrust() {
        String tasks = "arn:" + cluster.partition() + ":ecs:" + cluster.region() + ":" + cluster.account() + ":*";
        return IamPolicy.trust(IamPolicy.allow(Actions.Sts.ASSUME_ROLE)
                .by(new PrincipalPattern.Service(TASKS))
                .when(When.sourceLike(tasks), When.sourceAccount(cluster.account()))
                .sid("EcsTasks"));
    }

    /**
     * What the key policy has to say, to be added to what it says of the key's administrators; empty without key. Roles that are not
     * named get in by their identity policies, to which the statement delegates (R-EXEC-26).
     */
    public Optional<IamPolicy> keyPolicy() {
        return key.map(it -> IamPolicy.resource(
                by(roles.callers(), IamPolicy.allow(Actions.Kms.GENERATE_DATA_KEY))
                        .onEverything(Star.OWN_RESOURCE)
                        .sid("ExecCallers"),
                by(roles.tasks(), IamPolicy.allow(Actions.Kms.DECRYPT))
                        .onEverything(Star.OWN_RESOURCE)
                        .sid("ExecTaskRoles")));
    }

    /** For all of the roles, or for the account, which leaves it to identity policies. */
    private IamPolicy.Named by(Optional<Target<Target.Role>> named, IamPolicy.Allowing allow) {
        List<String> texts = named.map(Target::texts)
                .orElse(List.of("arn:" + cluster.partition() + ":iam::" + cluster.account() + ":root"));
        PrincipalPattern[] more =
                texts.stream().skip(1).map(PrincipalPattern.Aws::of).toArray(PrincipalPattern[]::new);
        return allow.by(PrincipalPattern.Aws.of(texts.get(0)), more);
    }

    /** Identity policy for everybody who launches tasks or services and is not to switch exec on (R-EXEC-124). */
    public IamPolicy launchGuard() {
        return IamPolicy.identity(guard());
    }

    private ExecPolicy.LaunchGuard guard() {
        ExecPolicy.NeedsAnswerForOmittedFlag guard = ExecPolicy.denyLaunchWithExec();
        return refusesOmittedFlag ? guard.omittedFlagIsRefused() : guard.omittedFlagPasses();
    }

    /** Identity policy for everybody: no direct session on a task (R-EXEC-23). */
    public IamPolicy sessionDeny() {
        return IamPolicy.identity(ExecPolicy.denyDirectSessions().onAnyTask(cluster.partition()));
    }

    /**
     * The guards as a service control policy: no direct sessions, no launch with exec in the cluster but by the launcher role, and no
     * shell in it but by the caller role, if that is named (R-EXEC-130).
     */
    public IamPolicy serviceControl() {
        ExecPolicy.LaunchGuard launches = guard().inCluster(cluster);
        IamPolicy guards = IamPolicy.serviceControl(
                ExecPolicy.denyDirectSessions().onAnyTask(cluster.partition()),
                roles.launchers().map(launches::exceptFor).orElse(launches));
        return roles.callers()
                .map(role ->
                        guards.plus(ExecPolicy.denyExec().inCluster(cluster).exceptFor(role)))
                .orElse(guards);
    }

    /** Every document under a name that can be a file's, in a fixed order. */
    public Map<String, IamPolicy> documents() {
        Map<String, IamPolicy> documents = new LinkedHashMap<>();
        documents.put("caller", caller());
        documents.put("task-role", taskRole());
        documents.put("task-role-trust", taskRoleTrust());
        keyPolicy().ifPresent(policy -> documents.put("key-policy", policy));
        documents.put("launch-guard", launchGuard());
        documents.put("session-deny", sessionDeny());
        documents.put("service-control", serviceControl());
        return Collections.unmodifiableMap(documents);
    }
}
