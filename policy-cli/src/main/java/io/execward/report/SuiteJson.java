// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.diagnostic.SourceSpan;
import io.execward.suite.CoverageReport;
import io.execward.suite.CoverageReport.PolicyCoverage;
import io.execward.suite.ExpectationResult;
import io.execward.suite.MutationReport;
import io.execward.suite.MutationReport.Mutant;
import io.execward.suite.SuiteResult.FileResult;
import io.execward.suite.SuiteResult.TestResult;

/** Test results as one JSON object. */
final class SuiteJson {
    private final JsonLine json;

    private SuiteJson(JsonLine json) {
        this.json = json;
    }

    static String print(SuiteReport report) {
        return JsonLine.of(json -> new SuiteJson(json).report(report)) + "\n";
    }

    private void report(SuiteReport report) {
        json.object(() -> {
            json.member("holds", report.result().held());
            json.member("tests", report.result().tests().size());
            json.member("expectations", report.result().expectations().size());
            json.member("failures", report.result().failures().size());
            json.name("files").list(report.result().files(), this::file);
            report.coverage().ifPresent(this::coverage);
            report.mutation().ifPresent(this::mutation);
        });
    }

    private void file(FileResult file) {
        json.object(() -> {
            json.member("file", file.name());
            json.name("tests").list(file.tests(), this::test);
        });
    }

    private void test(TestResult test) {
        json.object(() -> {
            json.member("name", test.name());
            json.member("line", test.span().position().line());
            json.member("holds", test.held());
            json.name("expectations").list(test.expectations(), this::expectation);
        });
    }

    private void expectation(ExpectationResult result) {
        json.object(() -> {
            place(result.expectation().span());
            json.member("text", result.expectation().title());
            json.member("expected", result.expectation().expected());
            json.member("verdict", result.verdict().name());
            json.member("holds", result.held());
            result.failure().ifPresent(failure -> {
                json.member("message", failure.sentence());
                json.member("decision", failure.explanation());
            });
        });
    }

    private void place(SourceSpan span) {
        json.member("line", span.position().line());
        json.member("column", span.position().column());
    }

    private void coverage(CoverageReport coverage) {
        json.name("coverage").object(() -> {
            json.member("percent", coverage.percent());
            json.member("seen", coverage.seen());
            json.member("ways", coverage.ways());
            json.name("policies").list(coverage.policies(), this::policy);
        });
    }

    private void policy(PolicyCoverage policy) {
        json.object(() -> {
            json.member("file", policy.policy().block().source().name());
            json.member("kind", policy.policy().kind().text());
            json.member("policy", policy.policy().name());
            json.member("seen", policy.seen());
            json.member("ways", policy.ways());
            json.name("neverSeen")
                    .list(
                            CoverageLines.of(policy).stream()
                                    .filter(line -> !line.isWhole())
                                    .toList(),
                            this::gaps);
        });
    }

    private void gaps(CoverageLines.Line line) {
        json.object(() -> {
            json.member("line", line.number());
            json.name("what")
                    .strings(line.items().stream()
                            .map(CoverageLines.Item::missing)
                            .filter(missing -> !missing.isEmpty())
                            .toList());
        });
    }

    private void mutation(MutationReport mutation) {
        json.name("mutation").object(() -> {
            json.member("score", mutation.score());
            json.member("killed", mutation.killed());
            json.member("counted", mutation.counted());
            json.member("equivalent", mutation.equivalent());
            json.name("survivors").list(mutation.survivors(), this::survivor);
        });
    }

    private void survivor(Mutant mutant) {
        json.object(() -> {
            SourceSpan span = mutant.policy().span(mutant.mutation().at());
            json.member("file", span.source().name());
            place(span);
            json.member("policy", mutant.policy().name());
            json.member("change", SuiteText.sentence(mutant));
            json.member("hint", mutant.hint());
        });
    }
}
