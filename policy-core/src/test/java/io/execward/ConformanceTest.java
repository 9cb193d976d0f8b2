// SPDX-License-Identifier: Apache-2.0
package io.execward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.execward.evaluate.PolicyEngine;
import io.execward.reference.ReferenceEvaluator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The documented answers, put to the engine and to the reference that the engine is tested against. */
class ConformanceTest {
    @TestFactory
    Stream<DynamicContainer> the_verdict_is_the_documented_one() {
        return Stream.of("conformance-iam.jsonl", "conformance-ecs-exec.jsonl", "edge-cases.jsonl")
                .map(file -> dynamicContainer(file, CaseFile.load(file).stream().map(ConformanceTest::both)));
    }

    private static DynamicContainer both(CaseFile.Case one) {
        return dynamicContainer(
                one.id(),
                Stream.of(
                        test(
                                one,
                                "engine",
                                () -> PolicyEngine.compile(one.policies())
                                        .decide(one.request())
                                        .name()),
                        test(
                                one,
                                "reference",
                                () -> ReferenceEvaluator.decide(one.policies(), one.request())
                                        .name())));
    }

    private static DynamicTest test(CaseFile.Case one, String who, Supplier<String> verdict) {
        return dynamicTest(
                one.id() + " " + who,
                () -> assertThat(verdict.get())
                        .as("%s %s (%s): %s", one.id(), one.rule(), one.status(), one.why())
                        .isEqualTo(one.expected().name()));
    }
}
