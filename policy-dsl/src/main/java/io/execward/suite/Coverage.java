// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.evaluate.Decision;
import io.execward.evaluate.LayerDecision;
import io.execward.evaluate.ResourceDecision;
import io.execward.evaluate.Step;
import io.execward.evaluate.Verdict;
import io.execward.model.AttachedPolicy;
import io.execward.model.Condition;
import io.execward.model.Policy;
import io.execward.model.PrincipalPattern;
import io.execward.model.Request;
import io.execward.model.Resource;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Counts what the checks of expectations see. An explanation names the first element that ruled a statement out and no other, so each
 * condition is asked again by itself, by the same engine.
 */
final class Coverage {
    private final List<Count> counts = new ArrayList<>();

    private Coverage() {}

    /** What is counted of one policy. */
    private static final class Count {
        final TestedPolicy policy;
        final Tally[] statements;
        final Tally[][] conditions;
        final Conditions[][] alone;

        Count(TestedPolicy policy) {
            this.policy = policy;
            List<Statement> all = policy.policy().statements();
            statements = new Tally[all.size()];
            conditions = new Tally[all.size()][];
            alone = new Conditions[all.size()][];
            for (int i = 0; i < statements.length; i++) {
                statements[i] = new Tally();
                List<Condition> tests = all.get(i).conditions();
                conditions[i] = new Tally[tests.size()];
                alone[i] = new Conditions[tests.size()];
                for (int j = 0; j < tests.size(); j++) {
                    conditions[i][j] = new Tally();
                    alone[i][j] = new Conditions(policy.policy().version(), tests.get(j));
                }
            }
        }
    }

    private static final class Tally {
        int matching;
        int notMatching;

        Seen seen(boolean canMiss) {
            return new Seen(matching, notMatching, canMiss);
        }
    }

    static CoverageReport of(List<TestedPolicy> policies, List<Expectation> expectations) {
        Coverage coverage = new Coverage();
        policies.forEach(policy -> coverage.counts.add(new Count(policy)));
        IdentityHashMap<Judges, Judges> heads = new IdentityHashMap<>();
        for (Expectation expectation : expectations) {
            Judges judges = expectation.judges();
            Judges open = heads.computeIfAbsent(judges, it -> it.withEach(Coverage::withoutConditions));
            for (Request request : expectation.call().requests()) {
                coverage.count(request, judges, open);
            }
        }
        return new CoverageReport(coverage.counts.stream().map(Coverage::report).toList());
    }

    private void count(Request request, Judges judges, Judges open) {
        for (Resource resource : request.resources()) {
            Request single = request.on(List.of(resource));
            statements(single, judges);
            conditions(single, judges, open);
        }
    }

    private void statements(Request request, Judges judges) {
        for (Step step : steps(request, judges)) {
            count(step, judges).ifPresent(count -> {
                Tally tally = count.statements[step.statement().index()];
                step.outcome()
                        .match(applies -> tally.matching++, ruledOut -> tally.notMatching++, depends -> tally.matching);
            });
        }
    }

    private void conditions(Request request, Judges judges, Judges open) {
        for (Step step : steps(request, open)) {
            if (step.applies()) {
                count(step, judges)
                        .ifPresent(count -> ask(request, count, step.statement().index()));
            }
        }
    }

    private static void ask(Request request, Count count, int statement) {
        for (int i = 0; i < count.alone[statement].length; i++) {
            Verdict verdict = count.alone[statement][i].test(request);
            Tally tally = count.conditions[statement][i];
            tally.matching += verdict == Verdict.EXPLICIT_DENY ? 1 : 0;
            tally.notMatching += verdict == Verdict.IMPLICIT_DENY ? 1 : 0;
        }
    }

    private static List<Step> steps(Request request, Judges judges) {
        Decision decision = judges.on(request.resources().get(0)).explain(request);
        List<Step> steps = new ArrayList<>();
        for (ResourceDecision resource : decision.resources()) {
            for (LayerDecision layer : resource.layers()) {
                steps.addAll(layer.steps());
            }
        }
        return steps;
    }

    private Optional<Count> count(Step step, Judges judges) {
        return counts.stream()
                .filter(count -> judges.has(count.policy))
                .filter(count -> count.policy.isOf(
                        step.statement().kind(), step.statement().policy()))
                .findFirst();
    }

    private static AttachedPolicy withoutConditions(AttachedPolicy attached) {
        Policy policy = attached.policy();
        List<Statement> bare = policy.statements().stream()
                .map(statement -> new Statement(
                        statement.sid(),
                        statement.effect(),
                        statement.principals(),
                        statement.actions(),
                        statement.resources(),
                        List.of()))
                .toList();
        return new AttachedPolicy(attached.name(), new Policy(policy.version(), policy.id(), bare));
    }

    private static CoverageReport.PolicyCoverage report(Count count) {
        List<CoverageReport.StatementCoverage> statements = new ArrayList<>();
        List<Statement> all = count.policy.policy().statements();
        for (int i = 0; i < all.size(); i++) {
            List<CoverageReport.ConditionCoverage> conditions = new ArrayList<>();
            for (int j = 0; j < all.get(i).conditions().size(); j++) {
                conditions.add(new CoverageReport.ConditionCoverage(
                        all.get(i).conditions().get(j), count.conditions[i][j].seen(true)));
            }
            statements.add(
                    new CoverageReport.StatementCoverage(i, count.statements[i].seen(canMiss(all.get(i))), conditions));
        }
        return new CoverageReport.PolicyCoverage(count.policy, statements);
    }

    /** False only for a statement that names everything and everyone without a condition, such as FullAWSAccess. */
    private static boolean canMiss(Statement statement) {
        boolean everyAction = statement.actions() instanceof Scope.Only<?>
                && statement.actions().patterns().stream().anyMatch(it -> it.isEverything());
        boolean everyResource = statement
                .resources()
                .map(scope -> scope instanceof Scope.Only<?>
                        && scope.patterns().stream().anyMatch(ResourcePattern::isEverything))
                .orElse(true);
        boolean everyone = statement
                .principals()
                .map(scope -> scope instanceof Scope.Only<?>
                        && scope.patterns().stream().anyMatch(PrincipalPattern.Anyone.class::isInstance))
                .orElse(true);
        return !(everyAction
                && everyResource
                && everyone
                && statement.conditions().isEmpty());
    }
}
