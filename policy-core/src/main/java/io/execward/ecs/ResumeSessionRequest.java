// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One {@code ssm:ResumeSession}, checked on the session (R-EXEC-24).
 *
 * @param sessionTags those that AWS set, such as {@code aws:ssmmessages:session-id}; if not told, none for a session of ECS Exec
 *     (U-EXEC-07) and unknown for any other
 */
public record ResumeSessionRequest(Caller caller, SessionArn session, Optional<Map<String, String>> sessionTags)
        implements OperationRequest {
    public ResumeSessionRequest {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(session, "session");
        sessionTags = sessionTags.map(Tags::copy);
    }

    /** A request for a session whose tags are not told. */
    public static ResumeSessionRequest of(Caller caller, SessionArn session) {
        return new ResumeSessionRequest(caller, session, Optional.empty());
    }

    /** The session has these tags and no others. */
    public ResumeSessionRequest sessionTagged(Map<String, String> tags) {
        return new ResumeSessionRequest(caller, session, Optional.of(tags));
    }

    @Override
    public String operation() {
        return "ResumeSession";
    }

    @Override
    public List<OperationCheck> checks() {
        return List.of(TerminateSessionRequest.check(this, session, sessionTags));
    }
}
