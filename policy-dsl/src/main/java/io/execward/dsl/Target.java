// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.ecs.ClusterArn;
import io.execward.ecs.ServiceArn;
import io.execward.ecs.SessionArn;
import io.execward.ecs.TaskArn;
import io.execward.ecs.TaskDefinitionArn;
import io.execward.model.Arn;
import io.execward.model.ResourcePattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Resources of one type that a statement is on, or that a condition compares with. Those that are known by name come from a {@link
 * Place}; whole ARNs are read here. Immutable.
 *
 * <pre>{@code
 * Target<Target.Key> key = Target.key("arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");
 * Target<Target.Task> task = Target.task(TaskArn.of("arn:aws:ecs:us-east-1:111122223333:task/dev/0a1b2c3d"));
 * }</pre>
 *
 * @param <T> what kind of resource
 */
public final class Target<T extends Target.Type> {
    /** A kind of resource. */
    public interface Type {}

    /** An ECS cluster. */
    public interface Cluster extends Type {}

    /** An ECS task. */
    public interface Task extends Type {}

    /** An ECS service. */
    public interface Service extends Type {}

    /** An ECS task definition. */
    public interface TaskDefinition extends Type {}

    /** An ECS container instance. */
    public interface ContainerInstance extends Type {}

    /** A KMS key. */
    public interface Key extends Type {}

    /** A log group of CloudWatch Logs, with its streams. */
    public interface LogGroup extends Type {}

    /** An S3 bucket. */
    public interface Bucket extends Type {}

    /** Objects in an S3 bucket. */
    public interface Objects extends Type {}

    /** An IAM role. */
    public interface Role extends Type {}

    /** A document of Systems Manager. */
    public interface Document extends Type {}

    /** A session of Session Manager. */
    public interface Session extends Type {}

    /** Something that no factory here knows. */
    public interface Other extends Type {}

    private final List<ResourcePattern> patterns;
    private final Set<String> types;

    private Target(List<ResourcePattern> patterns, Set<String> types) {
        this.patterns = List.copyOf(patterns);
        this.types = Set.copyOf(types);
    }

    /** @param types the catalog's names for the type */
    static <T extends Type> Target<T> of(String arn, String... types) {
        return new Target<>(List.of(new ResourcePattern(arn)), Set.of(types));
    }

    /** This cluster. */
    public static Target<Cluster> cluster(ClusterArn arn) {
        return of(arn.toString(), "cluster");
    }

    /** This task. */
    public static Target<Task> task(TaskArn arn) {
        return of(arn.toString(), "task");
    }

    /** This service. */
    public static Target<Service> service(ServiceArn arn) {
        return of(arn.toString(), "service");
    }

    /** This task definition, in the form in which the ARN names it (U-EXEC-05). */
    public static Target<TaskDefinition> taskDefinition(TaskDefinitionArn arn) {
        return of(arn.toString(), "task-definition");
    }

    /** This session. */
    public static Target<Session> session(SessionArn arn) {
        return of(arn.toString(), "session");
    }

    /**
     * A KMS key.
     *
     * @throws IllegalArgumentException if the text is not the ARN of one key; an alias has to be resolved first (R-EXEC-26)
     */
    public static Target<Key> key(String arn) {
        return of(checked(arn, "kms", "key/", "arn:aws:kms:us-east-1:111122223333:key/ID", "R-EXEC-26"), "key");
    }

    /**
     * A log group and the streams in it; a {@code :*} at the end may be written or not.
     *
     * @throws IllegalArgumentException if the text is not the ARN of one log group (R-EXEC-51)
     */
    public static Target<LogGroup> logGroup(String arn) {
        String group = arn.endsWith(":*") ? arn.substring(0, arn.length() - 2) : arn;
        String example = "arn:aws:logs:us-east-1:111122223333:log-group:/ecs/exec";
        return of(checked(group, "logs", "log-group:", example, "R-EXEC-51") + ":*", "log-group", "log-stream");
    }

    /**
     * A role, with its path.
     *
     * @throws IllegalArgumentException if the text is not the ARN of one role (R-PRIN-04)
     */
    public static Target<Role> role(String arn) {
        return of(checked(arn, "iam", "role/", "arn:aws:iam::111122223333:role/web-task", "R-PRIN-04"), "role");
    }

    /** A resource as it is, unchecked: {@code *}, or text that starts with {@code arn:}. */
    public static Target<Other> raw(String text) {
        return of(text);
    }

    /** These resources and those. */
    public Target<T> and(Target<T> more) {
        Set<ResourcePattern> all = new LinkedHashSet<>(patterns);
        all.addAll(more.patterns);
        Set<String> allTypes = new LinkedHashSet<>(types);
        allTypes.addAll(more.types);
        return new Target<>(List.copyOf(all), allTypes);
    }

    /** As a policy lists them; at least one. */
    public List<ResourcePattern> patterns() {
        return patterns;
    }

    /** The names that the catalog has for the type; none for raw text. */
    Set<String> types() {
        return types;
    }

    List<String> texts() {
        return patterns.stream().map(ResourcePattern::text).toList();
    }

    private static String checked(String text, String service, String type, String example, String rule) {
        Arn arn = Arn.tryOf(text).orElse(null);
        boolean right = arn != null
                && arn.service().equals(service)
                && Arn.isAccountId(arn.account())
                && arn.resource().length() > type.length()
                && arn.resource().startsWith(type)
                && !arn.resource().endsWith("/");
        if (!right || text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.contains("${")) {
            throw new IllegalArgumentException("`" + text + "` is not the ARN of one "
                    + type.substring(0, type.length() - 1) + ": write it like `" + example + "` (" + rule + ")");
        }
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Target<?> that && patterns.equals(that.patterns) && types.equals(that.types);
    }

    @Override
    public int hashCode() {
        return patterns.hashCode() * 31 + types.hashCode();
    }

    @Override
    public String toString() {
        return patterns.toString();
    }
}
