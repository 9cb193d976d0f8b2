// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A user or a role of the account, with everything attached to it (R-EXEC-105); or the account's root user. */
public sealed interface IamIdentity permits IamUser, IamRole, AccountRoot {
    Arn arn();

    /** The unique id, such as {@code AIDA…} or {@code AROA…}; empty if the document has none. */
    Optional<String> id();

    String name();

    /** Tag keys and values as written, in document order; empty if the document does not tell them. */
    Optional<Map<String, String>> tags();

    /**
     * Its inline policies, then its attached ones, for a user then those of its groups; none twice. What is among
     * {@link #missingPolicies} is not here: {@link AccountSnapshot#policies} stands in for it.
     */
    List<AttachedPolicy> policies();

    Optional<AttachedPolicy> boundary();

    /** Managed policies that are attached, or set as boundary, but whose text was not supplied: never treated as empty. */
    List<MissingPolicy> missingPolicies();

    /** Who calls: the user, the root user, or a session of the role. */
    Principal principal();

    /** Answers for every kind of identity. */
    <R> R match(Cases<R> cases);

    /** One answer for each kind of identity. */
    interface Cases<R> {
        R user(IamUser user);

        R role(IamRole role);

        R root(AccountRoot root);
    }
}
