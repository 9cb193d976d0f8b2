// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.analyze.Answer;
import io.execward.analyze.PolicyAnalyzer;
import io.execward.analyze.Subject;
import io.execward.model.AttachedPolicy;
import io.execward.model.Context;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.PrincipalPattern;
import io.execward.model.Request;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proofs by analysis. Two policies mean the same only if no other policies beside them could show a difference: so what they allow by
 * themselves is compared, and what they deny where everything is allowed, both within one account and across two.
 */
final class Proofs implements Equivalence {
    private static final Policy EVERYTHING = Policy.of(Statement.allow(List.of("*"), List.of("*")));

    private static final AttachedPolicy ALLOW_ALL = new AttachedPolicy("everything", EVERYTHING);

    private static final AttachedPolicy OPEN = new AttachedPolicy(
            "everyone",
            Policy.of(Statement.allow(List.of("*"), List.of("*")).forPrincipals(new PrincipalPattern.Anyone())));

    private final PolicyAnalyzer analyzer;

    Proofs(PolicyAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    @Override
    public boolean isShown(PolicyKind kind, Policy one, Policy other) {
        List<PolicySet> some = settings(kind, one);
        List<PolicySet> others = settings(kind, other);
        if (some.isEmpty()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            Answer answer = analyzer.equivalent(subject(some.get(i)), subject(others.get(i)));
            if (!answer.match(holds -> holds.catalog().isEmpty(), fails -> false, unknown -> false)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Optional<Request> difference(PolicyKind kind, Policy one, Policy other) {
        List<PolicySet> some = settings(kind, one);
        List<PolicySet> others = settings(kind, other);
        for (int i = 0; i < some.size(); i++) {
            Optional<Request> found = analyzer.equivalent(subject(some.get(i)), subject(others.get(i)))
                    .match(
                            holds -> Optional.empty(),
                            fails -> Optional.of(fails.witness().request()),
                            unknown -> Optional.empty());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Subject subject(PolicySet policies) {
        return new Subject(Principal.of("arn:aws:iam::111122223333:role/caller"), policies, Context.empty());
    }

    /** The policy in its layer, alone and beside an Allow of everything; none for kinds whose meaning depends on who asks. */
    private static List<PolicySet> settings(PolicyKind kind, Policy policy) {
        AttachedPolicy alone = new AttachedPolicy("policy", policy);
        AttachedPolicy open = new AttachedPolicy("policy", opened(policy));
        return switch (kind) {
            case IDENTITY ->
                List.of(
                        PolicySet.builder().identity(alone).build(),
                        PolicySet.builder().identity(open).build(),
                        PolicySet.builder().identity(alone).resource(OPEN).build(),
                        PolicySet.builder().identity(open).resource(OPEN).build());
            case PERMISSIONS_BOUNDARY ->
                List.of(
                        PolicySet.builder().identity(ALLOW_ALL).boundary(alone).build(),
                        PolicySet.builder().identity(ALLOW_ALL).boundary(open).build());
            case SESSION ->
                List.of(
                        PolicySet.builder().identity(ALLOW_ALL).session(alone).build(),
                        PolicySet.builder().identity(ALLOW_ALL).session(open).build());
            case SERVICE_CONTROL -> List.of(controlled(alone), controlled(open));
            case RESOURCE, ROLE_TRUST, RESOURCE_CONTROL, VPC_ENDPOINT -> List.of();
        };
    }

    private static PolicySet controlled(AttachedPolicy policy) {
        return PolicySet.builder()
                .identity(ALLOW_ALL)
                .serviceControl(new PolicyLevel("level", List.of(policy)))
                .build();
    }

    /** What is left to tell policies apart beside an Allow of everything is what they deny. */
    private static Policy opened(Policy policy) {
        List<Statement> statements = new ArrayList<>(policy.statements());
        statements.removeIf(statement -> statement.effect() == Effect.ALLOW);
        statements.addAll(EVERYTHING.statements());
        return new Policy(policy.version(), policy.id(), statements);
    }
}
