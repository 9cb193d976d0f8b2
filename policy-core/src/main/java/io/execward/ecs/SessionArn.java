// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.Arn;

/** The ARN of a Session Manager session, {@code …:session/ID} (R-EXEC-24). */
public record SessionArn(String partition, String region, String account, String id) {
    private static final String TYPE = "session/";

    /** @throws IllegalArgumentException if a part is missing or malformed */
    public SessionArn {
        EcsArns.check(partition, region, account);
        boolean plain =
                !id.isEmpty() && id.chars().noneMatch(c -> c <= ' ' || c == '/' || c == '*' || c == '?' || c == ':');
        if (!plain) {
            throw new IllegalArgumentException("`" + id + "` does not name one session");
        }
    }

    /**
     * Reads a session ARN.
     *
     * @throws IllegalArgumentException if {@code text} is none
     */
    public static SessionArn of(String text) {
        Arn arn =
                EcsArns.parse(text, "ssm", TYPE, "arn:aws:ssm:us-east-1:111122223333:session/alice-0a1b2c3d4e5f60718");
        return new SessionArn(
                arn.partition(), arn.region(), arn.account(), arn.resource().substring(TYPE.length()));
    }

    /** True if ECS Exec opened the session, so that it is nobody's by name (R-EXEC-24). */
    public boolean isExec() {
        return id.startsWith("ecs-execute-command-");
    }

    @Override
    public String toString() {
        return "arn:" + partition + ":ssm:" + region + ":" + account + ":" + TYPE + id;
    }
}
