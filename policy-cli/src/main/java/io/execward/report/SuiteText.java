// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.diagnostic.Visible;
import io.execward.suite.CoverageReport;
import io.execward.suite.CoverageReport.PolicyCoverage;
import io.execward.suite.ExpectationResult;
import io.execward.suite.MutationReport;
import io.execward.suite.MutationReport.Mutant;
import io.execward.suite.SuiteResult;
import io.execward.suite.SuiteResult.TestResult;
import java.util.List;
import java.util.Optional;

/** Test results for people. */
final class SuiteText {
    private final SuiteReport report;
    private final StringBuilder out = new StringBuilder();

    SuiteText(SuiteReport report) {
        this.report = report;
    }

    String print() {
        for (SuiteResult.FileResult file : report.result().files()) {
            line(file.name());
            file.tests().forEach(this::test);
        }
        report.coverage().ifPresent(coverage -> append(coverage(coverage)));
        report.mutation().ifPresent(mutation -> append(mutation(mutation)));
        out.append(out.isEmpty() ? "" : "\n").append(summary(report)).append('\n');
        return out.toString();
    }

    private void append(String section) {
        out.append('\n').append(section);
    }

    private void test(TestResult test) {
        long failed = test.expectations().stream().filter(it -> !it.held()).count();
        int all = test.expectations().size();
        line("  " + (failed == 0 ? "ok    " : "FAILED") + "  " + test.name() + "  ("
                + (failed == 0 ? all : failed + " of " + all) + ")");
        test.expectations().stream().filter(it -> !it.held()).forEach(this::failure);
    }

    private void failure(ExpectationResult result) {
        ExpectationResult.Failure failure = result.failure().orElseThrow();
        line("    " + result.expectation().span() + ": " + result.expectation().title());
        line("      " + failure.sentence());
        failure.explanation().lines().forEach(each -> line("      | " + each));
    }

    private void line(String text) {
        out.append(Visible.line(text)).append('\n');
    }

    static String summary(SuiteReport report) {
        SuiteResult result = report.result();
        int tests = result.tests().size();
        int all = result.expectations().size();
        int failed = result.failures().size();
        return counted(all, "expectation") + " in " + counted(tests, "test") + ": "
                + (failed == 0 ? (all == 1 ? "it holds" : "all hold") : failed + (failed == 1 ? " fails" : " fail"));
    }

    static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** The policies with marks beside the lines, and what was never seen below them. */
    static String coverage(CoverageReport coverage) {
        SuiteText text = new SuiteText(new SuiteReport(new SuiteResult(List.of()), Optional.empty(), Optional.empty()));
        text.line("coverage " + coverage.percent() + " %, " + coverage.seen() + " of " + coverage.ways()
                + ": each statement and each condition, matching and not matching");
        coverage.policies().forEach(text::coverage);
        return text.out.toString();
    }

    private void coverage(PolicyCoverage coverage) {
        line("");
        line(coverage.policy().block().source().name() + ": "
                + coverage.policy().kind().text() + " `" + coverage.policy().name() + "`, "
                + coverage.seen() + " of " + coverage.ways());
        for (CoverageLines.Line each : CoverageLines.of(coverage)) {
            String mark = each.items().isEmpty() ? "  " : each.isWhole() ? "ok" : "!!";
            String number = Integer.toString(each.number());
            line(" ".repeat(Math.max(0, 5 - number.length())) + number + " " + mark + " | "
                    + each.text().stripTrailing());
            each.items().stream()
                    .map(CoverageLines.Item::missing)
                    .filter(missing -> !missing.isEmpty())
                    .forEach(missing -> line("         ! " + missing));
        }
    }

    /** The score, and every change that nobody notices. */
    static String mutation(MutationReport mutation) {
        SuiteText text = new SuiteText(new SuiteReport(new SuiteResult(List.of()), Optional.empty(), Optional.empty()));
        int same = mutation.equivalent();
        text.line("mutation score " + mutation.score() + " %, " + mutation.killed() + " of " + mutation.counted()
                + " changed policies make an expectation fail"
                + (same == 0
                        ? ""
                        : "; " + same + (same == 1 ? " more was" : " more were")
                                + " proved to mean the same and do not count"));
        mutation.survivors().forEach(text::survivor);
        return text.out.toString();
    }

    private void survivor(Mutant mutant) {
        line("  not noticed: " + place(mutant) + ": " + sentence(mutant));
        mutant.hint().ifPresent(hint -> line("    = " + hint));
    }

    static String place(Mutant mutant) {
        return mutant.policy().span(mutant.mutation().at()).toString();
    }

    /** What was changed, in words. */
    static String sentence(Mutant mutant) {
        String statements =
                CoverageLines.names(mutant.policy(), mutant.mutation().statements());
        return mutant.mutation().isRemoval()
                ? "removes " + statements
                : mutant.mutation().change() + " in " + statements;
    }
}
