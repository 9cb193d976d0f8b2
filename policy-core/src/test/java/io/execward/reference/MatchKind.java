// SPDX-License-Identifier: Apache-2.0
package io.execward.reference;

/** How a principal entry matches a caller; declared from the strongest to the weakest ("Match kinds", section A.4). */
enum MatchKind {
    /** The caller itself, a wildcard, or the account when the caller is its root user. */
    DIRECT,
    /** The role, when the caller is one of its sessions. */
    ROLE,
    /** The user, when the caller is a federated session of that user. */
    USER_OF_FEDERATED,
    /** The account of the caller. */
    ACCOUNT,
    NONE
}
