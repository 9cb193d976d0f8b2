// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import java.time.Instant;
import java.util.Optional;

/**
 * Who made a call, as CloudTrail tells it (R-EXEC-107).
 *
 * @param type such as {@code AssumedRole}; service events may have none
 * @param arn of the user, of the session, or of what else called
 * @param issuerArn of the role, or user, that the session was made from
 * @param mfaAuthenticated empty if the record does not say, as with long-term access keys
 * @param sessionCreated when the temporary credentials were issued; empty with long-term access keys
 * @param invokedBy the service that called for somebody, or for itself
 * @param onBehalfOf the user id of IAM Identity Center
 */
public record CloudTrailIdentity(
        Optional<String> type,
        Optional<String> principalId,
        Optional<String> arn,
        Optional<String> accountId,
        Optional<String> userName,
        Optional<String> issuerArn,
        Optional<Boolean> mfaAuthenticated,
        Optional<Instant> sessionCreated,
        Optional<String> invokedBy,
        Optional<String> onBehalfOf) {
    /** Whom calls are counted for: a session is its issuer, everybody else its own ARN (R-EXEC-141). */
    public Optional<String> principalArn() {
        return issuerArn.or(() -> arn);
    }
}
