// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.match.Tri;

/** What the Allow statements of one layer grant the caller, by how they name it. Filled while one check is judged. */
final class Grants {
    /** Nothing at all; not to be added to. */
    static final Grants NONE = new Grants();

    private Tri direct = Tri.FALSE;
    private Tri role = Tri.FALSE;
    private Tri account = Tri.FALSE;

    void add(MatchKind kind, Tri applies) {
        switch (kind) {
            case DIRECT -> direct = direct.or(applies);
            case ROLE, USER_OF_FEDERATED -> role = role.or(applies);
            case ACCOUNT -> account = account.or(applies);
            case NONE -> {}
        }
    }

    /** Names the caller itself or everybody. */
    Tri direct() {
        return direct;
    }

    /** Names the caller's role, or the user that issued the session: boundary and session policy still limit. */
    Tri roleOrIssuer() {
        return role;
    }

    /** Names the caller's account: an identity policy has to allow too. */
    Tri account() {
        return account;
    }

    /** Names the caller in any way. */
    Tri any() {
        return direct.or(role).or(account);
    }
}
