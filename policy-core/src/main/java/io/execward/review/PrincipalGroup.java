// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.account.IamIdentity;
import java.util.List;

/**
 * Principals for whom every cell of the matrix is the same.
 *
 * @param members at least one, by ARN
 * @param reachedRoles the task roles whose permissions the members can use, by ARN
 */
public record PrincipalGroup(List<IamIdentity> members, List<ReachedRole> reachedRoles) {
    public PrincipalGroup {
        members = List.copyOf(members);
        reachedRoles = List.copyOf(reachedRoles);
    }

    /** The member that witnesses speak of. */
    public IamIdentity first() {
        return members.get(0);
    }
}
