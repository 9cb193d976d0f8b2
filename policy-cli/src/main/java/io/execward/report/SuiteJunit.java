// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.diagnostic.Visible;
import io.execward.suite.ExpectationResult;
import io.execward.suite.SuiteResult.FileResult;
import io.execward.suite.SuiteResult.TestResult;

/** Test results in the XML that build servers read. Times are left out: the same results give the same bytes. */
final class SuiteJunit {
    private final StringBuilder out = new StringBuilder();

    private SuiteJunit() {}

    static String print(SuiteReport report) {
        SuiteJunit xml = new SuiteJunit();
        xml.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.out.append("<testsuites name=\"execward\"");
        xml.counts(
                report.result().expectations().size(),
                report.result().failures().size());
        xml.out.append(">\n");
        report.result().files().forEach(xml::file);
        xml.reports(report);
        xml.out.append("</testsuites>\n");
        return xml.out.toString();
    }

    private void counts(int tests, long failures) {
        number("tests", tests);
        number("failures", failures);
        number("errors", 0);
    }

    private void number(String name, long value) {
        out.append(' ').append(name).append("=\"").append(value).append('"');
    }

    private void file(FileResult file) {
        int all = file.tests().stream().mapToInt(it -> it.expectations().size()).sum();
        long failed = file.tests().stream()
                .flatMap(it -> it.expectations().stream())
                .filter(it -> !it.held())
                .count();
        out.append("  <testsuite");
        attribute("name", file.name());
        counts(all, failed);
        number("skipped", 0);
        out.append(">\n");
        file.tests().forEach(test -> test.expectations().forEach(result -> testCase(file, test, result)));
        out.append("  </testsuite>\n");
    }

    private void testCase(FileResult file, TestResult test, ExpectationResult result) {
        var position = result.expectation().span().position();
        out.append("    <testcase");
        attribute("classname", test.name());
        attribute("name", position.line() + ": " + result.expectation().title());
        attribute("file", file.name());
        number("line", position.line());
        if (result.failure().isEmpty()) {
            out.append("/>\n");
            return;
        }
        ExpectationResult.Failure failure = result.failure().get();
        out.append(">\n      <failure");
        attribute("message", failure.sentence());
        attribute("type", "expectation");
        out.append('>')
                .append(escaped(result.expectation().span() + "\n" + failure.explanation()))
                .append("</failure>\n    </testcase>\n");
    }

    /** What is no test result has a suite of its own, which has no test. */
    private void reports(SuiteReport report) {
        StringBuilder text = new StringBuilder();
        report.coverage().ifPresent(coverage -> text.append(SuiteText.coverage(coverage)));
        report.mutation().ifPresent(mutation -> text.append(SuiteText.mutation(mutation)));
        if (text.isEmpty()) {
            return;
        }
        out.append("  <testsuite");
        attribute("name", "coverage and mutation");
        counts(0, 0);
        number("skipped", 0);
        out.append(">\n    <system-out>").append(escaped(text.toString())).append("</system-out>\n  </testsuite>\n");
    }

    private void attribute(String name, String value) {
        out.append(' ')
                .append(name)
                .append("=\"")
                .append(escaped(Visible.line(value)))
                .append('"');
    }

    /** XML has no way at all to write most control characters, so they are replaced. */
    static String escaped(String text) {
        String visible = Visible.text(text);
        StringBuilder xml = new StringBuilder(visible.length());
        visible.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\'' -> xml.append("&#39;");
                default -> xml.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return xml.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
