// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.analyze.Answer;
import io.execward.analyze.Budget;
import io.execward.analyze.PolicyAnalyzer;
import io.execward.cases.AnalysisCase;
import io.execward.cases.AnalysisQuestion;
import io.execward.cases.Case;
import io.execward.cases.CaseException;
import io.execward.catalog.ServiceCatalog;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Visible;
import io.execward.json.JsonText;
import io.execward.json.JsonValue;
import io.execward.report.JsonLine;
import io.execward.report.RequestJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers a file of questions about all requests, one JSON line each, in order. A line that is no case is answered with what is wrong
 * with it, and the others are still answered.
 */
final class AnalysisRunner {
    private static final int OUTPUT_BUFFER = 1 << 16;
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
        this.out = new BufferedOutputStream(out, OUTPUT_BUFFER);
    }

    /** @throws InputError if reading fails; what was answered until then is written */
    void run(InputStream in) {
        LineReader lines = new LineReader(in, InputLine.LONGEST, this::flush);
        try {
            for (Optional<LineReader.Line> line = next(lines); line.isPresent(); line = next(lines)) {
                if (!InputLine.isBlank(line.get())) {
                    out.write((answer(line.get()) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            flush();
        } catch (IOException e) {
            throw new OutputError(e);
        }
    }

    private Optional<LineReader.Line> next(LineReader lines) {
        try {
            return lines.next();
        } catch (IOException e) {
            flush();
            throw new InputError(name + ": reading failed: " + e.getMessage());
        }
    }

    private void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new OutputError(e);
        }
    }

    private String answer(LineReader.Line line) {
        Optional<String> id = Optional.empty();
        try {
            JsonValue value = InputLine.parse(name, line);
            id = Case.id(value);
            return answer(line.number(), AnalysisCase.read(value));
        } catch (CaseException e) {
            return refuse(line.number(), id, e);
        } catch (PolicySyntaxException e) {
            return refuse(line.number(), id, InputLine.first(e));
        } catch (RuntimeException | StackOverflowError e) {
            return refuse(
                    line.number(),
                    id,
                    new CaseException(0, "internal error: " + Visible.line(e.toString()) + "; please report this"));
        }
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

    private String refuse(long number, Optional<String> id, CaseException error) {
        StringBuilder text = new StringBuilder("{\"id\":");
        id.ifPresentOrElse(it -> JsonText.appendQuoted(text, it), () -> text.append("null"));
        String column = error.column() > 0 ? ", column " + error.column() : "";
        text.append(",\"error\":");
        JsonText.appendQuoted(text, "line " + number + column + ": " + error.text());
        report.refused(number, error);
        return text.append('}').toString();
    }
}
