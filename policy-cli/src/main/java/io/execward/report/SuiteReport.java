// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import static java.util.Objects.requireNonNull;

import io.execward.suite.CoverageReport;
import io.execward.suite.MutationReport;
import io.execward.suite.SuiteResult;
import java.util.Optional;

/**
 * What tests of the text language found, in the forms that people and other programs read. The same results give the same bytes.
 *
 * @param coverage empty if nobody asked
 * @param mutation empty if nobody asked
 */
public record SuiteReport(SuiteResult result, Optional<CoverageReport> coverage, Optional<MutationReport> mutation) {
    public SuiteReport {
        requireNonNull(result, "result");
        requireNonNull(coverage, "coverage");
        requireNonNull(mutation, "mutation");
    }

    /** For people: a line for each test, and each expectation that fails with the explained decision. */
    public String text() {
        return new SuiteText(this).print();
    }

    /** As test runners write it: a suite for each file, a case for each expectation. */
    public String junit() {
        return SuiteJunit.print(this);
    }

    /** One object on one line: {@code policy-cli/docs/test-json.md}. */
    public String json() {
        return SuiteJson.print(this);
    }

    /** Workflow commands that GitHub shows beside the lines of a change. */
    public String github() {
        return SuiteGithub.print(this);
    }

    /** The Test Anything Protocol, version 14. */
    public String tap() {
        return SuiteTap.print(this);
    }

    /** One page that needs no other file, no script and no network: the policies with what was seen of them. */
    public String html() {
        return new CoveragePage(coverage.orElseThrow(), mutation).print();
    }
}
