// SPDX-License-Identifier: Apache-2.0
package io.execward.benchmarks;

import io.execward.catalog.Answer;
import io.execward.catalog.ServiceCatalog;
import io.execward.model.Action;
import io.execward.model.ActionPattern;
import io.execward.model.ConditionKey;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The first question to the bundled catalog in a new process, class loading included. There is one first question in a process, so
 * every score is from its own fork; run it without options for warm-up and iterations.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(10)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class CatalogBenchmark {
    /** The catalog alone, no service read. */
    @Benchmark
    public int load() {
        return ServiceCatalog.bundled().prefixes().size();
    }

    /** A question about one service, as most are. */
    @Benchmark
    public Answer oneService() {
        return ServiceCatalog.bundled().takes(Action.of("ecs:ExecuteCommand"), ConditionKey.of("ecs:cluster"));
    }

    /** A question that reads every service. */
    @Benchmark
    public int everyService() {
        return ServiceCatalog.bundled().actions(new ActionPattern("*")).size();
    }
}
