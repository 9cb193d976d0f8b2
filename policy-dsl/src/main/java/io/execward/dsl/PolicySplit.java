// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import io.execward.dsl.Sentence.Clause;
import io.execward.json.PolicyQuota;
import io.execward.model.ActionPattern;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One policy in several documents of its kind. Documents of one layer are a union, so statements may be dealt out as they are; one that
 * is too long is divided along a list of {@code Action} or {@code Resource}, whose entries are alternatives. {@code NotAction} and
 * {@code NotResource} are never divided: their halves would say more than the whole.
 */
final class PolicySplit {
    private PolicySplit() {}

    static List<IamPolicy> of(IamPolicy policy, PolicyQuota quota) {
        if (policy.fits(quota)) {
            return List.of(policy);
        }
        requireSeveral(policy, quota);
        List<IamPolicy> parts = new ArrayList<>();
        List<Clause> current = new ArrayList<>();
        for (Clause clause : policy.clauses()) {
            for (Clause piece : pieces(policy, clause, quota)) {
                current.add(distinct(piece, current));
                if (!policy.with(current).fits(quota)) {
                    current.remove(current.size() - 1);
                    parts.add(policy.with(current));
                    current = new ArrayList<>(List.of(piece));
                }
            }
        }
        parts.add(policy.with(current));
        return List.copyOf(parts);
    }

    private static Clause distinct(Clause clause, List<Clause> before) {
        List<Statement> statements = before.stream().map(Clause::statement).toList();
        return new Clause(Sids.added(clause.statement(), statements), clause.star());
    }

    private static void requireSeveral(IamPolicy policy, PolicyQuota quota) {
        boolean several = quota == PolicyQuota.MANAGED_POLICY
                || quota == PolicyQuota.SERVICE_CONTROL
                || quota == PolicyQuota.RESOURCE_CONTROL;
        String size = policy.sizeAs(quota) + " characters, " + quota.limit() + " are allowed";
        if (!several) {
            throw new IllegalArgumentException("the " + policy.kind().text() + " has " + size
                    + " for all documents together, so dividing it does not help: say less, or attach it as managed policies ("
                    + quota.rule() + ")");
        }
        String alone = switch (policy.kind()) {
            case IDENTITY, SESSION, SERVICE_CONTROL, RESOURCE_CONTROL -> "";
            case PERMISSIONS_BOUNDARY -> "R-TYPE-02";
            case RESOURCE -> "R-TYPE-04";
            case ROLE_TRUST -> "R-TYPE-05";
            case VPC_ENDPOINT -> "R-TYPE-08";
        };
        if (!alone.isEmpty()) {
            throw new IllegalArgumentException("the " + policy.kind().text() + " has " + size
                    + ", and there can be only one: say less, such as with patterns (" + alone + ", " + quota.rule()
                    + ")");
        }
    }

    /** The clause in pieces of which each fits a document of its own. */
    private static List<Clause> pieces(IamPolicy policy, Clause clause, PolicyQuota quota) {
        if (policy.with(List.of(clause)).fits(quota)) {
            return List.of(clause);
        }
        Statement whole = clause.statement();
        List<ActionPattern> actions = divisible(Optional.of(whole.actions()));
        List<ResourcePattern> resources = divisible(whole.resources());
        List<Statement> halves = new ArrayList<>();
        if (length(resources) >= length(actions) && resources.size() > 1) {
            for (List<ResourcePattern> half : halves(resources)) {
                halves.add(with(whole, whole.actions(), Optional.of(new Scope.Only<>(half))));
            }
        } else if (actions.size() > 1) {
            for (List<ActionPattern> half : halves(actions)) {
                halves.add(with(whole, new Scope.Only<>(half), whole.resources()));
            }
        } else {
            throw new IllegalArgumentException(
                    "the statement " + whole.sid().map(sid -> "`" + sid + "` ").orElse("")
                            + "alone is longer than the " + quota.limit()
                            + " characters that are allowed and has no list to divide: shorten its conditions ("
                            + quota.rule() + ")");
        }
        List<Clause> pieces = new ArrayList<>();
        for (Statement half : halves) {
            pieces.addAll(pieces(policy, new Clause(half, clause.star()), quota));
        }
        return pieces;
    }

    private static Statement with(
            Statement whole, Scope<ActionPattern> actions, Optional<Scope<ResourcePattern>> resources) {
        return new Statement(whole.sid(), whole.effect(), whole.principals(), actions, resources, whole.conditions());
    }

    private static <P> List<P> divisible(Optional<Scope<P>> scope) {
        return scope.map(it -> it.<List<P>>match(Scope.Only::patterns, allExcept -> List.of()))
                .orElse(List.of());
    }

    private static int length(List<?> patterns) {
        return patterns.size() < 2
                ? 0
                : patterns.stream()
                        .mapToInt(pattern -> pattern.toString().length())
                        .sum();
    }

    private static <P> List<List<P>> halves(List<P> patterns) {
        int middle = patterns.size() / 2;
        return List.of(patterns.subList(0, middle), patterns.subList(middle, patterns.size()));
    }
}
