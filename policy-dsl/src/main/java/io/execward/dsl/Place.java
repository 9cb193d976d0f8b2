// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.ecs.ClusterArn;
import io.execward.model.Arn;
import java.util.Objects;

/**
 * A partition, Region and account, in which names become resources: the partition is said once and inherited by all. Region and
 * account may be {@code *}, the partition may not.
 *
 * <pre>{@code
 * Place here = Place.of("aws", "us-east-1", "111122223333");
 * ClusterArn cluster = here.cluster("payments");
 * Target<Target.Task> tasks = here.anyRegion().tasks();
 * }</pre>
 */
public record Place(String partition, String region, String account) {
    private static final String ANY = "*";

    /** @throws IllegalArgumentException if a part is malformed (R-ARN-01) */
    public Place {
        Objects.requireNonNull(region, "region");
        boolean partitionOk = !partition.isEmpty() && partition.chars().allMatch(c -> c == '-' || isLowerOrDigit(c));
        boolean regionOk = region.equals(ANY)
                || (!region.isEmpty() && region.chars().allMatch(c -> c == '-' || isLowerOrDigit(c)));
        if (!partitionOk || !regionOk || !(account.equals(ANY) || Arn.isAccountId(account))) {
            throw new IllegalArgumentException("`" + partition + "`, `" + region + "`, `" + account
                    + "` is no place: write a partition such as `aws`, a Region such as `us-east-1` and a 12-digit account id;"
                    + " Region and account may be `*` (R-ARN-01)");
        }
    }

    private static boolean isLowerOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** One Region of one account. */
    public static Place of(String partition, String region, String account) {
        return new Place(partition, region, account);
    }

    /** Where a cluster is. */
    public static Place of(ClusterArn cluster) {
        return new Place(cluster.partition(), cluster.region(), cluster.account());
    }

    /** Every Region and account of a partition. */
    public static Place anywhereIn(String partition) {
        return new Place(partition, ANY, ANY);
    }

    /** The same account in every Region. */
    public Place anyRegion() {
        return new Place(partition, ANY, account);
    }

    /** The same Region in every account. */
    public Place anyAccount() {
        return new Place(partition, region, ANY);
    }

    /**
     * The cluster of this name.
     *
     * @throws IllegalArgumentException if the name is none, or the place is not one Region of one account
     */
    public ClusterArn cluster(String name) {
        return new ClusterArn(partition, region, account, name);
    }

    /** The clusters whose names match: {@code prod*} takes in {@code prod-copy} too (R-EXEC-131). */
    public Target<Target.Cluster> clustersLike(String namePattern) {
        return Target.of(arn("ecs", "cluster/" + Names.pattern("cluster", namePattern)), "cluster");
    }

    /** Every task, in both ARN forms (R-EXEC-05). */
    public Target<Target.Task> tasks() {
        return Target.of(arn("ecs", "task/*"), "task");
    }

    /**
     * The tasks of a cluster, in the long ARN form only: tasks with short ARNs are missed (R-EXEC-133). {@link #tasks} with {@link
     * When#inCluster} reaches both.
     */
    public Target<Target.Task> tasksWithLongArnsOf(String cluster) {
        return Target.of(arn("ecs", "task/" + Names.name("cluster", cluster) + "/*"), "task");
    }

    /** The tasks whose ARNs have the short form, {@code task/ID}, and do not tell their cluster (R-EXEC-05). */
    public Target<Target.Task> tasksWithShortArns() {
        return Target.of(arn("ecs", "task/????????-????-????-????-????????????"), "task");
    }

    /** Every service of a cluster, in the long ARN form. */
    public Target<Target.Service> servicesOf(String cluster) {
        return Target.of(arn("ecs", "service/" + Names.name("cluster", cluster) + "/*"), "service");
    }

    /** One service, in the long ARN form. */
    public Target<Target.Service> service(String cluster, String name) {
        return Target.of(
                arn("ecs", "service/" + Names.name("cluster", cluster) + "/" + Names.name("service", name)), "service");
    }

    /** All revisions of a task definition, and the family alone, for a request that names no revision (U-EXEC-05). */
    public Target<Target.TaskDefinition> taskDefinition(String family) {
        String name = Names.name("task definition", family);
        return Target.<Target.TaskDefinition>of(arn("ecs", "task-definition/" + name), "task-definition")
                .and(Target.of(arn("ecs", "task-definition/" + name + ":*"), "task-definition"));
    }

    /** Every container instance of a cluster. */
    public Target<Target.ContainerInstance> containerInstancesOf(String cluster) {
        return Target.of(
                arn("ecs", "container-instance/" + Names.name("cluster", cluster) + "/*"), "container-instance");
    }

    /** A KMS key by its id; an alias names no key in a policy (R-EXEC-26). */
    public Target<Target.Key> key(String id) {
        return Target.key(arn("kms", "key/" + Names.name("key", id)));
    }

    /** A log group and the streams in it. */
    public Target<Target.LogGroup> logGroup(String name) {
        return Target.logGroup(arn("logs", "log-group:" + Names.logGroup(name)));
    }

    /** A bucket. */
    public Target<Target.Bucket> bucket(String name) {
        return Target.of("arn:" + partition + ":s3:::" + Names.name("bucket", name), "bucket");
    }

    /** The objects of a bucket whose keys begin with a prefix; all if it is empty. */
    public Target<Target.Objects> objects(String bucket, String prefix) {
        if (prefix.indexOf('*') >= 0 || prefix.indexOf('?') >= 0 || prefix.contains("${")) {
            throw new IllegalArgumentException(
                    "`" + prefix + "` is not a key prefix: write it without wildcards and variables (R-EXEC-51)");
        }
        return Target.of("arn:" + partition + ":s3:::" + Names.name("bucket", bucket) + "/" + prefix + "*", "object");
    }

    /** A role by its path and name, such as {@code app/web-task}. */
    public Target<Target.Role> role(String pathAndName) {
        return Target.role(global("iam", "role/" + Names.path("role", pathAndName)));
    }

    /** The roles whose path and name match, such as {@code app/*}. */
    public Target<Target.Role> rolesLike(String pattern) {
        return Target.of(global("iam", "role/" + Names.path("role", pattern)), "role");
    }

    /** A session document of this account; for those of AWS see {@link #documentOfAws}. */
    public Target<Target.Document> document(String name) {
        return Target.of(arn("ssm", "document/" + Names.name("document", name)), "document");
    }

    /** A session document that AWS owns, such as {@code AWS-StartPortForwardingSession}: its ARN has no account (R-EXEC-20). */
    public Target<Target.Document> documentOfAws(String name) {
        return Target.of(
                "arn:" + partition + ":ssm:" + region + "::document/" + Names.name("document", name), "document");
    }

    /** Every session of Session Manager. */
    public Target<Target.Session> sessions() {
        return Target.of(arn("ssm", "session/*"), "session");
    }

    /** The direct sessions that carry the name of the IAM user who asks (R-EXEC-24); role sessions have no user name. */
    public Target<Target.Session> sessionsOfUser() {
        return Target.of(arn("ssm", "session/${aws:username}-*"), "session");
    }

    private String arn(String service, String resource) {
        return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
    }

    /** IAM has no Regions. */
    private String global(String service, String resource) {
        return "arn:" + partition + ":" + service + "::" + account + ":" + resource;
    }
}
