// SPDX-License-Identifier: Apache-2.0
package io.execward.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.execward.cases.Case;
import io.execward.cases.CaseException;
import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.json.Json;
import io.execward.json.JsonLimits;
import io.execward.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.opentest4j.AssertionFailedError;

/** A file of cases on the class path. */
final class CaseFile {
    private static final JsonLimits FILE = JsonLimits.defaults().withMaxCharacters(1 << 28);
    private static final JsonLimits LINE = JsonLimits.defaults().withMaxCharacters(1 << 22);

    /**
     * One line that is not blank.
     *
     * @param number from 1
     */
    record Line(int number, Source source) {
        JsonValue value() {
            return Json.parse(source, LINE);
        }
    }

    /** As the user wrote it. */
    private final String name;
    /** From the top of the class path, with a leading slash. */
    private final String path;

    private final byte[] bytes;

    private CaseFile(String name, String path, byte[] bytes) {
        this.name = name;
        this.path = path;
        this.bytes = bytes;
    }

    /** What a line is tested for. */
    interface Check {
        /** What test reports call the line. */
        String name(JsonValue value);

        /**
         * Fails unless the line holds.
         *
         * @throws CaseException if it is no case
         * @throws PolicySyntaxException if a policy in it is malformed
         */
        void run(JsonValue value);
    }

    static CaseFile of(Class<?> beside, String name) {
        String path =
                name.startsWith("/") ? name : "/" + beside.getPackageName().replace('.', '/') + "/" + name;
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "there is no resource `" + path + "`: put the file below src/test/resources" + path);
            }
            return new CaseFile(name, path, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DynamicContainer tests(Function<List<Line>, Check> checks) {
        List<Line> lines;
        try {
            lines = lines();
        } catch (PolicySyntaxException e) {
            return failing("is UTF-8", DiagnosticPrinter.print(e.diagnostics()));
        }
        if (lines.isEmpty()) {
            return failing("has cases", name + ": the file has no case, so that nothing is tested");
        }
        Check check = checks.apply(lines);
        Map<String, Integer> seen = new HashMap<>();
        List<DynamicNode> tests = new ArrayList<>(lines.size());
        for (Line line : lines) {
            tests.add(test(line, check, seen));
        }
        return dynamicContainer(name, uri(0), tests.stream());
    }

    private DynamicContainer failing(String expectation, String message) {
        return dynamicContainer(
                name,
                uri(0),
                List.of(dynamicTest(expectation, uri(1), () -> {
                            throw new AssertionFailedError(message);
                        }))
                        .stream());
    }

    private DynamicNode test(Line line, Check check, Map<String, Integer> seen) {
        String fallback = "line " + line.number();
        try {
            JsonValue value = line.value();
            String id = Case.id(value).orElse(fallback);
            Integer before = seen.putIfAbsent(id, line.number());
            return dynamicTest(check.name(value), uri(line.number()), () -> {
                if (before != null) {
                    throw new AssertionFailedError(
                            place(line) + "the id `" + id + "` is that of line " + before + " too");
                }
                run(line, check, value);
            });
        } catch (PolicySyntaxException e) {
            return dynamicTest(fallback, uri(line.number()), () -> {
                throw new AssertionFailedError(DiagnosticPrinter.print(e.diagnostics()));
            });
        }
    }

    private void run(Line line, Check check, JsonValue value) {
        try {
            check.run(value);
        } catch (PolicySyntaxException e) {
            throw new AssertionFailedError(DiagnosticPrinter.print(e.diagnostics()));
        } catch (CaseException e) {
            throw new AssertionFailedError(
                    name + ":" + line.number() + (e.column() > 0 ? ":" + e.column() : "") + ": " + e.text());
        }
    }

    private String place(Line line) {
        return name + ":" + line.number() + ": ";
    }

    /** @throws PolicySyntaxException if it is not UTF-8 */
    private List<Line> lines() {
        String text = Json.decode(name, bytes, FILE).text();
        List<Line> lines = new ArrayList<>();
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        for (int number = 1; start <= text.length(); number++) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            String line = text.substring(start, end);
            if (!line.isBlank()) {
                lines.add(new Line(number, Source.part(name, line, new Source.Position(number, 1))));
            }
            start = end + 1;
        }
        return lines;
    }

    /** JUnit turns it into the place of a resource; 0 for the file as a whole. */
    private URI uri(int line) {
        try {
            return new URI("classpath", null, path, line == 0 ? null : "line=" + line, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("`" + path + "` is not the name of a resource", e);
        }
    }
}
