// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.json.PolicyQuota;
import io.execward.model.ActionPattern;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One policy in several documents of its kind. Documents of one layer are a union, so statements may be dealt out as they are; one that
 * is too long is divided along a list of {@code Action} or {@code Resource}, whose entries are alternatives. {@code NotAction} and
 * {@code NotResource} are never divided: their halves would say more than the whole.
 *
 * @param whole what was divided
 * @param parts in order; one if the whole fits
 */
public record PolicySplit(PolicyKind kind, Policy whole, List<Part> parts) {
    public PolicySplit {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(whole, "whole");
        parts = List.copyOf(parts);
    }

    /**
     * One document.
     *
     * @param from for each of its statements the number, from 0, of the statement of the whole that it is, or is a piece of
     */
    public record Part(Policy policy, List<Integer> from) {
        public Part {
            Objects.requireNonNull(policy, "policy");
            from = List.copyOf(from);
        }
    }

    /**
     * Divides a policy.
     *
     * @throws IllegalArgumentException if it does not fit and the quota is one for all documents together, the kind knows only one
     *     document, or a single statement does not fit and cannot be divided
     */
    public static PolicySplit of(PolicyKind kind, Policy policy, PolicyQuota quota) {
        return new Dealing(kind, policy, quota).deal();
    }

    /** The documents. */
    public List<Policy> policies() {
        return parts.stream().map(Part::policy).toList();
    }

    /**
     * Whether the documents together mean the same as the whole: they deny and allow the same requests.
     *
     * @return {@link Answer.Unknown} for a kind whose statements name principals
     */
    public Answer check(PolicyAnalyzer analyzer) {
        if (!Meaning.isKnownFor(kind)) {
            return new Answer.Unknown(Limit.CONSTRUCT, "principals of " + kind.withArticle() + " are not analysed");
        }
        List<Statement> all = parts.stream()
                .flatMap(part -> part.policy().statements().stream())
                .map(statement -> Edits.withSid(statement, Optional.empty()))
                .toList();
        return new Meaning(analyzer, kind).same(whole, new Policy(whole.version(), whole.id(), all));
    }

    private record Dealing(PolicyKind kind, Policy policy, PolicyQuota quota) {
        /** A statement, or a piece of one. */
        record Piece(Statement statement, int from) {}

        PolicySplit deal() {
            List<Piece> all = new ArrayList<>();
            for (int i = 0; i < policy.statements().size(); i++) {
                all.add(new Piece(policy.statements().get(i), i));
            }
            List<Part> parts = new ArrayList<>();
            if (fits(policy)) {
                parts.add(new Part(policy, all.stream().map(Piece::from).toList()));
                return new PolicySplit(kind, policy, parts);
            }
            requireSeveral();
            List<Piece> current = new ArrayList<>();
            for (Piece whole : all) {
                for (Piece piece : pieces(whole)) {
                    current.add(named(piece, current));
                    if (!fits(document(current))) {
                        current.remove(current.size() - 1);
                        parts.add(part(current));
                        current = new ArrayList<>(List.of(piece));
                    }
                }
            }
            parts.add(part(current));
            return new PolicySplit(kind, policy, parts);
        }

        private static Piece named(Piece piece, List<Piece> before) {
            List<Statement> statements = before.stream().map(Piece::statement).toList();
            return new Piece(piece.statement().withSidFreeIn(statements), piece.from());
        }

        private Part part(List<Piece> pieces) {
            return new Part(document(pieces), pieces.stream().map(Piece::from).toList());
        }

        private Policy document(List<Piece> pieces) {
            List<Statement> statements = pieces.stream().map(Piece::statement).toList();
            return new Policy(policy.version(), policy.id(), statements);
        }

        private boolean fits(Policy document) {
            return quota.measure(document) <= quota.limit();
        }

        private void requireSeveral() {
            boolean several = quota == PolicyQuota.MANAGED_POLICY
                    || quota == PolicyQuota.SERVICE_CONTROL
                    || quota == PolicyQuota.RESOURCE_CONTROL;
            String size = quota.measure(policy) + " characters, " + quota.limit() + " are allowed";
            if (!several) {
                throw new IllegalArgumentException("the " + kind.text() + " has " + size
                        + " for all documents together, so dividing it does not help: say less, or attach it as managed policies ("
                        + quota.rule() + ")");
            }
            String alone = switch (kind) {
                case IDENTITY, SESSION, SERVICE_CONTROL, RESOURCE_CONTROL -> "";
                case PERMISSIONS_BOUNDARY -> "R-TYPE-02";
                case RESOURCE -> "R-TYPE-04";
                case ROLE_TRUST -> "R-TYPE-05";
                case VPC_ENDPOINT -> "R-TYPE-08";
            };
            if (!alone.isEmpty()) {
                throw new IllegalArgumentException("the " + kind.text() + " has " + size
                        + ", and there can be only one: say less, such as with patterns (" + alone + ", "
                        + quota.rule() + ")");
            }
        }

        /** In pieces of which each fits a document of its own. */
        private List<Piece> pieces(Piece piece) {
            if (fits(document(List.of(piece)))) {
                return List.of(piece);
            }
            Statement whole = piece.statement();
            List<ActionPattern> actions = divisible(Optional.of(whole.actions()));
            List<ResourcePattern> resources = divisible(whole.resources());
            List<Statement> halves = new ArrayList<>();
            if (length(resources) >= length(actions) && resources.size() > 1) {
                halves(resources).forEach(half -> halves.add(Edits.withResources(whole, new Scope.Only<>(half))));
            } else if (actions.size() > 1) {
                halves(actions).forEach(half -> halves.add(Edits.withActions(whole, new Scope.Only<>(half))));
            } else {
                throw new IllegalArgumentException("the statement "
                        + whole.sid().map(sid -> "`" + sid + "` ").orElse("")
                        + "alone is longer than the " + quota.limit()
                        + " characters that are allowed and has no list to divide: shorten its conditions ("
                        + quota.rule() + ")");
            }
            List<Piece> pieces = new ArrayList<>();
            halves.forEach(half -> pieces.addAll(pieces(new Piece(half, piece.from()))));
            return pieces;
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
}
