// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One {@code ssm:TerminateSession}, checked on the session (R-EXEC-24).
 *
 * @param sessionTags those that AWS set, such as {@code aws:ssmmessages:session-id}; if not told, none for a session of ECS Exec
 *     (U-EXEC-07) and unknown for any other
 */
public record TerminateSessionRequest(Caller caller, SessionArn session, Optional<Map<String, String>> sessionTags)
        implements OperationRequest {
    public TerminateSessionRequest {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(session, "session");
        sessionTags = sessionTags.map(Tags::copy);
    }

    /** A request for a session whose tags are not told. */
    public static TerminateSessionRequest of(Caller caller, SessionArn session) {
        return new TerminateSessionRequest(caller, session, Optional.empty());
    }

    /** The session has these tags and no others. */
    public TerminateSessionRequest sessionTagged(Map<String, String> tags) {
        return new TerminateSessionRequest(caller, session, Optional.of(tags));
    }

    @Override
    public String operation() {
        return "TerminateSession";
    }

    @Override
    public List<OperationCheck> checks() {
        return List.of(check(this, session, sessionTags));
    }

    /** The check that TerminateSession and ResumeSession have in common. */
    static OperationCheck check(OperationRequest request, SessionArn session, Optional<Map<String, String>> tags) {
        Optional<Map<String, String>> known = tags.isEmpty() && session.isExec() ? Optional.of(Map.of()) : tags;
        return Draft.of(request.caller(), "ssm:" + request.operation(), session.region())
                .ownedBy(session.account())
                .check("session", session.toString(), Tags.ofSession(known));
    }
}
