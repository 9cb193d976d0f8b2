// SPDX-License-Identifier: Apache-2.0
package io.execward.reference;

import io.execward.model.Arn;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Effect;
import io.execward.model.Principal;
import io.execward.model.PrincipalPattern;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code Principal} and {@code NotPrincipal} (section A.4). */
final class Principals {
    private final Principal caller;
    private final boolean hasBoundary;
    private final Context context;

    Principals(Principal caller, boolean hasBoundary, Context context) {
        this.caller = caller;
        this.hasBoundary = hasBoundary;
        this.context = context;
    }

    /** In which ways the entries match the caller; empty if none does. */
    Set<MatchKind> kinds(List<PrincipalPattern> entries, Effect effect) {
        Set<MatchKind> kinds = EnumSet.noneOf(MatchKind.class);
        for (PrincipalPattern entry : entries) {
            kinds.add(kind(entry, effect));
        }
        kinds.remove(MatchKind.NONE);
        return kinds;
    }

    /** True if a Deny with {@code NotPrincipal} leaves the caller alone (R-PRIN-14, U-06). */
    boolean areSparing(List<PrincipalPattern> entries) {
        if (hasBoundary) {
            return false; // R-PRIN-15
        }
        if (entries.stream().anyMatch(Principals::isEverybody)) {
            return true;
        }
        // As in an Allow: an issuing user who is not told is not known to be listed (U-25)
        return kinds(entries, Effect.ALLOW).containsAll(chain());
    }

    /** What has to be listed to spare the caller, by the way in which the entry matches. */
    private Set<MatchKind> chain() {
        return caller.match(new Principal.Cases<>() {
            @Override
            public Set<MatchKind> root(Principal.Root root) {
                return Set.of(MatchKind.DIRECT); // the account is the root user itself
            }

            @Override
            public Set<MatchKind> user(Principal.User user) {
                return Set.of(MatchKind.DIRECT, MatchKind.ACCOUNT);
            }

            @Override
            public Set<MatchKind> roleSession(Principal.RoleSession session) {
                return session.sessionName().isPresent()
                        ? Set.of(MatchKind.DIRECT, MatchKind.ROLE, MatchKind.ACCOUNT)
                        : Set.of(MatchKind.ROLE, MatchKind.ACCOUNT);
            }

            @Override
            public Set<MatchKind> federatedUser(Principal.FederatedUser user) {
                return Set.of(MatchKind.DIRECT, MatchKind.USER_OF_FEDERATED, MatchKind.ACCOUNT);
            }

            @Override
            public Set<MatchKind> service(Principal.Service service) {
                return Set.of(MatchKind.DIRECT);
            }

            @Override
            public Set<MatchKind> identityProviderUser(Principal.IdentityProviderUser user) {
                return Set.of(MatchKind.DIRECT);
            }

            @Override
            public Set<MatchKind> anonymous(Principal.Anonymous anonymous) {
                return Set.of(MatchKind.DIRECT); // nobody but everybody lists the anonymous caller
            }
        });
    }

    /** R-PRIN-07, U-05. */
    private static boolean isEverybody(PrincipalPattern entry) {
        return entry.text().equals("*");
    }

    private MatchKind kind(PrincipalPattern entry, Effect effect) {
        if (isEverybody(entry)) {
            return MatchKind.DIRECT;
        }
        return entry.match(new PrincipalPattern.Cases<>() {
            @Override
            public MatchKind anyone(PrincipalPattern.Anyone anyone) {
                return MatchKind.DIRECT;
            }

            @Override
            public MatchKind aws(PrincipalPattern.Aws aws) {
                return switch (aws.form()) {
                    case EVERYONE -> MatchKind.DIRECT;
                    case ACCOUNT -> account(aws.text());
                    case USER -> user(Arn.of(aws.text()), effect);
                    case ROLE -> role(Arn.of(aws.text()));
                    case ROLE_SESSION -> roleSession(aws.text());
                    case FEDERATED_USER -> federatedUser(aws.text());
                    case UNIQUE_ID -> uniqueId(aws.text());
                };
            }

            @Override
            public MatchKind service(PrincipalPattern.Service service) { // R-PRIN-09
                return directIf(
                        caller instanceof Principal.Service who && who.name().equals(service.text()));
            }

            @Override
            public MatchKind federated(PrincipalPattern.Federated federated) { // R-PRIN-10
                return directIf(caller instanceof Principal.IdentityProviderUser who
                        && who.provider().equals(federated.text()));
            }

            @Override
            public MatchKind canonicalUser(PrincipalPattern.CanonicalUser canonicalUser) { // R-PRIN-11
                return MatchKind.NONE;
            }
        });
    }

    private static MatchKind directIf(boolean condition) {
        return condition ? MatchKind.DIRECT : MatchKind.NONE;
    }

    /** R-PRIN-02; E-P22 for the form that names a partition. */
    private MatchKind account(String entry) {
        boolean isBare = Arn.isAccountId(entry);
        String account = isBare ? entry : Arn.of(entry).account();
        boolean isSamePartition = isBare || Arn.of(entry).partition().equals(partition(caller));
        if (!caller.account().filter(account::equals).isPresent() || !isSamePartition) {
            return MatchKind.NONE;
        }
        return caller instanceof Principal.Root ? MatchKind.DIRECT : MatchKind.ACCOUNT;
    }

    /** R-PRIN-03, R-PRIN-13. */
    private MatchKind user(Arn entry, Effect effect) {
        if (caller instanceof Principal.User user) {
            return directIf(user.arn().equals(entry));
        }
        if (caller instanceof Principal.FederatedUser federated) {
            boolean isIssuer = federated.issuingUser().isPresent()
                    ? federated.issuingUser().get().equals(entry)
                    : effect == Effect.DENY // U-25
                            && entry.account().equals(federated.arn().account())
                            && entry.partition().equals(federated.arn().partition());
            return isIssuer ? MatchKind.USER_OF_FEDERATED : MatchKind.NONE;
        }
        return MatchKind.NONE;
    }

    /** R-PRIN-04. A path that is not known could be any; one that is known has to be named (U-21). */
    private MatchKind role(Arn entry) {
        if (!(caller instanceof Principal.RoleSession session)) {
            return MatchKind.NONE;
        }
        String lastPart = entry.resource().substring(entry.resource().lastIndexOf('/') + 1);
        boolean isItsRole = session.roleArn().isPresent()
                ? session.roleArn().get().equals(entry)
                : entry.partition().equals(session.partition())
                        && entry.account().equals(session.accountId())
                        && lastPart.equals(session.roleName());
        return isItsRole ? MatchKind.ROLE : MatchKind.NONE;
    }

    /** R-PRIN-05. */
    private MatchKind roleSession(String entry) {
        return directIf(caller instanceof Principal.RoleSession session
                && session.sessionName().isPresent()
                && session.text().equals(entry));
    }

    /** R-PRIN-06. */
    private MatchKind federatedUser(String entry) {
        return directIf(
                caller instanceof Principal.FederatedUser user && user.text().equals(entry));
    }

    /** R-PRIN-12, R-KEY-11: the id counts if the request tells it. */
    private MatchKind uniqueId(String entry) {
        ContextValue said = context.get(ConditionKey.of("aws:userid"));
        List<String> ids = said instanceof ContextValue.Present present ? present.values() : List.of();
        if (caller instanceof Principal.User && entry.startsWith("AIDA")) {
            return directIf(ids.contains(entry));
        }
        if (caller instanceof Principal.RoleSession && entry.startsWith("AROA")) {
            return ids.stream().anyMatch(id -> id.startsWith(entry + ":")) ? MatchKind.ROLE : MatchKind.NONE;
        }
        return MatchKind.NONE;
    }

    /** The partition of a caller that has an account. */
    static String partition(Principal caller) {
        return caller.account().isEmpty() ? "" : Arn.of(caller.text()).partition();
    }
}
