// SPDX-License-Identifier: Apache-2.0
package io.execward.benchmarks;

import io.execward.match.Glob;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Patterns that make backtracking matchers explode, against 64 KiB that almost match. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GlobBenchmark {
    private static final int STARS = 64;

    /** The stretch between two stars. */
    @Param({"a", "aab", "a?b"})
    public String stretch = "a";

    private final String value = "a".repeat(64 * 1024);
    private Glob glob = Glob.of("*");

    @Setup
    public void compile() {
        glob = Glob.of("*" + (stretch + "*").repeat(STARS - 1) + "b*");
    }

    @Benchmark
    public boolean hostile() {
        return glob.matches(value);
    }
}
