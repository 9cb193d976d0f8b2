// SPDX-License-Identifier: Apache-2.0
package io.execward.audit;

import java.util.Locale;

/** What in a trail somebody should look at (R-EXEC-137). */
public enum DetectionKind {
    /** (a) {@code ssm:StartSession} straight into a container, past the exec log; refused attempts too. */
    SESSION_BYPASS("sessions into containers that bypass ECS Exec"),
    /** (b) A principal changed the tags of a task or cluster, and within five minutes had a shell there. */
    TAG_THEN_EXEC("tags changed, then a shell"),
    /** (c) Exec was switched on for something in a production cluster. */
    EXEC_ENABLED_ON_PRODUCTION("exec switched on in production"),
    /** (d) A shell without proof of MFA: with long-term keys, or with a session that the record says was made without. */
    EXEC_WITHOUT_MFA("shells without MFA"),
    /** (d) A shell from an address that is new; {@link NewAddresses} says when it is. */
    EXEC_FROM_NEW_ADDRESS("shells from new addresses"),
    /** (e) The log of exec sessions was switched off or cut down, or may have been. */
    LOGGING_LOWERED("exec logging lowered"),
    /** (f) A launch whose overrides name the address or the variables that hand out a task role's credentials. */
    CREDENTIALS_ADDRESS("overrides that reach for credentials"),
    /** (g) Many refused calls of one principal in a short time. */
    REFUSAL_BURST("bursts of refused calls");

    private final String title;

    DetectionKind(String title) {
        this.title = title;
    }

    /** A heading, in words. */
    public String title() {
        return title;
    }

    /** The code in reports, such as {@code session-bypass}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
