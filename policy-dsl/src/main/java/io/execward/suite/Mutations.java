// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.diagnostic.SourceSpan;
import io.execward.model.Condition;
import io.execward.model.Policy;
import io.execward.model.PolicyPath;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Every policy that is one step away: weaker, stronger or turned round. What no policy of the kind may say is left out. A sentence that
 * stands for several statements is changed as a whole: the same step is taken in each statement where it can be, for nobody can write
 * anything else by one slip.
 */
final class Mutations {
    private final TestedPolicy tested;
    private final Policy policy;
    private final List<Mutation> found = new ArrayList<>();
    private final Set<Policy> seen = new HashSet<>();

    private Mutations(TestedPolicy tested) {
        this.tested = tested;
        this.policy = tested.policy();
        seen.add(policy);
    }

    /**
     * One step in one statement.
     *
     * @param below the place within the statement
     * @param result what becomes of the statement; made only when asked for, since the model may refuse it
     */
    private record Step(int statement, List<String> below, String words, Supplier<Optional<Statement>> result) {
        /** Equal for the steps that are one step of their sentence. */
        String key() {
            return words + (below.size() > 2 ? below.subList(0, 3) : below.subList(0, Math.min(1, below.size())));
        }
    }

    /** In the order of the document; each differs from the policy and from the others. */
    static List<Mutation> of(TestedPolicy tested) {
        Mutations mutations = new Mutations(tested);
        mutations.sentences().forEach(mutations::collect);
        return List.copyOf(mutations.found);
    }

    /** The numbers of the statements that stand for one sentence, sentence by sentence. */
    private List<List<Integer>> sentences() {
        Map<Object, List<Integer>> sentences = new LinkedHashMap<>();
        for (int i = 0; i < policy.statements().size(); i++) {
            Optional<SourceSpan> span = tested.places().span(PolicyPath.statement(i));
            Object place = span.isPresent() ? span.get() : i;
            sentences.computeIfAbsent(place, it -> new ArrayList<>()).add(i);
        }
        return List.copyOf(sentences.values());
    }

    private void collect(List<Integer> sentence) {
        Map<String, List<Step>> together = new LinkedHashMap<>();
        for (int index : sentence) {
            for (Step step : steps(index, policy.statements().get(index))) {
                together.computeIfAbsent(step.key(), it -> new ArrayList<>()).add(step);
            }
        }
        together.values().forEach(this::add);
    }

    private static List<Step> steps(int index, Statement statement) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(index, List.of(), Mutation.REMOVAL, Optional::empty));
        StatementChanges.of(statement)
                .forEach(change -> steps.add(new Step(
                        index,
                        change.below(),
                        change.words(),
                        () -> Optional.of(change.statement().get()))));
        for (int i = 0; i < statement.conditions().size(); i++) {
            conditions(index, statement, i, steps);
        }
        return steps;
    }

    private static void conditions(int index, Statement statement, int number, List<Step> steps) {
        Condition condition = statement.conditions().get(number);
        String name = condition.operator() + " " + condition.key();
        List<String> at = List.of(
                "Condition", condition.operator().text(), condition.key().name());
        steps.add(new Step(
                index,
                at,
                "drops the condition `" + name + "`",
                () -> Optional.of(replaced(statement, number, Optional.empty()))));
        for (ConditionChanges.Change change : ConditionChanges.of(condition)) {
            List<String> below = new ArrayList<>(at);
            below.addAll(change.below());
            steps.add(new Step(
                    index,
                    below,
                    change.words(),
                    () -> Optional.of(replaced(
                            statement, number, Optional.of(change.condition().get())))));
        }
    }

    /** Adds what the steps make together, unless the model or the kind refuses it, or it was there before. */
    private void add(List<Step> steps) {
        List<Optional<Statement>> statements = new ArrayList<>();
        policy.statements().forEach(statement -> statements.add(Optional.of(statement)));
        Policy changed;
        try {
            steps.forEach(step -> statements.set(step.statement(), step.result().get()));
            changed = new Policy(
                    policy.version(),
                    policy.id(),
                    statements.stream().flatMap(Optional::stream).toList());
        } catch (IllegalArgumentException e) {
            return; // No document can say that, so nobody can write it by mistake.
        }
        if (tested.kind().violations(changed).isEmpty() && seen.add(changed)) {
            Step first = steps.get(0);
            PolicyPath at = PolicyPath.statement(first.statement());
            for (String name : first.below()) {
                at = at.member(name);
            }
            List<Integer> numbers =
                    steps.stream().map(Step::statement).distinct().toList();
            found.add(new Mutation(at, numbers, first.words(), changed));
        }
    }

    private static Statement replaced(Statement statement, int number, Optional<Condition> condition) {
        List<Condition> conditions = new ArrayList<>(statement.conditions());
        conditions.remove(number);
        condition.ifPresent(it -> conditions.add(number, it));
        return new Statement(
                statement.sid(),
                statement.effect(),
                statement.principals(),
                statement.actions(),
                statement.resources(),
                conditions);
    }
}
