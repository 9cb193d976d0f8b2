// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.cases.Case;
import io.execward.cases.CaseException;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Visible;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.json.JsonText;
import io.execward.json.JsonValue;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Answers a file of cases, one JSON line each, in order. A line that is no case is answered with what is wrong with it, and the
 * others are still answered.
 */
final class CaseRunner {
    private static final int OUTPUT_BUFFER = 1 << 16;

    private final String name;
    private final boolean check;
    private final LineReport report;
    private final OutputStream out;
    private final StringBuilder text = new StringBuilder();

    CaseRunner(String name, boolean check, LineReport report, OutputStream out) {
        this.name = name;
        this.check = check;
        this.report = report;
        this.out = new BufferedOutputStream(out, OUTPUT_BUFFER);
    }

    /** @throws InputError if reading fails; what was answered until then is written */
    void run(InputStream in) {
        LineReader lines = new LineReader(in, InputLine.LONGEST, this::flush);
        try {
            for (Optional<LineReader.Line> line = next(lines); line.isPresent(); line = next(lines)) {
                if (!InputLine.isBlank(line.get())) {
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

    private void answer(LineReader.Line line) {
        text.setLength(0);
        Optional<String> id = Optional.empty();
        try {
            JsonValue value = InputLine.parse(name, line);
            id = Case.id(value);
            Case one = Case.read(value);
            answer(line.number(), one, PolicyEngine.compile(one.policies()).decide(one.request()));
        } catch (CaseException e) {
            refuse(line.number(), id, e);
        } catch (PolicySyntaxException e) {
            refuse(line.number(), id, InputLine.first(e));
        } catch (RuntimeException | StackOverflowError e) {
            refuse(
                    line.number(),
                    id,
                    new CaseException(0, "internal error: " + Visible.line(e.toString()) + "; please report this"));
        }
        text.append("}\n");
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
        report(number, one, verdict);
    }

    private void report(long number, Case one, Verdict verdict) {
        if (!check || one.expected().isEmpty()) {
            report.answered();
            return;
        }
        String notes = one.rule().orElse("") + (one.uncertain() ? " uncertain" : "");
        Optional<String> difference = one.expected()
                .filter(expected -> expected != verdict)
                .map(expected -> one.id() + " is " + verdict + ", expected " + expected
                        + (notes.isBlank() ? "" : " (" + notes.strip() + ")"));
        report.answered(number, difference, one.uncertain());
    }

    private void refuse(long number, Optional<String> id, CaseException error) {
        text.setLength(0);
        text.append("{\"id\":");
        id.ifPresentOrElse(it -> JsonText.appendQuoted(text, it), () -> text.append("null"));
        String column = error.column() > 0 ? ", column " + error.column() : "";
        text.append(",\"error\":");
        JsonText.appendQuoted(text, "line " + number + column + ": " + error.text());
        report.refused(number, error);
    }
}
