// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.Arn;
import io.execward.model.ContextValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a launch asks for, as far as condition keys can see it (R-EXEC-32, R-EXEC-34, R-EXEC-39). What is not told is unknown, for a
 * service may fill it in; each operation takes only the keys that it has (R-EXEC-38). Immutable.
 *
 * @param values by condition key
 * @param restOmitted true if keys that are not among them are absent
 */
public record LaunchSettings(Map<String, ContextValue> values, boolean restOmitted) {
    static final List<String> OF_RUN_TASK = List.of("ecs:capacity-provider", "ecs:enable-ebs-volumes");
    static final List<String> OF_START_TASK = List.of("ecs:enable-ebs-volumes");
    static final List<String> OF_SERVICES = List.of(
            "ecs:auto-assign-public-ip",
            "ecs:capacity-provider",
            "ecs:enable-ebs-volumes",
            "ecs:enable-ecs-managed-tags",
            "ecs:enable-service-connect",
            "ecs:enable-vpc-lattice",
            "ecs:namespace",
            "ecs:propagate-tags",
            "ecs:subnet",
            "ecs:task-cpu",
            "ecs:task-memory");
    static final List<String> OF_REGISTRATION =
            List.of("ecs:compute-compatibility", "ecs:privileged", "ecs:task-cpu", "ecs:task-memory");

    private static final String PROPAGATE_TAGS = "ecs:propagate-tags";

    /** Where the tags of new tasks come from (R-EXEC-41). */
    public enum PropagateTags {
        SERVICE,
        TASK_DEFINITION,
        NONE
    }

    public LaunchSettings {
        values.values().forEach(value -> Objects.requireNonNull(value, "value"));
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Nothing is told. */
    public static LaunchSettings untold() {
        return new LaunchSettings(Map.of(), false);
    }

    /** What was not told is left out, and its key absent. */
    public LaunchSettings withRestOmitted() {
        return new LaunchSettings(values, true);
    }

    /**
     * These capacity providers; none if there is no ARN.
     *
     * @throws IllegalArgumentException if one is not the ARN of a capacity provider
     */
    public LaunchSettings capacityProviders(Arn... arns) {
        return with(
                "ecs:capacity-provider", Arrays.stream(arns).map(Arn::toString).toArray(String[]::new));
    }

    /** These subnets, by id. */
    public LaunchSettings subnets(String... ids) {
        return with("ecs:subnet", ids);
    }

    /** Whether tasks get a public address. */
    public LaunchSettings publicIp(boolean assigned) {
        return with("ecs:auto-assign-public-ip", Boolean.toString(assigned));
    }

    /** Whether ECS sets its own tags. */
    public LaunchSettings managedTags(boolean enabled) {
        return with("ecs:enable-ecs-managed-tags", Boolean.toString(enabled));
    }

    /** Where new tasks get tags from. */
    public LaunchSettings propagateTags(PropagateTags from) {
        return with(PROPAGATE_TAGS, from.name());
    }

    /** Whether Service Connect is on. */
    public LaunchSettings serviceConnect(boolean enabled) {
        return with("ecs:enable-service-connect", Boolean.toString(enabled));
    }

    /**
     * The Cloud Map namespace.
     *
     * @throws IllegalArgumentException unless it is the ARN of one
     */
    public LaunchSettings namespace(Arn namespace) {
        if (!namespace.service().equals("servicediscovery")) {
            throw new IllegalArgumentException("`" + namespace + "` is not the ARN of a Cloud Map namespace");
        }
        return with("ecs:namespace", namespace.toString());
    }

    /** Whether VPC Lattice is on. */
    public LaunchSettings vpcLattice(boolean enabled) {
        return with("ecs:enable-vpc-lattice", Boolean.toString(enabled));
    }

    /** Whether tasks get EBS volumes. */
    public LaunchSettings ebsVolumes(boolean enabled) {
        return with("ecs:enable-ebs-volumes", Boolean.toString(enabled));
    }

    /**
     * The CPU of a task, in units; 1024 are one virtual CPU.
     *
     * @throws IllegalArgumentException unless it is positive
     */
    public LaunchSettings cpu(int units) {
        return with("ecs:task-cpu", positive(units));
    }

    /**
     * The memory of a task, in MiB.
     *
     * @throws IllegalArgumentException unless it is positive
     */
    public LaunchSettings memory(int mebibytes) {
        return with("ecs:task-memory", positive(mebibytes));
    }

    /** Whether some container is privileged. */
    public LaunchSettings privileged(boolean privileged) {
        return with("ecs:privileged", Boolean.toString(privileged));
    }

    /** What a definition requires, such as {@code FARGATE}. */
    public LaunchSettings computeCompatibilities(String... compatibilities) {
        return with("ecs:compute-compatibility", compatibilities);
    }

    private static String positive(int number) {
        if (number <= 0) {
            throw new IllegalArgumentException("a task has more than " + number + " units of CPU or MiB of memory");
        }
        return Integer.toString(number);
    }

    /** A setting without a value is one that the request leaves out. */
    private LaunchSettings with(String key, String... told) {
        Map<String, ContextValue> more = new TreeMap<>(values);
        more.put(key, told.length == 0 ? ContextValue.ABSENT : ContextValue.of(Arrays.asList(told)));
        return new LaunchSettings(more, restOmitted);
    }

    /** True if the request asks for propagated tags, be they its own. */
    boolean propagatesTags() {
        return propagates(PropagateTags.SERVICE) || takesTagsOfDefinition();
    }

    /** True if the request asks for tags that it does not name; those of a service it does, for it creates the service. */
    boolean takesTagsOfDefinition() {
        return propagates(PropagateTags.TASK_DEFINITION);
    }

    private boolean propagates(PropagateTags from) {
        return ContextValue.of(List.of(from.name())).equals(values.get(PROPAGATE_TAGS));
    }

    /** Puts the keys that an operation has. */
    void put(List<String> keys, Draft draft) {
        for (String key : keys) {
            ContextValue value = values.get(key);
            if (value != null) {
                draft.put(key, value);
            } else if (!restOmitted) {
                draft.unknown(key);
            }
        }
    }
}
