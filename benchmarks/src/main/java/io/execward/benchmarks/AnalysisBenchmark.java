// SPDX-License-Identifier: Apache-2.0
package io.execward.benchmarks;

import io.execward.analyze.PolicyAnalyzer;
import io.execward.catalog.ServiceCatalog;
import io.execward.model.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** All questions of a set about real policies, one after the other: the score is for one pass. {@link AnalysisTimes} has the spread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class AnalysisBenchmark {
    @Param({"PAIRS", "MUTANTS", "SPLIT"})
    private String set = "PAIRS";

    @Param({"false", "true"})
    private boolean catalog;

    private final List<AnalysisQuestions.Question> questions = new ArrayList<>();
    private PolicyAnalyzer analyzer = PolicyAnalyzer.create();

    @Setup
    public void read() {
        List<Policy> policies =
                ManagedDocuments.texts().stream().map(ManagedDocuments::parse).toList();
        questions.addAll(AnalysisQuestions.valueOf(set).of(policies, new Random(1)));
        if (catalog) {
            analyzer = analyzer.within(ServiceCatalog.bundled());
        }
    }

    @Benchmark
    public void ask(Blackhole answers) {
        questions.forEach(question -> answers.consume(question.ask(analyzer)));
    }
}
