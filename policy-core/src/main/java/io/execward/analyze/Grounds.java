// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.evaluate.Concern;
import io.execward.evaluate.ResourceControlServices;
import io.execward.evaluate.StatementRef;
import io.execward.match.Glob;
import io.execward.model.AttachedPolicy;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What allows and what denies a caller's requests on resources of its own account (F.1), as boxes. No request carries a flag that
 * exempts it from policies of the organization.
 *
 * @param allowed the requests that are allowed are those of any of these
 * @param refused the ways to be refused: a request that is in each of a way's unions and in none of its other boxes is not allowed
 */
record Grounds(List<Formula> allowed, List<Formula> refused) {
    private static final String SERVICE_LINKED = "/aws-service-role/";

    /** Without the resource's own policy nothing is granted on keys, nor a role to be assumed (R-SVC-01, R-SVC-04). */
    private static final List<Box> NEED_RESOURCE_POLICY = List.of(
            Box.of(Region.of(List.of("sts:AssumeRole*"), List.of("*"))),
            Box.of(
                    Region.of(List.of("kms:*"), List.of("*")),
                    new Glob.Builder()
                            .literal("arn:")
                            .run(false)
                            .literal(":kms:")
                            .run(false)
                            .literal(":")
                            .run(false)
                            .literal(":key/")
                            .run(true)
                            .build()));

    private static final Box EVERYTHING = Box.of(Region.everything());

    /** R-SVC-14. */
    private static final Box NEVER_BY_ROOT = Box.of(Region.of(List.of("sts:AssumeRole"), List.of("*")));

    /** What resource control policies are about (R-ORG-13). */
    private static final Box GUARDED = Box.of(Region.of(
            ResourceControlServices.prefixes().stream()
                    .sorted()
                    .map(service -> service + ":*")
                    .toList(),
            List.of("*")));

    /** What they spare all the same (R-ORG-14, R-ORG-16). */
    private static final List<Box> SPARED = List.of(
            Box.of(Region.of(List.of("kms:RetireGrant"), List.of("*"))),
            Box.of(
                    Region.of(List.of("sts:*"), List.of("*")),
                    new Glob.Builder()
                            .literal("arn:")
                            .run(false)
                            .literal(":iam:")
                            .run(false)
                            .literal(":")
                            .run(false)
                            .literal(":role/aws-service-role/")
                            .run(true)
                            .build()));

    Grounds {
        allowed = List.copyOf(allowed);
        refused = List.copyOf(refused);
    }

    /** What leaves a caller's requests without a verdict here; empty if nothing does. */
    static Optional<Shortfall> obstacle(Subject subject) {
        PolicySet policies = subject.policies();
        List<AttachedPolicy> named = new ArrayList<>();
        policies.resource().ifPresent(named::add);
        policies.endpoint().ifPresent(named::add);
        boolean uncertain = named.stream()
                .flatMap(one -> one.policy().statements().stream())
                .anyMatch(statement -> concern(statement, subject) == Concern.UNCERTAIN);
        return uncertain ? construct("a unique id as principal is not analysed") : Optional.empty();
    }

    private static Concern concern(Statement statement, Subject subject) {
        return Concern.of(
                statement, subject.principal(), subject.policies().boundary().isPresent());
    }

    private static Optional<Shortfall> construct(String detail) {
        return Optional.of(new Shortfall(Limit.CONSTRUCT, detail));
    }

    /**
     * The grounds where a policy on the resource that was not supplied leaves every decision to the account.
     *
     * @param subject one without {@link #obstacle}
     */
    static Grounds of(Subject subject) {
        return new Collector(subject).grounds(false);
    }

    /** The grounds where a policy on the resource that was not supplied grants nothing. */
    static Grounds strict(Subject subject) {
        return new Collector(subject).grounds(true);
    }

    /** Those requests of a formula that are refused. */
    List<Formula> refused(Formula requests) {
        return refused.stream().map(requests::and).toList();
    }

    /** Those requests of a formula that are allowed. */
    List<Formula> allowed(Formula requests) {
        return allowed.stream().map(requests::and).toList();
    }

    private static final class Collector {
        private final Subject subject;
        private final List<Box> denies = new ArrayList<>();
        /** Denies of resource control policies, which not every request is about. */
        private final List<Box> guards = new ArrayList<>();
        /** Levels and endpoint: each has to allow, whatever else does. */
        private final List<List<Box>> filters = new ArrayList<>();

        private final List<Box> identity;
        /** Boundary and session. */
        private final List<List<Box>> limits = new ArrayList<>();

        private final List<Box> direct = new ArrayList<>();
        private final List<Box> byRole = new ArrayList<>();
        private final List<Box> byAccount = new ArrayList<>();

        Collector(Subject subject) {
            this.subject = subject;
            PolicySet policies = subject.policies();
            this.identity = identity();
            if (hasIdentitySide()) {
                policies.boundary().ifPresent(one -> limits.add(layer(PolicyKind.PERMISSIONS_BOUNDARY, List.of(one))));
            }
            if (subject.principal() instanceof Principal.FederatedUser) {
                limits.add(layer(PolicyKind.SESSION, policies.session().orElse(List.of()))); // R-EVAL-11
            } else if (subject.principal() instanceof Principal.RoleSession) {
                policies.session().ifPresent(them -> limits.add(layer(PolicyKind.SESSION, them)));
            }
            policies.endpoint().ifPresent(one -> filters.add(layer(PolicyKind.VPC_ENDPOINT, List.of(one))));
            if (isOfMemberAccount() && !isServiceLinked()) {
                for (PolicyLevel level : policies.serviceControl().orElse(List.of())) {
                    filters.add(layer(PolicyKind.SERVICE_CONTROL, level.policies()));
                }
            }
            if (!isServiceLinked()) {
                for (PolicyLevel level : policies.resourceControl().orElse(List.of())) {
                    layer(PolicyKind.RESOURCE_CONTROL, level.policies(), guards); // R-ORG-11: none of them has to allow
                }
            }
            policies.resource().ifPresent(this::resource);
        }

        private List<Box> identity() {
            if (subject.principal() instanceof Principal.Root) {
                denies.add(NEVER_BY_ROOT);
                return List.of(EVERYTHING); // R-EVAL-16
            }
            return hasIdentitySide()
                    ? layer(PolicyKind.IDENTITY, subject.policies().identity().orElse(List.of()))
                    : List.of();
        }

        private boolean hasIdentitySide() {
            return subject.principal() instanceof Principal.User
                    || subject.principal() instanceof Principal.RoleSession
                    || subject.principal() instanceof Principal.FederatedUser;
        }

        /** R-ORG-07. */
        private boolean isOfMemberAccount() {
            return hasIdentitySide() || subject.principal() instanceof Principal.Root;
        }

        private boolean isServiceLinked() {
            return subject.principal() instanceof Principal.RoleSession session
                    && session.rolePath()
                            .filter(path -> path.startsWith(SERVICE_LINKED))
                            .isPresent(); // R-ORG-05
        }

        /** The Allows of a layer; its Denies join all others. */
        private List<Box> layer(PolicyKind kind, List<AttachedPolicy> attached) {
            return layer(kind, attached, denies);
        }

        private List<Box> layer(PolicyKind kind, List<AttachedPolicy> attached, List<Box> refusing) {
            List<Box> union = new ArrayList<>();
            for (AttachedPolicy one : attached) {
                Policy policy = one.policy();
                for (int i = 0; i < policy.statements().size(); i++) {
                    Statement statement = policy.statements().get(i);
                    if (!kind.namesPrincipals() || concern(statement, subject) != Concern.NOTHING) {
                        Box box = Box.of(StatementRef.of(kind, one, i), policy, statement);
                        (statement.effect() == Effect.ALLOW ? union : refusing).add(box);
                    }
                }
            }
            return union;
        }

        private void resource(AttachedPolicy attached) {
            Policy policy = attached.policy();
            PolicyKind kind = PolicySet.resourceKind(policy);
            for (int i = 0; i < policy.statements().size(); i++) {
                Statement statement = policy.statements().get(i);
                Box box = Box.of(StatementRef.of(kind, attached, i), policy, statement);
                List<Box> place = switch (concern(statement, subject)) {
                    case NOTHING, UNCERTAIN -> new ArrayList<>();
                    case ACCOUNT -> byAccount;
                    case ROLE -> byRole;
                    case CALLER -> direct;
                };
                (statement.effect() == Effect.DENY && concern(statement, subject) == Concern.CALLER ? denies : place)
                        .add(box);
            }
        }

        Grounds grounds(boolean strict) {
            boolean hasResource = subject.policies().resource().isPresent();
            Formula anything = new Formula(filters, denies);
            Formula limited = anything;
            for (List<Box> limit : limits) {
                limited = limited.and(limit);
            }
            List<Formula> allowed = new ArrayList<>();
            if (!hasResource && !strict) {
                allowed.add(limited.and(identity));
            } else {
                allowed.add(limited.and(identity).without(NEED_RESOURCE_POLICY));
                allowed.add(limited.and(identity).and(NEED_RESOURCE_POLICY).and(byAccount));
                allowed.add(limited.and(byRole));
                allowed.add(anything.and(direct));
            }
            return new Grounds(allowed.stream().flatMap(this::pastGuards).toList(), refused(hasResource || strict));
        }

        /** Those that no resource control policy denies: by what it says, by service, or because they are spared. */
        private Stream<Formula> pastGuards(Formula requests) {
            return guards.isEmpty()
                    ? Stream.of(requests)
                    : Stream.of(requests.without(guards), requests.without(List.of(GUARDED)), requests.and(SPARED));
        }

        private List<Formula> refused(boolean needed) {
            Formula anything = new Formula(List.of(), List.of());
            List<Formula> ways = new ArrayList<>();
            ways.add(anything.and(denies));
            ways.add(anything.and(guards).and(List.of(GUARDED)).without(SPARED));
            filters.forEach(filter -> ways.add(anything.without(filter)));
            limits.forEach(limit -> ways.add(anything.without(direct).without(limit)));
            ways.add(anything.without(direct).without(byRole).without(identity));
            if (needed) {
                ways.add(anything.and(NEED_RESOURCE_POLICY)
                        .without(direct)
                        .without(byRole)
                        .without(byAccount));
            }
            return ways;
        }
    }
}
