// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.cases.CaseException;
import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Severity;
import io.execward.diagnostic.Source;
import io.execward.json.Json;
import io.execward.json.JsonLimits;
import io.execward.json.JsonValue;
import java.util.List;

/** One line of a JSON Lines file, read as JSON. */
final class InputLine {
    /** Bytes of the longest line that is read. */
    static final int LONGEST = 4 << 20;

    private static final JsonLimits LIMITS = JsonLimits.defaults().withMaxCharacters(LONGEST);

    private InputLine() {}

    static boolean isBlank(LineReader.Line line) {
        for (byte b : line.bytes().orElse(new byte[] {'x'})) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    /**
     * The value on the line.
     *
     * @param name what messages call the file
     * @throws CaseException if there is none
     */
    static JsonValue parse(String name, LineReader.Line line) {
        byte[] bytes = line.bytes()
                .orElseThrow(() -> new CaseException(0, "the line has more than " + LONGEST + " bytes (R-READ-04)"));
        try {
            Source source = Json.decode(name, bytes, LIMITS);
            if (source.text().startsWith("\uFEFF")) {
                throw new CaseException(1, "a byte-order mark stands at the start of a file only (R-READ-02)");
            }
            return Json.parse(source, LIMITS);
        } catch (PolicySyntaxException e) {
            throw first(e);
        }
    }

    /** The first error, and how many more there are. */
    static CaseException first(PolicySyntaxException e) {
        List<Diagnostic> errors = e.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
        Diagnostic first = errors.get(0);
        String more = errors.size() == 1 ? "" : ", and " + (errors.size() - 1) + " more";
        return CaseException.at(
                first.span(),
                first.message() + " (" + first.rule() + ")"
                        + first.help().map(help -> "; " + help).orElse("") + more);
    }
}
