// SPDX-License-Identifier: Apache-2.0
package io.execward.benchmarks;

import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One check against growing policy sets: the verdict alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DecideBenchmark {
    @Param({"1", "10", "100", "1000", "10000"})
    public int statements;

    @Param
    public Policies.Mix mix = Policies.Mix.SERVICES;

    private PolicyEngine engine = PolicyEngine.compile(Policies.of(Policies.Mix.SERVICES, 1));

    @Setup
    public void compile() {
        engine = PolicyEngine.compile(Policies.of(mix, statements));
        if (engine.decide(Policies.REQUEST) != Verdict.ALLOWED) {
            throw new IllegalStateException("the benchmark's request is not allowed");
        }
    }

    @Benchmark
    public Verdict decide() {
        return engine.decide(Policies.REQUEST);
    }
}
