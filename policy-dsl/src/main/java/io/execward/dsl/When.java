// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.ecs.ClusterArn;
import io.execward.ecs.TaskArn;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.SetOperator;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A condition, typed by its key: the operator and the form of the values follow. Values mean themselves, {@code *} and <code>${</code>
 * included; only the methods whose names end in {@code Like} take wildcards. Several values are alternatives; several conditions of a
 * statement must all hold. Immutable.
 *
 * <pre>{@code
 * allow(Actions.Ecs.EXECUTE_COMMAND)
 *         .on(here.tasks())
 *         .when(When.inCluster(here.cluster("dev")), When.container("app"), When.mfaYoungerThan(Duration.ofMinutes(15)));
 * }</pre>
 *
 * <p>An absent key makes an Allow with a positive test apply to nothing, and a Deny with a negated test apply to everything; the
 * methods for a Deny say what they do without the key (R-EXEC-122).
 */
public final class When {
    private static final String CONTAINER = "ecs:container-name";
    private static final String CLUSTER = "ecs:cluster";
    private static final String RESOURCE_TAG = "aws:ResourceTag/";
    private static final String NOW = "aws:CurrentTime";

    private final List<Condition> conditions;
    private final boolean checked;

    private When(List<Condition> conditions, boolean checked) {
        this.conditions = List.copyOf(conditions);
        this.checked = checked;
    }

    // The target of a shell

    /** Into one of these containers. Without the key, which a request may leave out, it does not hold (R-EXEC-09, U-EXEC-02). */
    public static When container(String name, String... orNames) {
        return of(Comparison.STRING_EQUALS, CONTAINER, containers(name, orNames));
    }

    /** Into a container whose name matches one of these patterns. */
    public static When containerLike(String pattern, String... orPatterns) {
        return of(Comparison.STRING_LIKE, CONTAINER, literals(pattern, orPatterns));
    }

    /** Into any other container, or no container is named: for a Deny that leaves these containers open. */
    public static When containerIsNot(String name, String... norNames) {
        return of(Comparison.STRING_NOT_EQUALS, CONTAINER, containers(name, norNames));
    }

    /** No container is named: beside a Deny of some containers, so that leaving the name out is no way around it (E-X4). */
    public static When noContainerIsNamed() {
        return of(Comparison.NULL, CONTAINER, List.of("true"));
    }

    /** In one of these clusters (R-EXEC-07). */
    public static When inCluster(ClusterArn cluster, ClusterArn... orClusters) {
        return of(Comparison.ARN_EQUALS, CLUSTER, texts(cluster, (Object[]) orClusters));
    }

    /** In a cluster whose ARN matches. */
    public static When inClusterLike(Target<Target.Cluster> clusters) {
        return of(Comparison.ARN_LIKE, CLUSTER, clusters.texts());
    }

    /** In any other cluster, or the request has none. */
    public static When notInCluster(ClusterArn cluster, ClusterArn... norClusters) {
        return of(Comparison.ARN_NOT_EQUALS, CLUSTER, texts(cluster, (Object[]) norClusters));
    }

    /** For one of these tasks (R-EXEC-08). */
    public static When forTask(TaskArn task, TaskArn... orTasks) {
        return of(Comparison.ARN_EQUALS, "ecs:task", texts(task, (Object[]) orTasks));
    }

    // Launching

    /** The launch says that exec is on, or off; without the flag in the request see U-EXEC-01 (R-EXEC-31). */
    public static When execEnabled(boolean enabled) {
        return of(Comparison.STRING_EQUALS, "ecs:enable-execute-command", List.of(Boolean.toString(enabled)));
    }

    /** The launch does not say that exec is off: the flag is true, or left out so that the key is absent (U-EXEC-01). */
    public static When execNotDisabled() {
        return of(Comparison.STRING_NOT_EQUALS, "ecs:enable-execute-command", List.of("false"));
    }

    /** The service runs, or will run, this task definition. */
    public static When taskDefinitionLike(Target<Target.TaskDefinition> definitions) {
        return of(Comparison.ARN_LIKE, "ecs:task-definition", definitions.texts());
    }

    /** The role is passed to this service, such as {@code ecs-tasks.amazonaws.com} (R-EXEC-36). */
    public static When passedTo(String service, String... orServices) {
        return of(Comparison.STRING_EQUALS, "iam:PassedToService", literals(service, orServices));
    }

    // Tags

    /** The resource of the check has this tag with one of these values. */
    public static When tagged(String key, String value, String... orValues) {
        return of(Comparison.STRING_EQUALS, RESOURCE_TAG + tagKey(key), literals(value, orValues));
    }

    /** As {@link #tagged}, with the other spelling of the key, which ECS has too (R-EXEC-10). */
    public static When ecsTagged(String key, String value, String... orValues) {
        return of(Comparison.STRING_EQUALS, "ecs:ResourceTag/" + tagKey(key), literals(value, orValues));
    }

    /** The resource has the tag with a value that matches. */
    public static When taggedLike(String key, String pattern, String... orPatterns) {
        return of(Comparison.STRING_LIKE, RESOURCE_TAG + tagKey(key), literals(pattern, orPatterns));
    }

    /** The resource has the tag with none of these values, or has no such tag. */
    public static When notTagged(String key, String value, String... norValues) {
        return of(Comparison.STRING_NOT_EQUALS, RESOURCE_TAG + tagKey(key), literals(value, norValues));
    }

    /** The resource has the tag with the value that the caller's own tag of that key has; a caller without it is never meant. */
    public static When taggedAsCaller(String key) {
        return of(
                Comparison.STRING_EQUALS,
                RESOURCE_TAG + tagKey(key),
                List.of("${aws:PrincipalTag/" + tagKeyInVariable(key) + "}"));
    }

    /** The caller has this tag with one of these values. */
    public static When callerTagged(String key, String value, String... orValues) {
        return of(Comparison.STRING_EQUALS, "aws:PrincipalTag/" + tagKey(key), literals(value, orValues));
    }

    /** The request sets this tag to one of these values. */
    public static When requestTag(String key, String value, String... orValues) {
        return of(Comparison.STRING_EQUALS, "aws:RequestTag/" + tagKey(key), literals(value, orValues));
    }

    /**
     * The request sets or removes a tag with one of these keys, in any letter case: a guard that compares exactly is passed by another
     * spelling (E-C23).
     */
    public static When tagKeys(String key, String... orKeys) {
        return of(
                new ConditionOperator(SetOperator.FOR_ANY_VALUE, Comparison.STRING_EQUALS_IGNORE_CASE, false),
                "aws:TagKeys",
                literals(key, orKeys));
    }

    // The caller

    /** Signed in with MFA less than this long ago. Without MFA it does not hold (R-KEY-03). */
    public static When mfaYoungerThan(Duration age) {
        return of(Comparison.NUMERIC_LESS_THAN, "aws:MultiFactorAuthAge", List.of(seconds(age)));
    }

    /** Signed in with MFA this long ago or longer, or without MFA: for a Deny (R-EXEC-12). */
    public static When mfaMissingOrAsOldAs(Duration age) {
        return of(
                new ConditionOperator(SetOperator.NONE, Comparison.NUMERIC_GREATER_THAN_EQUALS, true),
                "aws:MultiFactorAuthAge",
                List.of(seconds(age)));
    }

    /** Signed in without MFA, or with keys that never have it: for a Deny (R-EXEC-12). */
    public static When mfaMissing() {
        return of(
                new ConditionOperator(SetOperator.NONE, Comparison.BOOL, true),
                "aws:MultiFactorAuthPresent",
                List.of("false"));
    }

    /** From one of these addresses or CIDR blocks; requests through a VPC endpoint have no such address (R-KEY-05). */
    public static When from(String address, String... orAddresses) {
        return of(Comparison.IP_ADDRESS, "aws:SourceIp", addresses(address, orAddresses));
    }

    /** From any other address, or through a VPC endpoint: for a Deny. */
    public static When notFrom(String address, String... norAddresses) {
        return of(Comparison.NOT_IP_ADDRESS, "aws:SourceIp", addresses(address, norAddresses));
    }

    /** Through one of these VPC endpoints. */
    public static When through(String vpcEndpoint, String... orVpcEndpoints) {
        return of(Comparison.STRING_EQUALS, "aws:SourceVpce", literals(vpcEndpoint, orVpcEndpoints));
    }

    /** As one of these roles, in any session. */
    public static When as(Target<Target.Role> roles) {
        return of(Comparison.ARN_LIKE, "aws:PrincipalArn", roles.texts());
    }

    /** As anybody but these roles, callers without an ARN included: for a Deny with exceptions (R-EXEC-130). */
    public static When notAs(Target<Target.Role> roles) {
        return of(Comparison.ARN_NOT_LIKE, "aws:PrincipalArn", roles.texts());
    }

    /** In an organization. */
    public static When inOrganization(String id) {
        return of(Comparison.STRING_EQUALS, "aws:PrincipalOrgID", List.of(Names.literal(id)));
    }

    /** A session's own: its tag holds the caller's id, which role sessions have where users have a name (R-EXEC-24). */
    public static When sessionIsOwn() {
        return of(Comparison.STRING_LIKE, "ssm:resourceTag/aws:ssmmessages:session-id", List.of("${aws:userid}"));
    }

    // Time

    /** At this instant or later. */
    public static When notBefore(Instant time) {
        return of(Comparison.DATE_GREATER_THAN_EQUALS, NOW, List.of(date(time)));
    }

    /** Before this instant, and not at it. */
    public static When before(Instant time) {
        return of(Comparison.DATE_LESS_THAN, NOW, List.of(date(time)));
    }

    /**
     * From one instant until before another.
     *
     * @throws IllegalArgumentException if the window is empty
     */
    public static When between(Instant from, Instant until) {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("the window from " + from + " until " + until
                    + " is empty: let it end after it begins (R-COND-30)");
        }
        return notBefore(from).and(before(until));
    }

    /** With credentials issued before this instant, or with keys that have no time of issue: for a Deny that revokes (R-KEY-06). */
    public static When issuedBefore(Instant time) {
        return of(
                new ConditionOperator(SetOperator.NONE, Comparison.DATE_LESS_THAN, true),
                "aws:TokenIssueTime",
                List.of(date(time)));
    }

    // On behalf of

    /** A service asks on behalf of a resource whose ARN matches (R-EXEC-53). */
    public static When sourceLike(String arnPattern) {
        return of(Comparison.ARN_LIKE, "aws:SourceArn", List.of(Names.literal(arnPattern)));
    }

    /** A service asks on behalf of this account (R-EXEC-53). */
    public static When sourceAccount(String account) {
        return of(Comparison.STRING_EQUALS, "aws:SourceAccount", List.of(Names.literal(account)));
    }

    /**
     * A condition as it is: the key is not looked up and the values are not escaped.
     *
     * @throws IllegalArgumentException if there is no such operator, or the key is malformed (R-GRAM-17, R-GRAM-18)
     */
    public static When raw(String operator, String key, String value, String... orValues) {
        ConditionOperator known = ConditionOperator.of(operator)
                .orElseThrow(() -> new IllegalArgumentException("`" + operator
                        + "` is not a condition operator: write one such as `StringEquals` (R-GRAM-17)"));
        return new When(List.of(new Condition(known, ConditionKey.of(key), raw(value, orValues))), false);
    }

    /** Both this and that. */
    public When and(When more) {
        List<Condition> all = new ArrayList<>(conditions);
        all.addAll(more.conditions);
        return new When(all, checked && more.checked);
    }

    /** As a statement lists them. */
    public List<Condition> conditions() {
        return conditions;
    }

    boolean checked() {
        return checked;
    }

    private static When of(Comparison comparison, String key, List<String> values) {
        return of(ConditionOperator.of(comparison), key, values);
    }

    private static When of(ConditionOperator operator, String key, List<String> values) {
        return new When(List.of(new Condition(operator, ConditionKey.of(key), values)), true);
    }

    private static List<String> containers(String first, String... more) {
        Stream.concat(Stream.of(first), Arrays.stream(more)).forEach(When::requireContainer);
        return literals(first, more);
    }

    private static void requireContainer(String name) {
        boolean plain = !name.isEmpty()
                && name.chars().allMatch(c -> c == '-' || c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
        if (!plain) {
            throw new IllegalArgumentException("`" + name
                    + "` is not a container name: write letters, digits, hyphens and underscores; for a pattern write"
                    + " `containerLike` (R-EXEC-128)");
        }
    }

    /** The strict reader refuses a Deny that would be lost by an address which cannot be read. */
    private static List<String> addresses(String first, String... more) {
        IamPolicy.identity(
                IamPolicy.deny(ActionSet.raw("*")).onEverything().when(raw("IpAddress", "aws:SourceIp", first, more)));
        return raw(first, more);
    }

    private static String tagKey(String key) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("a condition on a tag needs the tag's key (R-GRAM-18)");
        }
        return key;
    }

    private static String tagKeyInVariable(String key) {
        boolean plain =
                key.chars().noneMatch(c -> c == '$' || c == '{' || c == '}' || c == ',' || Character.isWhitespace(c));
        if (!plain) {
            throw new IllegalArgumentException("the tag key `" + key
                    + "` cannot stand in a policy variable: choose one without blanks (R-VAR-11)");
        }
        return key;
    }

    private static List<String> literals(String first, String... more) {
        return raw(first, more).stream().map(Names::literal).toList();
    }

    private static List<String> raw(String first, String... more) {
        return Stream.concat(Stream.of(first), Arrays.stream(more)).toList();
    }

    private static List<String> texts(Object first, Object... more) {
        return Stream.concat(Stream.of(first), Arrays.stream(more))
                .map(Object::toString)
                .toList();
    }

    private static String seconds(Duration age) {
        if (age.isNegative() || age.isZero() || !age.equals(age.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException(
                    "an MFA age is a positive number of whole seconds, not " + age + " (R-KEY-03)");
        }
        return Long.toString(age.toSeconds());
    }

    private static String date(Instant time) {
        if (!time.equals(time.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("`" + time
                    + "` has a fraction of a second: a window is told in whole seconds, so cut it off (R-COND-31)");
        }
        return time.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof When that && conditions.equals(that.conditions) && checked == that.checked;
    }

    @Override
    public int hashCode() {
        return conditions.hashCode();
    }

    @Override
    public String toString() {
        return conditions.toString();
    }
}
