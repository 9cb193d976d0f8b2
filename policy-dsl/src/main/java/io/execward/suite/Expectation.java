// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.diagnostic.SourceSpan;
import io.execward.ecs.Caller;
import io.execward.ecs.ResourceEngines;
import io.execward.evaluate.Decision;
import io.execward.evaluate.DecisionPrinter;
import io.execward.evaluate.Fact;
import io.execward.evaluate.Undecided;
import io.execward.evaluate.Verdict;
import io.execward.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** One expectation of a test, with all that it takes to judge it: under the policies of the test, or under others in their place. */
public final class Expectation {
    private final String test;
    private final SourceSpan span;
    private final Caller caller;
    private final Call call;
    private final Expected outcome;
    private final List<MissingFact> without;
    private final Optional<Because> because;
    private final Judges judges;

    Expectation(
            String test,
            SourceSpan span,
            Caller caller,
            Call call,
            Expected outcome,
            List<MissingFact> without,
            Optional<Because> because,
            Judges judges) {
        this.test = Objects.requireNonNull(test, "test");
        this.span = Objects.requireNonNull(span, "span");
        this.caller = Objects.requireNonNull(caller, "caller");
        this.call = Objects.requireNonNull(call, "call");
        this.outcome = Objects.requireNonNull(outcome, "outcome");
        this.without = List.copyOf(without);
        this.because = Objects.requireNonNull(because, "because");
        this.judges = Objects.requireNonNull(judges, "judges");
    }

    /** The name of the test that it stands in. */
    public String test() {
        return test;
    }

    /** The expectation in its file; of a table the row. */
    public SourceSpan span() {
        return span;
    }

    /** The expectation on one line, as written but for line breaks and indentation. */
    public String title() {
        StringBuilder line = new StringBuilder();
        boolean blank = false;
        for (int i = 0; i < span.text().length(); i++) {
            char c = span.text().charAt(i);
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                blank = !line.isEmpty();
            } else {
                line.append(blank ? " " : "").append(c);
                blank = false;
            }
        }
        return line.toString();
    }

    /** Who calls, by the test: without what the expectation itself adds. */
    Caller caller() {
        return caller;
    }

    /** What is asked. */
    public Call call() {
        return call;
    }

    /** The expected outcome. */
    public Expected outcome() {
        return outcome;
    }

    /** What is expected, in the words of the language: {@code explicitly denied because `DenyVault`}. */
    public String expected() {
        String missing = without.isEmpty()
                ? ""
                : " without " + without.stream().map(MissingFact::words).collect(Collectors.joining(", "));
        return outcome.text()
                + missing
                + because.map(it -> " because " + it.words()).orElse("");
    }

    Judges judges() {
        return judges;
    }

    /** Judges it under its own policies. */
    public ExpectationResult check() {
        if (!without.isEmpty()) {
            return forgetful();
        }
        Judgement judgement = call.explain(judges);
        if (!outcome.holds(judgement)) {
            return failed(judgement.verdict(), "it is " + words(judgement), judgement.explanation());
        }
        boolean reasoned = because.map(it -> it.holds(judgement, judges)).orElse(true);
        return reasoned
                ? new ExpectationResult(this, judgement.verdict(), Optional.empty())
                : failed(
                        judgement.verdict(),
                        "it is " + words(judgement) + " for another reason",
                        judgement.explanation());
    }

    /** True if it holds under these policies. */
    boolean holds(Judges others) {
        if (!without.isEmpty()) {
            return idle(forgotten(others)).isEmpty();
        }
        if (because.isEmpty()) {
            Verdict verdict = call.decide(others);
            if (verdict != Verdict.UNDECIDED) {
                return outcome == Expected.of(verdict) || (outcome == Expected.DENIED && verdict.isDenied());
            }
        }
        Judgement judgement = call.explain(others);
        return outcome.holds(judgement)
                && because.map(it -> it.holds(judgement, others)).orElse(true);
    }

    private ExpectationResult forgetful() {
        List<Decision> decisions = forgotten(judges);
        List<MissingFact> idle = idle(decisions);
        if (idle.isEmpty()) {
            return new ExpectationResult(this, Verdict.UNDECIDED, Optional.empty());
        }
        String words = idle.stream().map(MissingFact::words).collect(Collectors.joining(", "));
        Verdict verdict = call.decide(judges);
        StringBuilder text = new StringBuilder();
        decisions.forEach(decision -> text.append(DecisionPrinter.print(decision)));
        return failed(
                verdict,
                "without it the verdict does not depend on " + words + "; this is the decision without it",
                text.toString());
    }

    /** The decisions if the facts had not been told. */
    private List<Decision> forgotten(ResourceEngines engines) {
        List<Decision> decisions = new ArrayList<>();
        for (Request part : call.requests()) {
            decisions.add(engines.on(part.resources().get(0)).explain(Forgotten.without(without, part)));
        }
        return decisions;
    }

    /** The facts that make no difference. */
    private List<MissingFact> idle(List<Decision> decisions) {
        boolean denied =
                decisions.stream().anyMatch(decision -> decision.verdict().isDenied());
        List<Fact> matter = decisions.stream()
                .flatMap(decision -> decision.undecided().map(Undecided::facts).orElse(List.of()).stream())
                .toList();
        return without.stream()
                .filter(fact -> denied || matter.stream().noneMatch(fact::is))
                .toList();
    }

    private static String words(Judgement judgement) {
        boolean either = judgement.verdict() == Verdict.UNDECIDED && judgement.isRefused();
        return Expected.of(judgement.verdict()).text() + (either ? ", and refused either way" : "");
    }

    private ExpectationResult failed(Verdict verdict, String found, String explanation) {
        return new ExpectationResult(
                this, verdict, Optional.of(new ExpectationResult.Failure(expected(), found, explanation)));
    }
}
