// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Severity;
import io.execward.diagnostic.Source;
import io.execward.diagnostic.Visible;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.json.Json;
import io.execward.json.JsonLimits;
import io.execward.json.JsonText;
import io.execward.json.JsonValue;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Answers a file of cases, one JSON line each, in order. A line that is no case is answered with what is wrong with it, and the
 * others are still answered.
 */
final class CaseRunner {
    /** Bytes of the longest line that is read. */
    static final int LONGEST_LINE = 4 << 20;

    private static final int OUTPUT_BUFFER = 1 << 16;
    private static final JsonLimits LIMITS = JsonLimits.defaults().withMaxCharacters(LONGEST_LINE);

    private final String name;
    private final boolean check;
    private final CaseReport report;
    private final OutputStream out;
    private final StringBuilder text = new StringBuilder();

    CaseRunner(String name, boolean check, CaseReport report, OutputStream out) {
        this.name = name;
        this.check = check;
        this.report = report;
        this.out = new BufferedOutputStream(out, OUTPUT_BUFFER);
    }

    /** @throws InputError if reading fails; what was answered until then is written */
    void run(InputStream in) {
        LineReader lines = new LineReader(in, LONGEST_LINE, this::flush);
        try {
            for (Optional<LineReader.Line> line = next(lines); line.isPresent(); line = next(lines)) {
                if (!isBlank(line.get())) {
                    answer(line.get());
                    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
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

    private static boolean isBlank(LineReader.Line line) {
        for (byte b : line.bytes().orElse(new byte[] {'x'})) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private void answer(LineReader.Line line) {
        text.setLength(0);
        Optional<String> id = Optional.empty();
        try {
            JsonValue value = parse(line);
            id = CaseReader.id(value);
            Case one = CaseReader.read(value);
            answer(line.number(), one, PolicyEngine.compile(one.policies()).decide(one.request()));
        } catch (CaseError e) {
            refuse(line.number(), id, e);
        } catch (PolicySyntaxException e) {
            refuse(line.number(), id, first(e));
        } catch (RuntimeException | StackOverflowError e) {
            refuse(
                    line.number(),
                    id,
                    new CaseError(0, "internal error: " + Visible.line(e.toString()) + "; please report this"));
        }
        text.append("}\n");
    }

    private JsonValue parse(LineReader.Line line) {
        byte[] bytes = line.bytes()
                .orElseThrow(() -> new CaseError(0, "the line has more than " + LONGEST_LINE + " bytes (R-READ-04)"));
        Source source = Json.decode(name, bytes, LIMITS);
        if (source.text().startsWith("\uFEFF")) {
            throw new CaseError(1, "a byte-order mark stands at the start of a file only (R-READ-02)");
        }
        return Json.parse(source, LIMITS);
    }

    private static CaseError first(PolicySyntaxException e) {
        List<Diagnostic> errors = e.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
        Diagnostic first = errors.get(0);
        String more = errors.size() == 1 ? "" : ", and " + (errors.size() - 1) + " more";
        return CaseError.at(
                first.span().source().text(),
                first.span().start(),
                first.message() + " (" + first.rule() + ")"
                        + first.help().map(help -> "; " + help).orElse("") + more);
    }

    private void answer(long number, Case one, Verdict verdict) {
        text.append("{\"id\":");
        JsonText.appendQuoted(text, one.id());
        text.append(",\"verdict\":\"").append(verdict).append('"');
        if (check) {
            text.append(",\"expected\":");
            one.expected()
                    .ifPresentOrElse(
                            expected -> text.append('"').append(expected).append('"'), () -> text.append("null"));
        }
        report.answered(number, one, verdict);
    }

    private void refuse(long number, Optional<String> id, CaseError error) {
        text.setLength(0);
        text.append("{\"id\":");
        id.ifPresentOrElse(it -> JsonText.appendQuoted(text, it), () -> text.append("null"));
        String column = error.column() > 0 ? ", column " + error.column() : "";
        text.append(",\"error\":");
        JsonText.appendQuoted(text, "line " + number + column + ": " + error.text());
        report.refused(number, error);
    }
}
