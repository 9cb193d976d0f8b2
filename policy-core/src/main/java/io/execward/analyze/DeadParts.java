// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.analyze.DeadPart.Kind;
import io.execward.model.Condition;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyPath;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a document could do without, each part proved to do nothing. Found in one walk from the end to the start, statements first, so
 * that of two parts that make each other superfluous the later one is dead, and all that are listed can go together.
 */
public final class DeadParts {
    private final Meaning meaning;
    private final boolean byCatalog;
    private final Policy policy;
    /** By their number in the document; what is dead is gone. */
    private final List<Optional<Statement>> living = new ArrayList<>();

    private final List<DeadPart> dead = new ArrayList<>();

    DeadParts(PolicyAnalyzer analyzer, PolicyKind kind, Policy policy, boolean byCatalog) {
        this.meaning = new Meaning(analyzer, kind);
        this.policy = policy;
        this.byCatalog = byCatalog;
        policy.statements().forEach(statement -> living.add(Optional.of(statement)));
    }

    /**
     * The dead parts of a document. With a catalog in the analyzer also those that are dead only by its date; their proof says so.
     *
     * @param kind a kind whose statements name no principals
     * @throws IllegalArgumentException for another kind
     */
    public static List<DeadPart> of(PolicyAnalyzer analyzer, PolicyKind kind, Policy policy) {
        if (!Meaning.isKnownFor(kind)) {
            throw new IllegalArgumentException(
                    kind.text() + ": statements that name principals are not searched for dead parts");
        }
        return new DeadParts(analyzer, kind, policy, true).find();
    }

    List<DeadPart> find() {
        for (int i = living.size() - 1; i >= 0; i--) {
            findStatement(i);
        }
        for (int i = living.size() - 1; i >= 0; i--) {
            if (living.get(i).isPresent()) {
                findPatterns(i, living.get(i).get());
                findConditions(i);
            }
        }
        return List.copyOf(dead);
    }

    /** The document without its dead parts. */
    Policy rest() {
        return document(living);
    }

    private Policy document(List<Optional<Statement>> statements) {
        return new Policy(
                policy.version(),
                policy.id(),
                statements.stream().flatMap(Optional::stream).toList());
    }

    /** The proof that nothing changes if this stands in the place of a statement. */
    private Optional<Answer.Holds> unchanged(int index, Optional<Statement> instead) {
        List<Optional<Statement>> changed = new ArrayList<>(living);
        changed.set(index, instead);
        return accepted(meaning.same(rest(), document(changed)));
    }

    private Optional<Answer.Holds> accepted(Answer answer) {
        return answer.match(
                holds -> byCatalog || holds.catalog().isEmpty() ? Optional.of(holds) : Optional.empty(),
                fails -> Optional.empty(),
                unknown -> Optional.empty());
    }

    private void findStatement(int index) {
        Optional<Answer.Holds> proof = unchanged(index, Optional.empty());
        if (proof.isEmpty()) {
            return;
        }
        Statement statement = policy.statements().get(index);
        living.set(index, Optional.empty());
        String name = statement.sid().orElse("statement " + (index + 1));
        PolicyPath path = PolicyPath.statement(index);
        boolean twice = living.stream()
                .flatMap(Optional::stream)
                .anyMatch(other ->
                        Edits.withSid(other, Optional.empty()).equals(Edits.withSid(statement, Optional.empty())));
        Optional<Answer.Holds> never = accepted(meaning.neverMatches(policy, statement));
        Optional<Answer.Holds> denied =
                statement.effect() == Effect.ALLOW ? accepted(meaning.isDenied(rest(), statement)) : Optional.empty();
        if (never.isPresent()) {
            dead.add(new DeadPart(Kind.NEVER_MATCHES, path, name, never.get()));
        } else if (twice) {
            dead.add(new DeadPart(Kind.DUPLICATE, path, name, proof.get()));
        } else if (denied.isPresent()) {
            dead.add(new DeadPart(Kind.SHADOWED, path, name, denied.get()));
        } else {
            dead.add(new DeadPart(Kind.REDUNDANT, path, name, proof.get()));
        }
    }

    private void findPatterns(int index, Statement statement) {
        statement
                .resources()
                .ifPresent(scope -> findPatterns(
                        index, element(scope, "Resource"), scope, less -> Edits.withResources(current(index), less)));
        findPatterns(
                index,
                element(statement.actions(), "Action"),
                statement.actions(),
                less -> Edits.withActions(current(index), less));
    }

    private static String element(Scope<?> scope, String name) {
        return scope.match(only -> name, allExcept -> "Not" + name);
    }

    private <P> void findPatterns(int index, String element, Scope<P> scope, Function<Scope<P>, Statement> edit) {
        List<P> left = new ArrayList<>(scope.patterns());
        for (int i = left.size() - 1; i >= 0 && left.size() > 1; i--) {
            P pattern = left.remove(i);
            Statement less = edit.apply(Edits.scope(scope, left));
            PolicyPath path = PolicyPath.statement(index).member(element).item(i);
            if (!drop(Kind.PATTERN, index, less, path, pattern.toString())) {
                left.add(i, pattern);
            }
        }
    }

    private boolean drop(Kind kind, int index, Statement less, PolicyPath path, String text) {
        Optional<Answer.Holds> proof = unchanged(index, Optional.of(less));
        proof.ifPresent(holds -> {
            living.set(index, Optional.of(less));
            dead.add(new DeadPart(kind, path, text, holds));
        });
        return proof.isPresent();
    }

    private void findConditions(int index) {
        List<Condition> conditions = current(index).conditions();
        for (Condition condition : conditions) {
            List<Condition> others = new ArrayList<>(current(index).conditions());
            others.remove(condition);
            PolicyPath path = PolicyPath.statement(index)
                    .member("Condition")
                    .member(condition.operator().text())
                    .member(condition.key().name());
            String text = condition.operator().text() + " " + condition.key().name();
            if (!drop(Kind.CONDITION, index, Edits.withConditions(current(index), others), path, text)) {
                findValues(index, condition, path);
            }
        }
    }

    private void findValues(int index, Condition whole, PolicyPath path) {
        Condition condition = whole;
        for (int i = whole.values().size() - 1; i >= 0 && condition.values().size() > 1; i--) {
            List<String> values = new ArrayList<>(condition.values());
            String value = values.remove(i);
            Condition less = new Condition(condition.operator(), condition.key(), values);
            Statement statement = Edits.withCondition(current(index), condition, less);
            if (drop(Kind.VALUE, index, statement, path.item(i), value)) {
                condition = less;
            }
        }
    }

    private Statement current(int index) {
        return living.get(index).orElseThrow();
    }
}
