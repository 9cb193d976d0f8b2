// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.json.PolicyQuota;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes policies shorter without changing what they mean, step by step: dead parts go, statements that differ in one element are merged.
 * Each step is proved before it is taken and the result is compared with the original. What is minimal already comes back as it is.
 */
public final class PolicyMinimizer {
    private final PolicyAnalyzer analyzer;
    private final PolicyKind kind;
    private final boolean byCatalog;
    private final boolean dropsSids;

    private PolicyMinimizer(PolicyAnalyzer analyzer, PolicyKind kind, boolean byCatalog, boolean dropsSids) {
        this.analyzer = analyzer;
        this.kind = kind;
        this.byCatalog = byCatalog;
        this.dropsSids = dropsSids;
    }

    /**
     * A minimizer of documents of one kind that keeps their meaning for all requests, and their Sids.
     *
     * @throws IllegalArgumentException for a kind whose statements name principals
     */
    public static PolicyMinimizer of(PolicyAnalyzer analyzer, PolicyKind kind) {
        if (!Meaning.isKnownFor(kind)) {
            throw new IllegalArgumentException(kind.text() + ": statements that name principals are not minimized");
        }
        return new PolicyMinimizer(analyzer, kind, false, false);
    }

    /**
     * The same, but what holds by the catalog's date is good enough: actions are folded into wildcards, and parts go that only
     * requests need which the catalog does not know.
     *
     * @throws IllegalArgumentException if the analyzer has no catalog
     */
    public PolicyMinimizer byCatalog() {
        if (analyzer.catalog().isEmpty()) {
            throw new IllegalArgumentException("the analyzer has no catalog: use PolicyAnalyzer.within");
        }
        return new PolicyMinimizer(analyzer, kind, true, dropsSids);
    }

    /** The same, but statement ids go. */
    public PolicyMinimizer withoutSids() {
        return new PolicyMinimizer(analyzer, kind, byCatalog, true);
    }

    /** The policy with fewer characters. */
    public Minimized minimize(Policy policy) {
        Run run = new Run(policy);
        run.untilNothingChanges();
        Answer proof = run.meaning.same(policy, run.current);
        if (run.steps.isEmpty() || proof instanceof Answer.Holds) {
            return new Minimized(run.current, size(policy), size(run.current), run.steps, proof);
        }
        // Each step was proved, the whole was not: a limit was met. The policy is better long than doubtful.
        return new Minimized(policy, size(policy), size(policy), List.of(), proof);
    }

    private static int size(Policy policy) {
        return PolicyQuota.MANAGED_POLICY.measure(policy);
    }

    private final class Run {
        private final Meaning meaning = new Meaning(analyzer, kind);
        private final List<Minimized.Step> steps = new ArrayList<>();
        private Policy current;

        Run(Policy policy) {
            this.current = policy;
        }

        void untilNothingChanges() {
            int before;
            do {
                before = steps.size();
                dropDeadParts();
                mergeStatements();
                if (byCatalog) {
                    foldActions();
                }
                if (dropsSids) {
                    dropSids();
                }
            } while (steps.size() > before);
        }

        private void dropDeadParts() {
            DeadParts parts = new DeadParts(analyzer, kind, current, byCatalog);
            for (DeadPart part : parts.find()) {
                steps.add(new Minimized.Step(
                        "drop `" + part.text() + "` at " + part.path() + ": "
                                + part.kind().text(),
                        part.proof()));
            }
            current = parts.rest();
        }

        private void mergeStatements() {
            for (int i = 0; i < current.statements().size(); i++) {
                for (int j = current.statements().size() - 1; j > i; j--) {
                    merge(i, j);
                }
            }
        }

        private void merge(int i, int j) {
            Statement one = current.statements().get(i);
            Statement other = current.statements().get(j);
            Optional<Statement> merged = StatementMerge.of(one, other);
            if (merged.isPresent()) {
                List<Statement> statements = new ArrayList<>(current.statements());
                statements.set(i, merged.get());
                statements.remove(j);
                take("merge " + name(other, j) + " into " + name(one, i), statements);
            }
        }

        private void foldActions() {
            ActionFold fold = new ActionFold(analyzer.catalog().orElseThrow());
            for (int i = 0; i < current.statements().size(); i++) {
                Optional<ActionFold.Folded> folded;
                Set<Statement> refused = new HashSet<>();
                do {
                    Statement statement = current.statements().get(i);
                    folded = fold.of(statement, refused);
                    if (folded.isPresent()) {
                        List<Statement> statements = new ArrayList<>(current.statements());
                        statements.set(i, folded.get().statement());
                        boolean taken = take(folded.get().text() + " in " + name(statement, i), statements);
                        if (!taken) {
                            refused.add(folded.get().statement());
                        }
                    }
                } while (folded.isPresent());
            }
        }

        private void dropSids() {
            for (int i = 0; i < current.statements().size(); i++) {
                Statement statement = current.statements().get(i);
                if (statement.sid().isPresent()) {
                    List<Statement> statements = new ArrayList<>(current.statements());
                    statements.set(i, Edits.withSid(statement, Optional.empty()));
                    take("drop the Sid of " + name(statement, i), statements);
                }
            }
        }

        /** Goes on with these statements if they are shorter and mean the same. */
        private boolean take(String text, List<Statement> statements) {
            Policy changed = new Policy(current.version(), current.id(), statements);
            if (size(changed) >= size(current)) {
                return false;
            }
            Optional<Answer.Holds> proof = meaning.same(current, changed)
                    .match(
                            holds -> byCatalog || holds.catalog().isEmpty() ? Optional.of(holds) : Optional.empty(),
                            fails -> Optional.empty(),
                            unknown -> Optional.empty());
            proof.ifPresent(holds -> {
                steps.add(new Minimized.Step(text, holds));
                current = changed;
            });
            return proof.isPresent();
        }

        private String name(Statement statement, int index) {
            return statement.sid().map(sid -> "`" + sid + "`").orElse("statement " + (index + 1));
        }
    }
}
