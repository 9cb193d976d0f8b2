// SPDX-License-Identifier: Apache-2.0
package io.execward.benchmarks;

import io.execward.diagnostic.Source;
import io.execward.lang.ExecLanguage;
import io.execward.lang.LanguageFile;
import io.execward.lang.LoweredFile;
import io.execward.lang.LoweredPolicy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Reading and writing a file of the text language with this many statements, fifty in a policy: a quarter are grants of exec with three limits, a
 * quarter denials of exec, half are written in the words of IAM.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LanguageBenchmark {
    private static final int IN_A_POLICY = 50;

    @Param({"100", "10000"})
    public int statements;

    private Source source = Source.of("empty", "");
    private List<LoweredPolicy> lowered = List.of();

    @Setup
    public void write() {
        StringBuilder text = new StringBuilder("partition aws account 111122223333 region us-east-1\n")
                .append("let team = \"payments\"\n");
        for (int i = 0; i < statements; i++) {
            if (i % IN_A_POLICY == 0) {
                text.append(i == 0 ? "" : "}\n").append("policy \"p").append(i).append("\" {\n");
            }
            text.append(statement(i));
        }
        source = Source.of("benchmark.exec", text.append("}\n").toString());
        lowered = ExecLanguage.read(source).policies();
        System.out.println("# " + source.text().length() + " characters");
    }

    private static String statement(int i) {
        return switch (i % 4) {
            case 0 ->
                "  allow exec in cluster \"c" + i + "\"\n    where task tag team = team and container = \"app\""
                        + " and mfa younger than 15 minutes\n    because \"they debug the app\"\n";
            case 1 -> "  deny exec into container \"vault" + i + "\" anywhere\n";
            case 2 ->
                "  allow \"S" + i
                        + "\"\n    action \"ecs:Describe*\", \"ecs:ListTasks\"\n    resource \"arn:aws:ecs:*:*:task/x"
                        + i + "/*\"\n    when StringEquals \"aws:ResourceTag/team\" = team, \"b\"\n"
                        + "     and Bool \"aws:SecureTransport\" = \"true\"\n";
            default ->
                "  deny \"T" + i + "\" action \"s3:*\" resource \"*\" when StringNotEquals \"aws:PrincipalTag/x\" = \"y"
                        + i + "\"\n";
        };
    }

    @Benchmark
    public LanguageFile parse() {
        return ExecLanguage.parse(source);
    }

    @Benchmark
    public LoweredFile parseAndLower() {
        return ExecLanguage.read(source);
    }

    /** All policies, sentences found again. */
    @Benchmark
    public int print() {
        int characters = 0;
        for (LoweredPolicy policy : lowered) {
            characters += ExecLanguage.print(policy.kind(), policy.name(), policy.policy())
                    .length();
        }
        return characters;
    }

    @Benchmark
    public String format() {
        return ExecLanguage.format(source);
    }
}
