// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

/** A way to a shell, or to what a shell would give. */
public enum RoadKind {
    /** {@code ecs:ExecuteCommand} (R-EXEC-03). */
    EXEC("exec", "open a shell with ECS Exec"),
    /** {@code ssm:StartSession} on the task with the default document (R-EXEC-19, R-EXEC-22). */
    DIRECT_SESSION("session", "start a session on the task directly, past the exec log"),
    /** {@code ssm:StartSession} with a port forwarding document. */
    PORT_FORWARDING("port forwarding", "forward a port into the task"),
    /** {@code ecs:UpdateService} with exec on, then exec (R-EXEC-124). */
    SWITCH_ON_BY_UPDATE_SERVICE("update service", "switch exec on for the service"),
    /** {@code ecs:RunTask} with exec on, then exec (R-EXEC-124). */
    SWITCH_ON_BY_RUN_TASK("run task", "run the task definition again with exec on"),
    /** {@code ecs:CreateService} with exec on, then exec (R-EXEC-124). */
    SWITCH_ON_BY_CREATE_SERVICE("create service", "create a service of the task definition with exec on"),
    /** {@code ecs:RunTask} with the task role and a command of one's own (R-EXEC-125). */
    RUN_WITH_ROLE("run with role", "run a command of one's own with the task role"),
    /** Tagging the task or cluster into the condition of a grant, then exec (R-EXEC-123). */
    RETAG_IN("retag in", "tag oneself into a grant"),
    /** Tagging the task or cluster out of the condition of a Deny, then exec (R-EXEC-123). */
    RETAG_OUT("retag out", "tag oneself out of a Deny"),
    /** {@code ecs:RegisterTaskDefinition} with the task role and an image of one's own, then running it (R-EXEC-126). */
    REGISTER_WITH_ROLE("register with role", "register and run a definition with the task role"),
    /** {@code ecs:UpdateCluster} without exec logging, by somebody who may exec (R-EXEC-136). */
    LOWER_LOGGING("lower logging", "switch the audit log off first");

    private final String text;
    private final String meaning;

    RoadKind(String text, String meaning) {
        this.text = text;
        this.meaning = meaning;
    }

    /** A few lower-case words. */
    public String text() {
        return text;
    }

    /** What whoever takes the road does. */
    public String meaning() {
        return meaning;
    }
}
