// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import io.execward.model.PolicyVersion;
import io.execward.model.Statement;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A policy restricted so that it stays inside a ceiling and loses nothing that both allow.
 *
 * @param policy what is left; it denies what either of the two denied
 * @param proof that it allows exactly what the policy allows under a boundary that is the ceiling
 */
public record Tightening(Policy policy, Answer.Holds proof) {
    public Tightening {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(proof, "proof");
    }

    /**
     * Restricts an identity policy.
     *
     * @return empty if no statements could be found that are proved to say it: two patterns or conditions have no short common form, or
     *     a limit was met
     */
    public static Optional<Tightening> of(PolicyAnalyzer analyzer, Policy policy, Policy ceiling) {
        Set<Statement> statements = new LinkedHashSet<>();
        for (Statement allow : withEffect(policy, Effect.ALLOW)) {
            for (Statement limit : withEffect(ceiling, Effect.ALLOW)) {
                Optional<List<Statement>> both = both(analyzer, policy, allow, ceiling, limit);
                if (both.isEmpty()) {
                    return Optional.empty();
                }
                statements.addAll(both.get());
            }
        }
        for (Policy document : List.of(policy, ceiling)) {
            for (Statement deny : withEffect(document, Effect.DENY)) {
                Optional<Region> region = Regions.of(document, deny);
                if (region.isEmpty()) {
                    return Optional.empty();
                }
                statements.add(named(deny, region.get()));
            }
        }
        Policy tight = new Policy(Optional.of(PolicyVersion.V2012_10_17), policy.id(), withDistinctSids(statements));
        return proof(analyzer, policy, ceiling, tight);
    }

    private static List<Statement> withEffect(Policy policy, Effect effect) {
        return policy.statements().stream()
                .filter(statement -> statement.effect() == effect)
                .toList();
    }

    /** What both Allows say, in at most one statement; empty if no statement says it. */
    private static Optional<List<Statement>> both(
            PolicyAnalyzer analyzer, Policy policy, Statement allow, Policy ceiling, Statement limit) {
        Optional<Region> one = Regions.of(policy, allow);
        Optional<Region> other = Regions.of(ceiling, limit);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        Optional<Region> both = RegionMeet.of(one.get(), other.get());
        if (both.isPresent()) {
            boolean nothing = RegionMeet.isNothing(both.get());
            return Optional.of(nothing ? List.of() : List.of(named(allow, both.get())));
        }
        Answer apart = analyzer.disjoint(Regions.allowing(one.get()), Regions.allowing(other.get()));
        return apart instanceof Answer.Holds ? Optional.of(List.of()) : Optional.empty();
    }

    private static Statement named(Statement like, Region region) {
        return Edits.withSid(Regions.statement(like.effect(), region), like.sid());
    }

    /** A Sid names one statement of a document (R-GRAM-13): the first keeps it. */
    private static List<Statement> withDistinctSids(Set<Statement> statements) {
        Set<String> taken = new HashSet<>();
        return statements.stream()
                .map(statement -> statement.sid().isPresent()
                                && !taken.add(statement.sid().get())
                        ? Edits.withSid(statement, Optional.empty())
                        : statement)
                .toList();
    }

    private static Optional<Tightening> proof(PolicyAnalyzer analyzer, Policy policy, Policy ceiling, Policy tight) {
        Policy shorter = PolicyMinimizer.of(analyzer, PolicyKind.IDENTITY)
                .minimize(tight)
                .policy();
        PolicySet bounded =
                PolicySet.builder().identity(policy).boundary(ceiling).build();
        return new Meaning(analyzer, PolicyKind.IDENTITY)
                .allowsTheSame(bounded, PolicySet.identity(shorter), Partitions.of(policy, ceiling))
                .match(
                        holds -> Optional.of(new Tightening(shorter, holds)),
                        fails -> Optional.empty(),
                        unknown -> Optional.empty());
    }
}
