// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import java.util.Objects;
import java.util.Optional;

/**
 * The {@code executeCommandConfiguration} of a cluster (R-EXEC-54). The destinations count only with {@link Logging#OVERRIDE}.
 *
 * @param kmsKeyId a key id, key ARN or alias, as the cluster has it; empty if sessions are not encrypted with a key of the account
 * @param s3KeyPrefix what the names of log objects begin with
 */
public record ExecConfiguration(
        Optional<String> kmsKeyId,
        Logging logging,
        Optional<String> cloudWatchLogGroupName,
        boolean cloudWatchEncryptionEnabled,
        Optional<String> s3BucketName,
        boolean s3EncryptionEnabled,
        Optional<String> s3KeyPrefix) {
    /** Where exec sessions are logged. */
    public enum Logging {
        /** Nowhere. */
        NONE,
        /** To the {@code awslogs} driver of the container, if it has one. */
        DEFAULT,
        /** To the log group, the bucket, or both. */
        OVERRIDE
    }

    public ExecConfiguration {
        Objects.requireNonNull(kmsKeyId, "kmsKeyId");
        Objects.requireNonNull(logging, "logging");
        Objects.requireNonNull(cloudWatchLogGroupName, "cloudWatchLogGroupName");
        Objects.requireNonNull(s3BucketName, "s3BucketName");
        Objects.requireNonNull(s3KeyPrefix, "s3KeyPrefix");
    }

    /** What a cluster without configuration does: no key, logging by the container's driver. */
    public static ExecConfiguration standard() {
        return new ExecConfiguration(
                Optional.empty(), Logging.DEFAULT, Optional.empty(), false, Optional.empty(), false, Optional.empty());
    }

    /** The same without any log of sessions. */
    public ExecConfiguration withoutLogs() {
        return new ExecConfiguration(
                kmsKeyId, Logging.NONE, Optional.empty(), false, Optional.empty(), false, Optional.empty());
    }

    /** The same with sessions encrypted under this key: an id, an ARN or an alias. */
    public ExecConfiguration encryptedWith(String kmsKey) {
        return new ExecConfiguration(
                Optional.of(kmsKey),
                logging,
                cloudWatchLogGroupName,
                cloudWatchEncryptionEnabled,
                s3BucketName,
                s3EncryptionEnabled,
                s3KeyPrefix);
    }

    /**
     * The same with sessions logged to this log group.
     *
     * @param encrypted whether sessions are refused unless the group is encrypted (R-EXEC-55)
     */
    public ExecConfiguration loggedToCloudWatch(String logGroup, boolean encrypted) {
        return new ExecConfiguration(
                kmsKeyId,
                Logging.OVERRIDE,
                Optional.of(logGroup),
                encrypted,
                s3BucketName,
                s3EncryptionEnabled,
                s3KeyPrefix);
    }

    /**
     * The same with sessions logged to this bucket.
     *
     * @param prefix empty for none
     * @param encrypted whether sessions are refused unless the bucket is encrypted (R-EXEC-55)
     */
    public ExecConfiguration loggedToS3(String bucket, String prefix, boolean encrypted) {
        return new ExecConfiguration(
                kmsKeyId,
                Logging.OVERRIDE,
                cloudWatchLogGroupName,
                cloudWatchEncryptionEnabled,
                Optional.of(bucket),
                encrypted,
                prefix.isEmpty() ? Optional.empty() : Optional.of(prefix));
    }
}
