// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of calls that can be asked for (R-EXEC-141). */
public enum EventQuery {
    /** {@code ecs:ExecuteCommand} without an error code. */
    EXEC_SUCCEEDED,
    /** {@code ecs:ExecuteCommand} refused because that action itself was not allowed; a refused KMS key is something else (R-EXEC-26). */
    EXEC_REFUSED,
    /** {@code ssm:StartSession} into a container that was let through (R-EXEC-22). */
    SESSION_BYPASS,
    /** A call that asks to launch with exec enabled, whether or not it was let through (R-EXEC-31). */
    LAUNCH_WITH_EXEC,
    /**
     * {@code ecs:TagResource} that was let through, followed within five minutes by a successful ExecuteCommand of the same principal
     * on the tagged task or in the tagged cluster (R-EXEC-123).
     */
    TAG_THEN_EXEC;

    /** The query as question files spell it, such as {@code exec-succeeded}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The query of exactly this word. */
    public static Optional<EventQuery> of(String word) {
        return Arrays.stream(values())
                .filter(query -> query.word().equals(word))
                .findFirst();
    }
}
