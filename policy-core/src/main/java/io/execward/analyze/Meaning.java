// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.evaluate.StatementRef;
import io.execward.model.AttachedPolicy;
import io.execward.model.Context;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whether two documents mean the same wherever one of them may stand: they deny the same requests, and of the others they allow the
 * same. To allow the same alone would not do: beside other policies a Deny that went is a breach, even one of something that its own
 * document does not allow.
 */
final class Meaning {
    private static final String ACCOUNT = "111122223333";
    private static final Statement ALLOW_ALL = Statement.allow(List.of("*"), List.of("*"));
    private static final Answer NOTHING_TO_SHOW = new Answer.Holds(Optional.empty(), List.of());

    private final PolicyAnalyzer analyzer;
    private final PolicyKind kind;

    Meaning(PolicyAnalyzer analyzer, PolicyKind kind) {
        this.analyzer = analyzer;
        this.kind = kind;
    }

    /** True if documents of this kind are compared at all: those whose statements name no principals. */
    static boolean isKnownFor(PolicyKind kind) {
        return switch (kind) {
            case IDENTITY, PERMISSIONS_BOUNDARY, SESSION, SERVICE_CONTROL -> true;
            case RESOURCE, ROLE_TRUST, VPC_ENDPOINT, RESOURCE_CONTROL -> false;
        };
    }

    /** Whether both mean the same. */
    Answer same(Policy a, Policy b) {
        Policy deniesOfA = with(a, a.statements(), Effect.DENY);
        Policy deniesOfB = with(b, b.statements(), Effect.DENY);
        Set<String> partitions = Partitions.of(a, b);
        Answer answer = all(partitions, caller -> analyzer.equivalent(alone(caller, a), alone(caller, b)));
        if (deniesOfA.equals(deniesOfB)) {
            return answer;
        }
        return both(
                answer,
                () -> all(
                        partitions, caller -> analyzer.equivalent(alone(caller, deniesOfA), alone(caller, deniesOfB))));
    }

    /** Whether no request matches the statement. */
    Answer neverMatches(Policy policy, Statement statement) {
        Policy only = with(policy, List.of(statement), statement.effect());
        Policy none = with(policy, List.of(), statement.effect());
        return all(Partitions.of(only), caller -> analyzer.equivalent(alone(caller, only), alone(caller, none)));
    }

    /** Whether the document denies all that the Allow matches. */
    Answer isDenied(Policy policy, Statement allow) {
        List<Statement> statements = new ArrayList<>(List.of(allow));
        policy.statements().stream()
                .filter(statement -> statement.effect() == Effect.DENY)
                .forEach(statements::add);
        Policy only = new Policy(policy.version(), policy.id(), statements);
        return all(Partitions.of(only), caller -> analyzer.neverAllows(alone(caller, only), Region.everything()));
    }

    /** Whether callers of these partitions may do the same by either set, one partition after the other. */
    Answer allowsTheSame(PolicySet a, PolicySet b, Set<String> partitions) {
        return all(
                partitions,
                caller -> analyzer.equivalent(
                        new Subject(caller, a, Context.empty()), new Subject(caller, b, Context.empty())));
    }

    private static Answer all(Set<String> partitions, Function<Principal, Answer> question) {
        Answer all = NOTHING_TO_SHOW;
        for (String partition : partitions) {
            Principal caller = Principal.of("arn:" + partition + ":iam::" + ACCOUNT + ":role/caller");
            all = both(all, () -> question.apply(caller));
        }
        return all;
    }

    private static Answer both(Answer first, Supplier<Answer> second) {
        return first.match(
                one -> second.get().match(two -> both(one, two), fails -> fails, unknown -> unknown),
                fails -> fails,
                unknown -> unknown);
    }

    private static Answer both(Answer.Holds first, Answer.Holds second) {
        Set<StatementRef> because = new LinkedHashSet<>(first.because());
        because.addAll(second.because());
        return new Answer.Holds(first.catalog().or(second::catalog), List.copyOf(because));
    }

    /** Statements of one effect; beside Denies everything is allowed, so that it shows what they deny. */
    private static Policy with(Policy policy, List<Statement> statements, Effect effect) {
        List<Statement> some = new ArrayList<>();
        statements.stream().filter(statement -> statement.effect() == effect).forEach(some::add);
        if (effect == Effect.DENY) {
            some.add(ALLOW_ALL);
        }
        return new Policy(policy.version(), policy.id(), some);
    }

    /** The document where it alone decides: the other layers allow everything. */
    private Subject alone(Principal caller, Policy policy) {
        PolicySet.Builder builder = PolicySet.builder();
        if (kind != PolicyKind.IDENTITY) {
            builder.identity(Policy.of(ALLOW_ALL));
        }
        switch (kind) {
            case IDENTITY -> builder.identity(policy);
            case PERMISSIONS_BOUNDARY -> builder.boundary(policy);
            case SESSION -> builder.session(policy);
            case SERVICE_CONTROL ->
                builder.serviceControl(
                        new PolicyLevel("level", List.of(new AttachedPolicy("service control policy", policy))));
            case RESOURCE, ROLE_TRUST, VPC_ENDPOINT, RESOURCE_CONTROL ->
                throw new IllegalArgumentException(kind.text() + ": principals are not compared");
        }
        return new Subject(caller, builder.build(), Context.empty());
    }
}
