// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.match.Tri;
import io.execward.model.Action;
import io.execward.model.Context;
import io.execward.model.Effect;
import io.execward.model.Principal;
import io.execward.model.Request;
import io.execward.model.Resource;
import io.execward.model.Statement;

/** How the principals of a statement concern one caller: the part of a decision that no action and no resource changes. */
public enum Concern {
    /** Not at all. */
    NOTHING,
    /** Through the caller's account: an identity policy has to allow too. */
    ACCOUNT,
    /** Through the caller's role, or the user that issued its session: boundary and session policy still limit. */
    ROLE,
    /** By name or as one of all; of a Deny, in whatever way (R-EVAL-22). */
    CALLER,
    /** It depends on what a request says, such as {@code aws:userid} (R-PRIN-12). */
    UNCERTAIN;

    /**
     * How the statement concerns the caller.
     *
     * @param hasBoundary whether the caller has a permissions boundary, which no NotPrincipal spares (R-PRIN-15)
     */
    public static Concern of(Statement statement, Principal caller, boolean hasBoundary) {
        if (statement.principals().isEmpty()) {
            return NOTHING; // R-PRIN-17
        }
        PrincipalScope scope = new PrincipalScope(statement.principals().get());
        Resource resource = Resource.of("*");
        Request request = Request.of(caller, Action.of("sts:GetCallerIdentity"), resource)
                .with(Context.builder().unknownFamily("").build());
        Check check = Check.of(request, resource);
        if (statement.effect() == Effect.DENY) {
            return sure(scope.concerns(check, hasBoundary && check.hasIdentitySide()), CALLER, NOTHING);
        }
        Grants grants = new Grants();
        scope.grant(check, Tri.TRUE, grants);
        Concern byAccount = sure(grants.account(), ACCOUNT, NOTHING);
        return sure(grants.direct(), CALLER, sure(grants.roleOrIssuer(), ROLE, byAccount));
    }

    private static Concern sure(Tri truth, Concern yes, Concern no) {
        return switch (truth) {
            case TRUE -> yes;
            case FALSE -> no;
            case UNKNOWN -> UNCERTAIN;
        };
    }
}
