// SPDX-License-Identifier: Apache-2.0
package io.execward.benchmarks;

import io.execward.ecs.Caller;
import io.execward.ecs.Container;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.TaskArn;
import io.execward.evaluate.Decision;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.model.Principal;
import io.execward.model.Request;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Ten statements: the explained decision, and ExecuteCommand judged on cluster and task together. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ExplainBenchmark {
    private static final String TASK =
            "arn:aws:ecs:us-east-1:111122223333:task/payments/0123456789abcdef0123456789abcdef";

    private final PolicyEngine engine = PolicyEngine.compile(Policies.of(Policies.Mix.SERVICES, 10));
    private final ExecRequest exec = ExecRequest.of(
                    Caller.of(Principal.of("arn:aws:iam::111122223333:user/alice"))
                            .withMfa(Duration.ofMinutes(5)),
                    TaskArn.of(TASK),
                    Container.named("app"))
            .clusterTagged(Map.of("team", "payments"))
            .taskTagged(Map.of("team", "payments"));
    private final Request expanded = exec.toRequest();

    @Benchmark
    public Decision explain() {
        return engine.explain(Policies.REQUEST);
    }

    /** Expanding the typed request and judging both checks. */
    @Benchmark
    public Verdict joint() {
        return engine.decide(exec.toRequest());
    }

    /** Judging both checks of a request that was expanded before. */
    @Benchmark
    public Verdict jointExpanded() {
        return engine.decide(expanded);
    }
}
