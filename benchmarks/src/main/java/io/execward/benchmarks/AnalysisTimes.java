// SPDX-License-Identifier: Apache-2.0
package io.execward.benchmarks;

import io.execward.account.AccountSnapshot;
import io.execward.account.IamIdentity;
import io.execward.analyze.Answer;
import io.execward.analyze.Budget;
import io.execward.analyze.PolicyAnalyzer;
import io.execward.analyze.Region;
import io.execward.analyze.Subject;
import io.execward.catalog.ServiceCatalog;
import io.execward.model.Context;
import io.execward.model.Policy;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Times each question of {@link AnalysisQuestions} by itself, warm, about all requests and about those of the catalog; then what an
 * account's callers can never do. A budget of two seconds for each question, as a command has it. Arguments name sets; none means all.
 */
public final class AnalysisTimes {
    private static final long SEED = 20_240_607L;
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private AnalysisTimes() {}

    /** Prints a line for each set. */
    public static void main(String[] args) {
        List<Policy> policies =
                ManagedDocuments.texts().stream().map(ManagedDocuments::parse).toList();
        PolicyAnalyzer open = PolicyAnalyzer.create().with(Budget.standard().within(LIMIT, System::nanoTime));
        PolicyAnalyzer catalog = open.within(ServiceCatalog.bundled());
        List<String> names = List.of(args);
        for (AnalysisQuestions set : AnalysisQuestions.values()) {
            if (names.isEmpty() || names.contains(set.name())) {
                List<AnalysisQuestions.Question> questions = set.of(policies, new Random(SEED));
                time(set + " open", questions, open, System.out);
                time(set + " catalog", questions, catalog, System.out);
            }
        }
        if (names.isEmpty() || names.contains("ACCOUNT")) {
            account(200, 50, open, System.out);
            account(200, 50, catalog, System.out);
        }
    }

    private static void time(
            String name, List<AnalysisQuestions.Question> questions, PolicyAnalyzer analyzer, PrintStream out) {
        questions.stream().limit(100).forEach(question -> question.ask(analyzer));
        double[] millis = new double[questions.size()];
        Map<String, Integer> answers = new TreeMap<>();
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            Answer answer = questions.get(i).ask(analyzer);
            millis[i] = (System.nanoTime() - start) / 1e6;
            answers.merge(word(answer), 1, Integer::sum);
        }
        Arrays.sort(millis);
        out.printf(
                Locale.ROOT,
                "%s: %d questions, ms median %.2f, p95 %.1f, p99 %.1f, max %.0f; %s%n",
                name,
                millis.length,
                at(millis, 50),
                at(millis, 95),
                at(millis, 99),
                millis[millis.length - 1],
                answers);
    }

    private static double at(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static String word(Answer answer) {
        return answer.match(
                holds -> holds.catalog().isPresent() ? "holds by catalog" : "holds",
                fails -> "fails",
                unknown -> "unknown " + unknown.limit());
    }

    /** No shell in a cluster, asked of every caller of an account. */
    private static void account(int principals, int policies, PolicyAnalyzer analyzer, PrintStream out) {
        AccountSnapshot account =
                SyntheticAccount.of(new SyntheticAccount.Size(principals, policies, 30, 200, 100), SEED);
        Region shells = Region.of(List.of("ecs:ExecuteCommand"), List.of("arn:aws:ecs:*:*:task/cluster-7/*"));
        for (int run = 0; run < 3; run++) {
            Map<String, Integer> answers = new TreeMap<>();
            long start = System.nanoTime();
            for (IamIdentity identity : account.identities()) {
                Subject subject =
                        new Subject(account.caller(identity).principal(), account.policies(identity), Context.empty());
                answers.merge(word(analyzer.neverAllows(subject, shells)), 1, Integer::sum);
            }
            out.printf(
                    Locale.ROOT,
                    "ACCOUNT of %d principals with %d policies, run %d: %.2f s; %s%n",
                    account.identities().size(),
                    policies,
                    run + 1,
                    (System.nanoTime() - start) / 1e9,
                    answers);
        }
    }
}
