// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.analyze.Answer;
import io.execward.analyze.Budget;
import io.execward.analyze.PolicyAnalyzer;
import io.execward.cases.AnalysisCase;
import io.execward.cases.AnalysisQuestion;
import io.execward.catalog.ServiceCatalog;
import io.execward.report.JsonLine;
import io.execward.report.RequestJson;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers a file of questions about all requests, one JSON line each, in order.
 */
final class AnalysisRunner {
    private static final String UNKNOWN = "UNKNOWN";

    private final String name;
    private final boolean check;
    private final PolicyAnalyzer open;
    private final PolicyAnalyzer byCatalog;
    private final LineReport report;
    private final OutputStream out;

    AnalysisRunner(String name, boolean check, Budget budget, LineReport report, OutputStream out) {
        this.name = name;
        this.check = check;
        this.open = PolicyAnalyzer.create().with(budget);
        this.byCatalog = open.within(ServiceCatalog.bundled());
        this.report = report;
        this.out = out;
    }

    /** @throws InputError if reading fails; what was answered until then is written */
    void run(InputStream in) {
        new LineAnswers(name, report, out, (number, value) -> answer(number, AnalysisCase.read(value))).run(in);
    }

    private String answer(long number, AnalysisCase one) {
        PolicyAnalyzer analyzer = one.universe() == AnalysisCase.Universe.CATALOG ? byCatalog : open;
        return one.question()
                .match(
                        claim -> answer(number, one, claim.prove(analyzer)),
                        whoCan -> answer(number, one, shares(whoCan, analyzer)));
    }

    private String answer(long number, AnalysisCase one, Answer answer) {
        String word = answer.match(holds -> "true", fails -> "false", unknown -> UNKNOWN);
        report(number, one, new LinkedHashMap<>(Map.of("", word)));
        return JsonLine.of(json -> json.object(() -> {
            json.member("id", one.id()).name("holds");
            answer.match(
                    holds -> json.bool(true),
                    fails -> json.bool(false)
                            .name("witness")
                            .object(() ->
                                    RequestJson.members(json, fails.witness().request())),
                    unknown -> json.string(UNKNOWN).member("why", unknown.detail()));
        }));
    }

    private static Map<String, String> shares(AnalysisQuestion.WhoCan whoCan, PolicyAnalyzer analyzer) {
        Map<String, String> shares = new LinkedHashMap<>();
        whoCan.callers()
                .forEach(caller -> shares.put(
                        caller.arn(),
                        caller.share(analyzer).map(AnalysisQuestion.Share::text).orElse(UNKNOWN)));
        return shares;
    }

    private String answer(long number, AnalysisCase one, Map<String, String> shares) {
        report(number, one, shares);
        return JsonLine.of(json -> json.object(() -> {
            json.member("id", one.id()).name("holds");
            json.object(() -> shares.forEach(json::member));
        }));
    }

    private void report(long number, AnalysisCase one, Map<String, String> words) {
        Optional<Map<String, String>> expected = one.expected().map(AnalysisRunner::words);
        if (!check || expected.isEmpty()) {
            report.answered();
            return;
        }
        Optional<String> difference = expected.get().equals(words)
                ? Optional.empty()
                : Optional.of(one.id() + " is " + text(words) + ", expected " + text(expected.get()));
        report.answered(number, difference, false);
    }

    private static Map<String, String> words(AnalysisCase.Expected expected) {
        Map<String, String> words = new LinkedHashMap<>();
        if (expected instanceof AnalysisCase.Expected.Shares shares) {
            shares.byCaller().forEach((caller, share) -> words.put(caller, share.text()));
        } else if (expected instanceof AnalysisCase.Expected.Holds holds) {
            words.put("", Boolean.toString(holds.value()));
        }
        return words;
    }

    private static String text(Map<String, String> words) {
        return words.containsKey("") ? words.getOrDefault("", "") : words.toString();
    }
}
