// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom the policies let where, and who is who. */
final class KitOptions {
    @Option(
            names = "--cluster",
            paramLabel = "ARN|NAME",
            description = "The cluster. Its name is enough beside --describe-clusters or --account.")
    private @Nullable String cluster;

    @Option(
            names = "--container",
            paramLabel = "NAME",
            description = "Only into this container. Repeatable: into any of these.")
    private List<String> containers = new ArrayList<>();

    @Option(
            names = "--task-tag",
            paramLabel = "KEY=VALUE",
            description = "Only into tasks with this tag. Repeatable: the same key again adds a value.")
    private List<String> taskTags = new ArrayList<>();

    @Option(
            names = "--cluster-tag",
            paramLabel = "KEY=VALUE",
            description = "Only in a cluster with this tag, likewise repeatable.")
    private List<String> clusterTags = new ArrayList<>();

    @Option(
            names = "--team-tag",
            paramLabel = "KEY",
            description = "Only into tasks whose tag has the value of the caller's own tag of that key.")
    private @Nullable String teamTag;

    @Option(
            names = "--cluster-team-tag",
            paramLabel = "KEY",
            description = "Only in a cluster whose tag has the value of the caller's own tag.")
    private @Nullable String clusterTeamTag;

    @Option(names = "--mfa-age", paramLabel = "SECONDS", description = "Only with MFA less than this long ago.")
    private @Nullable String mfaAge;

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "Only from then on, such as `2030-01-01T10:00:00Z`.")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "INSTANT", description = "Only before then.")
    private @Nullable String until;

    @Option(names = "--source-ip", paramLabel = "CIDR", description = "Only from this address or block. Repeatable.")
    private List<String> sourceIps = new ArrayList<>();

    @Option(names = "--vpc-endpoint", paramLabel = "ID", description = "Only through this VPC endpoint. Repeatable.")
    private List<String> vpcEndpoints = new ArrayList<>();

    @Option(names = "--list-tasks", description = "The caller may list the tasks of the cluster, to find one.")
    private boolean listTasks;

    @Option(
            names = "--caller-role",
            paramLabel = "ARN",
            description =
                    "The role of the callers: the key policy names it, and the service control policy lets no other"
                            + " in.")
    private @Nullable String callerRole;

    @Option(names = "--task-role", paramLabel = "ARN", description = "The role of the tasks: the key policy names it.")
    private @Nullable String taskRole;

    @Option(
            names = "--launcher-role",
            paramLabel = "ARN",
            description = "The role that may launch with exec: the service control policy lets no other.")
    private @Nullable String launcherRole;

    @Option(
            names = "--refuse-omitted-flag",
            description = "Launches that leave the exec flag out are refused too: each has to say false.")
    private boolean refuseOmittedFlag;

    void addTo(KitWords words) {
        add(words, KitField.CLUSTER, cluster);
        add(words, KitField.CONTAINERS, containers);
        tags(words, KitField.TASK_TAGS, taskTags);
        tags(words, KitField.CLUSTER_TAGS, clusterTags);
        add(words, KitField.TEAM_TAG, teamTag);
        add(words, KitField.CLUSTER_TEAM_TAG, clusterTeamTag);
        add(words, KitField.MFA_AGE, mfaAge);
        add(words, KitField.FROM, from);
        add(words, KitField.UNTIL, until);
        add(words, KitField.SOURCE_IPS, sourceIps);
        add(words, KitField.VPC_ENDPOINTS, vpcEndpoints);
        flag(words, KitField.LIST_TASKS, listTasks);
        add(words, KitField.CALLER_ROLE, callerRole);
        add(words, KitField.TASK_ROLE, taskRole);
        add(words, KitField.LAUNCHER_ROLE, launcherRole);
        flag(words, KitField.REFUSE_OMITTED_FLAG, refuseOmittedFlag);
    }

    static void add(KitWords words, KitField field, @Nullable String text) {
        Optional.ofNullable(text).ifPresent(told -> words.add(new KitWord(field, "", told, Optional.empty())));
    }

    static void flag(KitWords words, KitField field, boolean told) {
        if (told) {
            words.add(new KitWord(field, "", "true", Optional.empty()));
        }
    }

    private static void add(KitWords words, KitField field, List<String> texts) {
        texts.forEach(text -> words.add(new KitWord(field, "", text, Optional.empty())));
    }

    private static void tags(KitWords words, KitField field, List<String> texts) {
        for (String text : texts) {
            Arguments.Pair tag = Arguments.pair(field.option(), text);
            words.add(new KitWord(field, tag.key(), tag.value(), Optional.empty()));
        }
    }
}
