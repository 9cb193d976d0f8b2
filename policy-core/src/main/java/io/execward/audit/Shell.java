// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import io.execward.ecs.ClusterArn;
import io.execward.ecs.TaskArn;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A shell in a container that somebody got, as its record tells it.
 *
 * @param kind by ECS Exec or by a direct session
 * @param principal who; a role session counts as its role
 * @param caller the ARN that the record names, for a role session that of the session
 * @param container empty if the record does not tell; a direct session names a runtime id instead
 * @param document the session document of a direct session; empty for the default one
 * @param mfa whether it was made with MFA; empty if the record does not tell
 * @param mfaAge how long before the shell the session with MFA was made; empty if it had none, or the record does not tell
 * @param address where the call came from; empty if the record names no address
 * @param longTermKeys true if it was made with the access keys of a user, not with a session
 * @param endpoint the VPC endpoint through which it came
 * @param userId the value of {@code aws:userid}
 */
public record Shell(
        Kind kind,
        String eventId,
        Instant time,
        String principal,
        Optional<String> caller,
        Optional<ClusterArn> cluster,
        Optional<TaskArn> task,
        Optional<String> container,
        Optional<String> document,
        Optional<Boolean> mfa,
        Optional<Duration> mfaAge,
        boolean longTermKeys,
        Optional<String> address,
        Optional<String> endpoint,
        Optional<String> userAgent,
        Optional<String> userId) {
    /** How the shell was opened. */
    public enum Kind {
        /** {@code ecs:ExecuteCommand}. */
        EXEC,
        /** {@code ssm:StartSession}. */
        SESSION
    }

    public Shell {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(principal, "principal");
    }
}
