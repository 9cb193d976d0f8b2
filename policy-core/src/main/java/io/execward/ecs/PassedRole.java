// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.Arn;
import java.util.Objects;

/**
 * A role that a request hands to a service, which needs {@code iam:PassRole} on it (R-EXEC-36).
 *
 * @param service who will assume the role: the value of {@code iam:PassedToService}
 */
public record PassedRole(Arn role, String service) {
    /** @throws IllegalArgumentException unless it is the ARN of a role, with its path */
    public PassedRole {
        Objects.requireNonNull(service, "service");
        boolean isRole = role.service().equals("iam")
                && role.region().isEmpty()
                && Arn.isAccountId(role.account())
                && role.resource().startsWith("role/")
                && !role.resource().endsWith("/");
        if (!isRole) {
            throw new IllegalArgumentException(
                    "`" + role + "` is not the ARN of a role: write it like `arn:aws:iam::111122223333:role/web-task`");
        }
    }

    /** A task role or an execution role, of the definition or of the overrides of a launch (R-EXEC-44). */
    public static PassedRole toTasks(Arn role) {
        return new PassedRole(role, "ecs-tasks.amazonaws.com");
    }

    /** An infrastructure role, which ECS itself assumes. */
    public static PassedRole toEcs(Arn role) {
        return new PassedRole(role, "ecs.amazonaws.com");
    }
}
