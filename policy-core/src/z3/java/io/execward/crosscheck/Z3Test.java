// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.z3.Status;
import io.execward.analyze.Answer;
import io.execward.analyze.PolicyAnalyzer;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.model.ContextValue;
import io.execward.model.Request;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A second decider that shares nothing with the first: a contradiction between the two fails, what Z3 cannot tell is counted. */
class Z3Test {
    private static final int QUESTIONS = Integer.getInteger("execward.z3.questions", 1_500);
    private static final long SEED = Long.getLong("execward.z3.seed", 1);
    private static final int MILLISECONDS = 2_000;

    @Test
    void the_formulas_mean_what_the_engine_decides() {
        Map<String, Integer> counts = new TreeMap<>();
        try (Z3Decider z3 = new Z3Decider(MILLISECONDS)) {
            for (long seed = SEED; seed < SEED + QUESTIONS / 5; seed++) {
                Question question = Drawing.question(seed, Theme.THEMES);
                PolicyEngine engine = PolicyEngine.compile(question.a().policies());
                List<Request> requests = new ArrayList<>();
                new World(question).someRequests(5, new Dice(seed), request -> !requests.add(request));
                for (Request request : requests) {
                    Status expected =
                            engine.decide(request) == Verdict.ALLOWED ? Status.SATISFIABLE : Status.UNSATISFIABLE;
                    try {
                        Status actual = z3.allows(question.a().policies(), question.policies(), request);
                        count(counts, actual.name());
                        assertThat(actual == Status.UNKNOWN ? expected : actual)
                                .as("seed %d: %s\n%s", seed, request, question.json())
                                .isEqualTo(expected);
                    } catch (Unsupported e) {
                        count(counts, e.what());
                    }
                }
            }
        }
        report("formulas", counts);
        assertThat(counts.getOrDefault("SATISFIABLE", 0)).isGreaterThan(QUESTIONS / 10);
    }

    @Test
    void z3_and_the_analyzer_answer_alike() {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        try (Z3Decider z3 = new Z3Decider(MILLISECONDS)) {
            for (long seed = SEED; seed < SEED + QUESTIONS; seed++) {
                Question question = Drawing.question(seed, Theme.THEMES);
                String where = "seed " + seed + "\n" + question.json();
                compare(z3, question, counts).ifPresent(fault -> faults.add(fault + ", " + where));
            }
        }
        report("questions", counts);
        assertThat(faults).isEmpty();
    }

    /** Z3 is held against the told answers too: a case that it decides otherwise is wrong, in the file or in the formulas. */
    @Test
    void the_analysis_cases_are_answered_alike() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        try (Z3Decider z3 = new Z3Decider(10_000);
                InputStream file = Objects.requireNonNull(
                        Z3Test.class.getResourceAsStream("/conformance/conformance-analysis.jsonl"))) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                Optional<AnalysisCases.Case> read = AnalysisCases.read(line);
                if (read.isEmpty()) {
                    count(counts, "not put to Z3: the catalog, or several callers");
                    continue;
                }
                AnalysisCases.Case one = read.get();
                compare(z3, one.question(), counts).ifPresent(fault -> faults.add(one.id() + ": " + fault));
                told(z3, one).ifPresent(faults::add);
            }
        }
        report("analysis cases", counts);
        assertThat(faults).isEmpty();
    }

    private static Optional<String> told(Z3Decider z3, AnalysisCases.Case one) {
        try {
            Status refutable = z3.answer(one.question()).refutable();
            boolean contradicts = refutable == (one.holds() ? Status.SATISFIABLE : Status.UNSATISFIABLE);
            return contradicts ? Optional.of(one.id() + ": Z3 says the told answer is wrong") : Optional.empty();
        } catch (Unsupported e) {
            return Optional.empty(); // counted where the two are compared
        }
    }

    /** What is wrong, if the two contradict each other. */
    static Optional<String> compare(Z3Decider z3, Question question, Map<String, Integer> counts) {
        Z3Decider.Answer second;
        try {
            second = z3.answer(question);
        } catch (Unsupported e) {
            count(counts, "not put to Z3: " + e.what());
            return Optional.empty();
        }
        Attack attack = new Attack(question);
        boolean refuted = second.request().isPresent();
        if (refuted && !attack.refutes(second.request().get())) {
            return Optional.of("Z3's request shows nothing: " + second.request().get());
        }
        Answer first = question.ask(PolicyAnalyzer.create());
        String name = first.match(holds -> "holds", fails -> "fails", unknown -> "unknown");
        count(
                counts,
                name + ", Z3 " + (refuted ? "fails" : second.refutable() == Status.UNKNOWN ? "unknown" : "holds"));
        if (first instanceof Answer.Holds && refuted) {
            return Optional.of("holds, but " + second.request().get() + " shows the opposite");
        }
        if (first instanceof Answer.Fails fails && second.refutable() == Status.UNSATISFIABLE) {
            Request request = fails.witness().request();
            boolean outside = request.context().keys().stream()
                    .map(key -> request.context().get(key))
                    .anyMatch(value -> value instanceof ContextValue.Present present
                            && (present.values().size() > KeyVariables.MOST_VALUES
                                    || present.values().contains("")));
            return outside ? Optional.empty() : Optional.of("fails by " + request + ", which Z3 says cannot be");
        }
        return Optional.empty();
    }

    static void count(Map<String, Integer> counts, String what) {
        counts.merge(what, 1, Integer::sum);
    }

    @SuppressWarnings("SystemOut")
    static void report(String title, Map<String, Integer> counts) {
        System.out.println("Z3, " + title);
        counts.forEach((what, count) -> System.out.printf("%8d  %s%n", count, what));
    }
}
