// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.match.Tri;
import io.execward.model.ConditionKey;
import io.execward.model.Principal;
import io.execward.model.PrincipalPattern;
import io.execward.model.Scope;
import java.util.List;
import java.util.function.Consumer;

/** {@code Principal} or {@code NotPrincipal} of one statement. */
final class PrincipalScope {
    private final boolean exempts;
    private final List<PrincipalMatcher> matchers;

    PrincipalScope(Scope<PrincipalPattern> scope) {
        this.exempts = scope instanceof Scope.AllExcept;
        this.matchers = scope.patterns().stream().map(PrincipalMatcher::new).toList();
    }

    boolean exempts() {
        return exempts;
    }

    List<PrincipalMatcher> matchers() {
        return matchers;
    }

    /** Adds what an Allow that applies so far grants to this caller, by match kind. */
    void grant(Check check, Tri applies, Grants grants) {
        for (int i = 0; i < matchers.size(); i++) {
            MatchKind kind = matchers.get(i).kind(check.principal());
            if (kind != MatchKind.NONE) {
                grants.add(kind, applies.and(matchers.get(i).certainty(check.context())));
            }
        }
    }

    /** Whether a Deny is about this caller; every match kind counts (R-EVAL-22). */
    Tri concerns(Check check, boolean hasBoundary) {
        if (exempts) {
            return hasBoundary ? Tri.TRUE : spares(check).not(); // R-PRIN-15
        }
        Tri any = Tri.FALSE;
        for (int i = 0; i < matchers.size() && any != Tri.TRUE; i++) {
            PrincipalMatcher matcher = matchers.get(i);
            if (matcher.kind(check.principal()) != MatchKind.NONE) {
                any = any.or(matcher.certainty(check.context()));
            } else if (matcher.mayNameIssuer(check.principal())) {
                any = Tri.TRUE;
            }
        }
        return any;
    }

    /** The caller is spared if every member of its chain is listed: account, user or role, session (R-PRIN-14, U-06). */
    private Tri spares(Check check) {
        Tri account = Tri.FALSE;
        Tri entity = Tri.FALSE;
        Tri session = Tri.FALSE;
        for (PrincipalMatcher matcher : matchers) {
            Tri certainty = matcher.certainty(check.context());
            MatchKind kind = matcher.kind(check.principal());
            if (isEverybody(matcher.pattern())) {
                return Tri.TRUE;
            }
            boolean ofAccount = matcher.pattern() instanceof PrincipalPattern.Aws aws
                    && aws.form() == PrincipalPattern.Aws.Form.ACCOUNT;
            if (kind == MatchKind.NONE) {
                continue;
            }
            if (ofAccount) {
                account = account.or(certainty);
            } else if (kind == MatchKind.DIRECT) {
                session = session.or(certainty);
            } else {
                entity = entity.or(certainty);
            }
        }
        return chain(check.principal(), account, entity, session);
    }

    private static boolean isEverybody(PrincipalPattern pattern) {
        return pattern instanceof PrincipalPattern.Anyone
                || (pattern instanceof PrincipalPattern.Aws aws && aws.form() == PrincipalPattern.Aws.Form.EVERYONE);
    }

    private static Tri chain(Principal principal, Tri account, Tri entity, Tri itself) {
        return principal.match(new Principal.Cases<Tri>() {
            @Override
            public Tri root(Principal.Root root) {
                return account;
            }

            @Override
            public Tri user(Principal.User user) {
                return account.and(itself);
            }

            @Override
            public Tri roleSession(Principal.RoleSession session) {
                Tri role = account.and(entity);
                return session.sessionName().isEmpty() ? role : role.and(itself);
            }

            @Override
            public Tri federatedUser(Principal.FederatedUser user) {
                return account.and(entity).and(itself);
            }

            @Override
            public Tri service(Principal.Service service) {
                return itself;
            }

            @Override
            public Tri identityProviderUser(Principal.IdentityProviderUser user) {
                return itself;
            }

            @Override
            public Tri anonymous(Principal.Anonymous anonymous) {
                return Tri.FALSE;
            }
        });
    }

    void forEachKey(Consumer<ConditionKey> action) {
        matchers.forEach(matcher -> matcher.key().ifPresent(action));
    }
}
