// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.cases.Case;
import io.execward.cases.CaseException;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Visible;
import io.execward.json.JsonText;
import io.execward.json.JsonValue;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Answers a file line by line, one JSON line each, in order. A line that cannot be read is answered with what is wrong with it, and
 * the others are still answered.
 */
final class LineAnswers {
    private static final int OUTPUT_BUFFER = 1 << 16;

    /** Answers one line. */
    interface Answerer {
        /**
         * The answer as a JSON object in one line, without line break.
         *
         * @param number of the line, from 1
         */
        String answer(long number, JsonValue value);
    }

    private final String name;
    private final LineReport report;
    private final OutputStream out;
    private final Answerer answerer;

    LineAnswers(String name, LineReport report, OutputStream out, Answerer answerer) {
        this.name = name;
        this.report = report;
        this.out = new BufferedOutputStream(out, OUTPUT_BUFFER);
        this.answerer = answerer;
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
            return answerer.answer(line.number(), value);
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
