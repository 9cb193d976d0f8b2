// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

/** How a {@code Principal} entry names the caller, strongest first; it decides which other layers still limit the grant. */
enum MatchKind {
    /** The caller itself, or everybody. */
    DIRECT,
    /** The role of which the caller is a session. */
    ROLE,
    /** The user whose federated session the caller is. */
    USER_OF_FEDERATED,
    /** The caller's account, which only delegates. */
    ACCOUNT,
    /** Not at all. */
    NONE
}
