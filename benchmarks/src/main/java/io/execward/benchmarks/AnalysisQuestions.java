// SPDX-License-Identifier: Apache-2.0
package io.execward.benchmarks;

import io.execward.analyze.Answer;
import io.execward.analyze.PolicyAnalyzer;
import io.execward.analyze.Subject;
import io.execward.model.ActionPattern;
import io.execward.model.Policy;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Questions about real policies, the same for the same seed. */
enum AnalysisQuestions {
    /** Two policies: no new access. */
    PAIRS {
        @Override
        List<Question> of(List<Policy> policies, Random random) {
            return IntStream.range(0, 300)
                    .mapToObj(i -> noNewAccess(one(policies, random), one(policies, random)))
                    .toList();
        }
    },
    /** A policy and the same with one change: no new access, in both directions. */
    MUTANTS {
        @Override
        List<Question> of(List<Policy> policies, Random random) {
            List<Question> questions = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                Policy policy = one(policies, random);
                Policy mutant = mutant(policy, one(policies, random), random);
                questions.add(noNewAccess(policy, mutant));
                questions.add(noNewAccess(mutant, policy));
            }
            return questions;
        }
    },
    /** A policy and itself with one statement for each action, shuffled: equivalent. */
    SPLIT {
        @Override
        List<Question> of(List<Policy> policies, Random random) {
            return IntStream.range(0, 200)
                    .mapToObj(i -> {
                        Policy policy = one(policies, random);
                        return equivalent(policy, split(policy, random));
                    })
                    .toList();
        }
    },
    /** The thirty largest: each against itself split, and against a mutant. */
    LARGE {
        @Override
        List<Question> of(List<Policy> policies, Random random) {
            return against(
                    policies.stream()
                            .sorted(Comparator.comparingInt(
                                    (Policy policy) -> -policy.toString().length()))
                            .limit(30)
                            .toList(),
                    random);
        }
    },
    /** The forty with most conditions, likewise. */
    CONDITIONS {
        @Override
        List<Question> of(List<Policy> policies, Random random) {
            return against(
                    policies.stream()
                            .sorted(Comparator.comparingInt((Policy policy) -> -policy.statements().stream()
                                    .mapToInt(
                                            statement -> statement.conditions().size())
                                    .sum()))
                            .limit(40)
                            .toList(),
                    random);
        }
    };

    /** One question. */
    interface Question {
        Answer ask(PolicyAnalyzer analyzer);
    }

    abstract List<Question> of(List<Policy> policies, Random random);

    private static List<Question> against(List<Policy> policies, Random random) {
        List<Question> questions = new ArrayList<>();
        for (Policy policy : policies) {
            Policy mutant = mutant(policy, one(policies, random), random);
            questions.add(equivalent(policy, split(policy, random)));
            questions.add(noNewAccess(policy, mutant));
            questions.add(noNewAccess(mutant, policy));
        }
        return questions;
    }

    private static Question noNewAccess(Policy existing, Policy next) {
        return analyzer -> analyzer.noNewAccess(Subject.of(existing), Subject.of(next));
    }

    private static Question equivalent(Policy a, Policy b) {
        return analyzer -> analyzer.equivalent(Subject.of(a), Subject.of(b));
    }

    private static Policy one(List<Policy> policies, Random random) {
        return policies.get(random.nextInt(policies.size()));
    }

    /** One statement less, a statement of another policy more, or a condition or an action less. */
    private static Policy mutant(Policy policy, Policy other, Random random) {
        List<Statement> statements = new ArrayList<>(policy.statements());
        int at = random.nextInt(statements.size());
        Statement old = statements.get(at);
        List<ActionPattern> actions = new ArrayList<>(old.actions().patterns());
        switch (random.nextInt(4)) {
            case 0 -> statements.remove(at);
            case 1 ->
                statements.add(
                        at,
                        other.statements().get(random.nextInt(other.statements().size())));
            case 2 ->
                statements.set(
                        at,
                        new Statement(
                                old.sid(), old.effect(), old.principals(), old.actions(), old.resources(), List.of()));
            default -> {
                if (actions.size() > 1) {
                    actions.remove(random.nextInt(actions.size()));
                }
                statements.set(at, with(old, actions));
            }
        }
        return withoutSids(policy, statements);
    }

    private static Policy split(Policy policy, Random random) {
        List<Statement> pieces = new ArrayList<>();
        for (Statement statement : policy.statements()) {
            if (statement.actions() instanceof Scope.Only<ActionPattern> only) {
                only.patterns().forEach(pattern -> pieces.add(with(statement, List.of(pattern))));
            } else {
                pieces.add(statement);
            }
        }
        Collections.shuffle(pieces, random);
        return withoutSids(policy, pieces);
    }

    private static Statement with(Statement statement, List<ActionPattern> actions) {
        Scope<ActionPattern> scope = statement
                .actions()
                .match(only -> new Scope.Only<>(actions), allExcept -> new Scope.AllExcept<>(actions));
        return new Statement(
                statement.sid(),
                statement.effect(),
                statement.principals(),
                scope,
                statement.resources(),
                statement.conditions());
    }

    private static Policy withoutSids(Policy policy, List<Statement> statements) {
        List<Statement> nameless = statements.stream()
                .map(statement -> new Statement(
                        Optional.empty(),
                        statement.effect(),
                        statement.principals(),
                        statement.actions(),
                        statement.resources(),
                        statement.conditions()))
                .toList();
        return new Policy(policy.version(), policy.id(), nameless);
    }
}
