// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.diagnostic.SourceSpan;
import java.util.List;
import java.util.Objects;

/**
 * What came of a suite.
 *
 * @param files in the order asked for
 */
public record SuiteResult(List<FileResult> files) {
    public SuiteResult {
        files = List.copyOf(files);
    }

    /**
     * What came of a file.
     *
     * @param name as messages call it
     * @param tests in the order of writing; none if the file has none
     */
    public record FileResult(String name, List<TestResult> tests) {
        public FileResult {
            Objects.requireNonNull(name, "name");
            tests = List.copyOf(tests);
        }
    }

    /**
     * What came of a test.
     *
     * @param span its name in the file
     * @param expectations in the order of writing, at least one
     */
    public record TestResult(String name, SourceSpan span, List<ExpectationResult> expectations) {
        public TestResult {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(span, "span");
            expectations = List.copyOf(expectations);
        }

        /** True if every expectation holds. */
        public boolean held() {
            return expectations.stream().allMatch(ExpectationResult::held);
        }
    }

    /** Every test, file after file. */
    public List<TestResult> tests() {
        return files.stream().flatMap(file -> file.tests().stream()).toList();
    }

    /** Every expectation, test after test. */
    public List<ExpectationResult> expectations() {
        return tests().stream().flatMap(test -> test.expectations().stream()).toList();
    }

    /** Those that do not hold. */
    public List<ExpectationResult> failures() {
        return expectations().stream().filter(result -> !result.held()).toList();
    }

    /** True if every expectation holds. */
    public boolean held() {
        return failures().isEmpty();
    }
}
