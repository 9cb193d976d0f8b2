// SPDX-License-Identifier: Apache-2.0
package io.execward.benchmarks;

import io.execward.evaluate.PolicyEngine;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reading all documents of a JSON Lines file of real policies ({@code name} and {@code document} in each line), against bare Jackson
 * tokenising of the same text. The file is named by the system property {@code execward.policies}; the score is seconds for one pass
 * over the whole file, and {@link #size} prints how many characters that is.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ParseBenchmark {
    private final List<String> texts = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();
    private final JsonFactory jackson = new JsonFactory();

    @Setup
    public void read() {
        texts.addAll(ManagedDocuments.texts());
        texts.forEach(text -> policies.add(ManagedDocuments.parse(text)));
        size();
    }

    private void size() {
        long characters = texts.stream().mapToLong(String::length).sum();
        System.out.println("# " + texts.size() + " documents, " + characters + " characters");
    }

    @Benchmark
    public int jackson() {
        int tokens = 0;
        for (String text : texts) {
            try (JsonParser parser = jackson.createParser(ObjectReadContext.empty(), text)) {
                while (parser.nextToken() != null) {
                    tokens++;
                }
            }
        }
        return tokens;
    }

    @Benchmark
    public int parse() {
        int statements = 0;
        for (String text : texts) {
            statements += ManagedDocuments.parse(text).statements().size();
        }
        return statements;
    }

    @Benchmark
    public int compile() {
        int kinds = 0;
        for (Policy policy : policies) {
            kinds += PolicyEngine.compile(PolicySet.identity(policy))
                    .policies()
                    .identity()
                    .orElseThrow()
                    .size();
        }
        return kinds;
    }
}
