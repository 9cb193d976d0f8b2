// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.diagnostic.SourceSpan;
import io.execward.diagnostic.Visible;
import io.execward.suite.ExpectationResult;
import io.execward.suite.MutationReport.Mutant;
import io.execward.suite.SuiteResult.TestResult;

/** Test results as workflow commands: an error for each failure, a warning for each gap. */
final class SuiteGithub {
    private final StringBuilder out = new StringBuilder();

    private SuiteGithub() {}

    static String print(SuiteReport report) {
        SuiteGithub commands = new SuiteGithub();
        for (TestResult test : report.result().tests()) {
            test.expectations().stream().filter(it -> !it.held()).forEach(result -> commands.failure(test, result));
        }
        report.coverage()
                .ifPresent(coverage -> coverage.policies()
                        .forEach(policy -> CoverageLines.of(policy)
                                .forEach(line -> commands.gaps(
                                        policy.policy().block().source().name(), line))));
        report.mutation().ifPresent(mutation -> mutation.survivors().forEach(commands::survivor));
        commands.out.append(Visible.line(SuiteText.summary(report))).append('\n');
        return commands.out.toString();
    }

    private void failure(TestResult test, ExpectationResult result) {
        ExpectationResult.Failure failure = result.failure().orElseThrow();
        command(
                "error",
                result.expectation().span(),
                test.name(),
                failure.sentence() + "\n" + failure.explanation().stripTrailing());
    }

    private void gaps(String file, CoverageLines.Line line) {
        for (CoverageLines.Item item : line.items()) {
            if (!item.missing().isEmpty()) {
                out.append("::warning file=")
                        .append(property(file))
                        .append(",line=")
                        .append(line.number())
                        .append(",title=coverage::")
                        .append(data(item.missing()))
                        .append('\n');
            }
        }
    }

    private void survivor(Mutant mutant) {
        command(
                "warning",
                mutant.policy().span(mutant.mutation().at()),
                "no expectation notices a change",
                SuiteText.sentence(mutant)
                        + mutant.hint().map(hint -> "\n" + hint).orElse(""));
    }

    private void command(String name, SourceSpan span, String title, String message) {
        var start = span.position();
        out.append("::")
                .append(name)
                .append(" file=")
                .append(property(span.source().name()))
                .append(",line=")
                .append(start.line())
                .append(",col=")
                .append(start.column())
                .append(",title=")
                .append(property(title))
                .append("::")
                .append(data(message))
                .append('\n');
    }

    static String data(String text) {
        return Visible.text(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
