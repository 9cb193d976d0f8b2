// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be said of a kit or a break-glass grant: as an option, and as a member of a kit file (R-EXEC-150). */
enum KitField {
    CLUSTER("--cluster", "cluster", Shape.TEXT, Use.BOTH),
    CONTAINERS("--container", "containers", Shape.TEXTS, Use.BOTH),
    TASK_TAGS("--task-tag", "taskTags", Shape.TAGS, Use.KIT),
    CLUSTER_TAGS("--cluster-tag", "clusterTags", Shape.TAGS, Use.KIT),
    TEAM_TAG("--team-tag", "teamTag", Shape.TEXT, Use.KIT),
    CLUSTER_TEAM_TAG("--cluster-team-tag", "clusterTeamTag", Shape.TEXT, Use.KIT),
    MFA_AGE("--mfa-age", "mfaAge", Shape.SECONDS, Use.BOTH),
    FROM("--from", "from", Shape.TEXT, Use.BOTH),
    UNTIL("--until", "until", Shape.TEXT, Use.BOTH),
    SOURCE_IPS("--source-ip", "sourceIps", Shape.TEXTS, Use.KIT),
    VPC_ENDPOINTS("--vpc-endpoint", "vpcEndpoints", Shape.TEXTS, Use.KIT),
    LIST_TASKS("--list-tasks", "listTasks", Shape.FLAG, Use.KIT),
    KMS_KEY("--kms-key", "kmsKey", Shape.TEXT, Use.BOTH),
    LOGGING("--logging", "logging", Shape.TEXT, Use.KIT),
    LOG_GROUP("--log-group", "logGroup", Shape.TEXT, Use.KIT),
    LOG_GROUP_ENCRYPTED("--log-group-encrypted", "logGroupEncrypted", Shape.FLAG, Use.KIT),
    BUCKET("--bucket", "bucket", Shape.TEXT, Use.KIT),
    BUCKET_PREFIX("--bucket-prefix", "bucketPrefix", Shape.TEXT, Use.KIT),
    BUCKET_ENCRYPTED("--bucket-encrypted", "bucketEncrypted", Shape.FLAG, Use.KIT),
    CALLER_ROLE("--caller-role", "callerRole", Shape.TEXT, Use.KIT),
    TASK_ROLE("--task-role", "taskRole", Shape.TEXT, Use.KIT),
    LAUNCHER_ROLE("--launcher-role", "launcherRole", Shape.TEXT, Use.KIT),
    REFUSE_OMITTED_FLAG("--refuse-omitted-flag", "refuseOmittedFlag", Shape.FLAG, Use.KIT),
    BREAK_GLASS_FOR("--break-glass-for", "breakGlassFor", Shape.TEXT, Use.GRANT),
    TICKET("--ticket", "ticket", Shape.TEXT, Use.GRANT),
    REASON("--reason", "reason", Shape.TEXT, Use.GRANT),
    AS("--as", "as", Shape.TEXT, Use.GRANT),
    REVOKE_AT("--revoke-at", "revokeAt", Shape.TEXT, Use.GRANT);

    /** How a kit file writes it. */
    enum Shape {
        TEXT,
        /** A list of texts. */
        TEXTS,
        /** An object: a text, or a list of alternative texts, for each key. */
        TAGS,
        FLAG,
        /** A number without fraction. */
        SECONDS
    }

    /** What it is said of. */
    enum Use {
        KIT,
        GRANT,
        BOTH
    }

    /** Where a cluster logs, which documents tell too. */
    static final List<KitField> OF_LOGS =
            List.of(LOGGING, LOG_GROUP, LOG_GROUP_ENCRYPTED, BUCKET, BUCKET_PREFIX, BUCKET_ENCRYPTED);

    private final String option;
    private final String member;
    private final Shape shape;
    private final Use use;

    KitField(String option, String member, Shape shape, Use use) {
        this.option = option;
        this.member = member;
        this.shape = shape;
        this.use = use;
    }

    String option() {
        return option;
    }

    String member() {
        return member;
    }

    Shape shape() {
        return shape;
    }

    Use use() {
        return use;
    }

    /** The field that a kit file calls so. */
    static Optional<KitField> named(String member) {
        return Arrays.stream(values())
                .filter(field -> field.member.equals(member))
                .findFirst();
    }

    static List<String> members() {
        return Arrays.stream(values()).map(KitField::member).toList();
    }
}
