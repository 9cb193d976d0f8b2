// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.match.Glob;
import io.execward.match.Tri;
import io.execward.model.Arn;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Principal;
import io.execward.model.PrincipalPattern;
import io.execward.model.PrincipalPattern.Aws;
import java.util.Optional;

/** One entry of {@code Principal} or {@code NotPrincipal} against callers (section A.4). */
final class PrincipalMatcher {
    private static final ConditionKey USER_ID = ConditionKey.of("aws:userid");

    private final PrincipalPattern pattern;
    /** The account that an ACCOUNT entry names, else empty. */
    private final String account;
    /** The parsed ARN of entries that are one. */
    private final Optional<Arn> arn;

    PrincipalMatcher(PrincipalPattern pattern) {
        this.pattern = pattern;
        this.arn = Arn.tryOf(pattern.text());
        boolean namesAccount = pattern instanceof Aws aws && aws.form() == Aws.Form.ACCOUNT;
        this.account = namesAccount ? arn.map(Arn::account).orElse(pattern.text()) : "";
    }

    PrincipalPattern pattern() {
        return pattern;
    }

    /** How the entry names the caller. Unique ids are taken to match here; {@link #certainty} tells whether they do. */
    MatchKind kind(Principal principal) {
        return pattern.match(new PrincipalPattern.Cases<MatchKind>() {
            @Override
            public MatchKind anyone(PrincipalPattern.Anyone anyone) {
                return MatchKind.DIRECT;
            }

            @Override
            public MatchKind aws(Aws aws) {
                return kind(aws, principal);
            }

            @Override
            public MatchKind service(PrincipalPattern.Service service) {
                return direct(principal instanceof Principal.Service caller
                        && caller.name().equals(service.text()));
            }

            @Override
            public MatchKind federated(PrincipalPattern.Federated federated) {
                return direct(principal instanceof Principal.IdentityProviderUser caller
                        && caller.provider().equals(federated.text()));
            }

            @Override
            public MatchKind canonicalUser(PrincipalPattern.CanonicalUser canonicalUser) {
                return MatchKind.NONE; // R-PRIN-11: no request of this model carries one
            }
        });
    }

    private static MatchKind direct(boolean matches) {
        return matches ? MatchKind.DIRECT : MatchKind.NONE;
    }

    private MatchKind kind(Aws aws, Principal principal) {
        return switch (aws.form()) {
            case EVERYONE -> MatchKind.DIRECT; // also services and anonymous callers (R-PRIN-07, U-05)
            case ACCOUNT -> account(principal);
            case USER -> user(principal);
            case ROLE ->
                principal instanceof Principal.RoleSession session && isRoleOf(session)
                        ? MatchKind.ROLE
                        : MatchKind.NONE;
            case ROLE_SESSION -> direct(principal instanceof Principal.RoleSession session && isSession(session));
            case FEDERATED_USER ->
                direct(principal instanceof Principal.FederatedUser federated
                        && arn.equals(Optional.of(federated.arn())));
            case UNIQUE_ID -> uniqueId(principal);
        };
    }

    private MatchKind account(Principal principal) {
        boolean same = principal.account().equals(Optional.of(account))
                && (arn.isEmpty() || arn.get().partition().equals(partition(principal)));
        if (!same) {
            return MatchKind.NONE;
        }
        return principal instanceof Principal.Root ? MatchKind.DIRECT : MatchKind.ACCOUNT;
    }

    /** The partition of callers that have an account; empty for the others. */
    static String partition(Principal principal) {
        if (principal instanceof Principal.Root root) {
            return root.partition();
        }
        if (principal instanceof Principal.User user) {
            return user.arn().partition();
        }
        if (principal instanceof Principal.RoleSession session) {
            return session.partition();
        }
        return principal instanceof Principal.FederatedUser federated
                ? federated.arn().partition()
                : "";
    }

    private MatchKind user(Principal principal) {
        if (principal instanceof Principal.User user) {
            return direct(arn.equals(Optional.of(user.arn())));
        }
        boolean issued = principal instanceof Principal.FederatedUser federated
                && federated.issuingUser().isPresent()
                && arn.equals(federated.issuingUser());
        return issued ? MatchKind.USER_OF_FEDERATED : MatchKind.NONE;
    }

    /** With the path told, the ARN must be equal (U-21); else account and name decide, for names are unique (U-26). */
    private boolean isRoleOf(Principal.RoleSession session) {
        Arn role = arn.orElseThrow();
        if (!role.partition().equals(session.partition()) || !role.account().equals(session.accountId())) {
            return false;
        }
        String resource = role.resource();
        String name = session.roleName();
        int nameStart = resource.length() - name.length();
        boolean sameName = resource.endsWith(name) && nameStart > 0 && resource.charAt(nameStart - 1) == '/';
        if (!sameName || session.rolePath().isEmpty()) {
            return sameName;
        }
        String path = session.rolePath().get();
        int typeLength = "role".length();
        return nameStart == typeLength + path.length() && resource.startsWith(path, typeLength);
    }

    private boolean isSession(Principal.RoleSession session) {
        Arn named = arn.orElseThrow();
        return session.sessionName().isPresent()
                && named.partition().equals(session.partition())
                && named.account().equals(session.accountId())
                && named.resource()
                        .equals("assumed-role/" + session.roleName() + "/"
                                + session.sessionName().get());
    }

    private MatchKind uniqueId(Principal principal) {
        boolean ofUser = pattern.text().startsWith("AIDA");
        if (principal instanceof Principal.User) {
            return direct(ofUser);
        }
        return principal instanceof Principal.RoleSession && !ofUser ? MatchKind.ROLE : MatchKind.NONE;
    }

    /** Whether a kind other than NONE is certain: unique ids depend on what the request says about aws:userid (R-PRIN-12). */
    Tri certainty(Context context) {
        if (!(pattern instanceof Aws aws) || aws.form() != Aws.Form.UNIQUE_ID) {
            return Tri.TRUE;
        }
        ContextValue value = context.get(USER_ID);
        if (value instanceof ContextValue.Unknown) {
            return Tri.UNKNOWN;
        }
        return Tri.of(value instanceof ContextValue.Present present
                && present.values().stream().anyMatch(this::isNamedId));
    }

    private boolean isNamedId(String id) {
        String named = pattern.text();
        return named.startsWith("AROA") ? id.startsWith(named + ":") : id.equals(named); // R-KEY-11
    }

    /** The values of aws:userid that a unique id matches. */
    Glob userIds() {
        Glob.Builder ids = new Glob.Builder().literal(pattern.text());
        return pattern.text().startsWith("AROA") ? ids.literal(":").run(true).build() : ids.build();
    }

    /**
     * Whether the entry names a federated user's issuing user, who was not told: for a Deny the answer that denies is assumed for
     * every user of the account (U-25).
     */
    boolean mayNameIssuer(Principal principal) {
        return pattern instanceof Aws aws
                && aws.form() == Aws.Form.USER
                && principal instanceof Principal.FederatedUser federated
                && federated.issuingUser().isEmpty()
                && arn.orElseThrow().account().equals(federated.arn().account())
                && arn.orElseThrow().partition().equals(federated.arn().partition());
    }

    /** The key that {@link #certainty} depends on, if it does. */
    Optional<ConditionKey> key() {
        return pattern instanceof Aws aws && aws.form() == Aws.Form.UNIQUE_ID ? Optional.of(USER_ID) : Optional.empty();
    }
}
