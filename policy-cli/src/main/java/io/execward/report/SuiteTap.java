// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.diagnostic.Visible;
import io.execward.json.JsonText;
import io.execward.suite.ExpectationResult;
import io.execward.suite.SuiteResult.FileResult;
import io.execward.suite.SuiteResult.TestResult;

/** Test results in the Test Anything Protocol, version 14: a point for each expectation. */
final class SuiteTap {
    private final StringBuilder out = new StringBuilder();
    private int number;

    private SuiteTap() {}

    static String print(SuiteReport report) {
        SuiteTap tap = new SuiteTap();
        tap.out
                .append("TAP version 14\n1..")
                .append(report.result().expectations().size())
                .append('\n');
        for (FileResult file : report.result().files()) {
            file.tests().forEach(test -> test.expectations().forEach(result -> tap.point(file, test, result)));
        }
        report.coverage().ifPresent(coverage -> tap.comment(SuiteText.coverage(coverage)));
        report.mutation().ifPresent(mutation -> tap.comment(SuiteText.mutation(mutation)));
        tap.comment(SuiteText.summary(report));
        return tap.out.toString();
    }

    private void point(FileResult file, TestResult test, ExpectationResult result) {
        number++;
        out.append(result.held() ? "ok " : "not ok ")
                .append(number)
                .append(" - ")
                .append(description(file.name() + ": " + test.name() + ": "
                        + result.expectation().title()))
                .append('\n');
        result.failure().ifPresent(failure -> {
            var position = result.expectation().span().position();
            out.append("  ---\n");
            yaml("message", failure.sentence());
            yaml("file", file.name());
            out.append("  line: ").append(position.line()).append('\n');
            out.append("  column: ").append(position.column()).append('\n');
            yaml("decision", Visible.text(failure.explanation()));
            out.append("  ...\n");
        });
    }

    /** A JSON string is a double-quoted YAML scalar. */
    private void yaml(String name, String value) {
        out.append("  ").append(name).append(": ");
        JsonText.appendQuoted(out, value);
        out.append('\n');
    }

    private static String description(String text) {
        return Visible.line(text).replace("\\", "\\\\").replace("#", "\\#");
    }

    private void comment(String text) {
        text.lines()
                .forEach(line ->
                        out.append(("# " + Visible.line(line)).stripTrailing()).append('\n'));
    }
}
