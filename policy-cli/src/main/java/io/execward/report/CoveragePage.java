// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.suite.CoverageReport;
import io.execward.suite.CoverageReport.PolicyCoverage;
import io.execward.suite.MutationReport;
import java.util.List;
import java.util.Optional;

/**
 * Coverage as one HTML page without scripts. Markup and style are constant; what files say goes in as escaped text only, and the page's
 * own policy lets nothing run and nothing be loaded.
 */
final class CoveragePage {
    private static final String HEAD = "<!--POLICY-->";

    private final CoverageReport coverage;
    private final Optional<MutationReport> mutation;
    private final StringBuilder out = new StringBuilder();

    CoveragePage(CoverageReport coverage, Optional<MutationReport> mutation) {
        this.coverage = coverage;
        this.mutation = mutation;
    }

    String print() {
        String style = ReviewPage.read("coverage.css");
        String page = ReviewPage.read("coverage.html")
                .replace(
                        HEAD,
                        "default-src 'none'; style-src " + ReviewPage.hash(style)
                                + "; base-uri 'none'; form-action 'none'")
                .replace("/*STYLE*/", style);
        summary();
        coverage.policies().forEach(this::policy);
        mutation.ifPresent(this::survivors);
        int data = page.indexOf("<!--DATA-->");
        return page.substring(0, data) + out + page.substring(data + "<!--DATA-->".length());
    }

    private void summary() {
        out.append("<p class=\"sum\"><strong>")
                .append(coverage.percent())
                .append(" %</strong> of statements and conditions were seen matching and not matching (")
                .append(coverage.seen())
                .append(" of ")
                .append(coverage.ways())
                .append(")");
        mutation.ifPresent(it -> out.append("; mutation score <strong>")
                .append(it.score())
                .append(" %</strong> (")
                .append(it.killed())
                .append(" of ")
                .append(it.counted())
                .append(")"));
        out.append("</p>\n");
    }

    private void policy(PolicyCoverage policy) {
        out.append("<section>\n<h2>");
        text(policy.policy().kind().text() + " " + policy.policy().name());
        out.append(" <small>");
        text(policy.policy().block().source().name() + ", " + policy.seen() + " of " + policy.ways());
        out.append("</small></h2>\n<table>\n<thead><tr><th scope=\"col\">Line</th><th scope=\"col\">Seen</th>")
                .append("<th scope=\"col\">Policy</th></tr></thead>\n<tbody>\n");
        CoverageLines.of(policy).forEach(this::line);
        out.append("</tbody>\n</table>\n</section>\n");
    }

    private void line(CoverageLines.Line line) {
        String state = line.items().isEmpty() ? "" : line.isWhole() ? "whole" : line.isUnseen() ? "none" : "part";
        String word = line.items().isEmpty() ? "" : line.isWhole() ? "yes" : line.isUnseen() ? "no" : "in part";
        out.append("<tr class=\"").append(state).append("\"><td class=\"n\">").append(line.number());
        out.append("</td><td class=\"s\">").append(word).append("</td><td><code>");
        text(line.text());
        out.append("</code>");
        List<String> missing = line.items().stream()
                .map(CoverageLines.Item::missing)
                .filter(it -> !it.isEmpty())
                .toList();
        list(missing);
        out.append("</td></tr>\n");
    }

    private void survivors(MutationReport report) {
        out.append("<section>\n<h2>Changes that no expectation notices</h2>\n");
        if (report.survivors().isEmpty()) {
            out.append("<p>There is none.</p>\n");
        }
        list(report.survivors().stream()
                .map(mutant -> SuiteText.place(mutant) + ": " + SuiteText.sentence(mutant)
                        + mutant.hint().map(hint -> " (" + hint + ")").orElse(""))
                .toList());
        out.append("</section>\n");
    }

    private void list(List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        out.append("<ul>");
        items.forEach(item -> {
            out.append("<li>");
            text(item);
            out.append("</li>");
        });
        out.append("</ul>");
    }

    private void text(String text) {
        out.append(SuiteJunit.escaped(text));
    }
}
