// SPDX-License-Identifier: Apache-2.0
package io.execward.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.execward.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.AssertionFailedError;

/** Case files as a user's tests see them. */
class CaseFilesTest {
    private static EngineExecutionResults run(String method) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(CaseFilesFixture.class, method))
                .execute();
    }

    /** Every failed test with its message, as a report shows it. */
    private static String failures(EngineExecutionResults results) {
        StringBuilder text = new StringBuilder();
        results.testEvents().failed().stream()
                .forEach(event -> text.append("=== ")
                        .append(event.getTestDescriptor().getDisplayName())
                        .append('\n')
                        .append(String.valueOf(error(event).getMessage()).stripTrailing())
                        .append("\n\n"));
        return text.toString();
    }

    private static Throwable error(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    @Test
    void every_line_of_every_file_is_a_test() {
        var results = run("good");
        results.testEvents().assertStatistics(stats -> stats.started(4).succeeded(4));
        assertThat(results.testEvents()
                        .succeeded()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .containsExactly(
                        "DEV-01 (R-EXEC-03)", "DEV-02 (R-EXEC-03)", "DEV-01 (R-EXEC-03)", "DEV-02 (R-EXEC-03)");
    }

    @Test
    void a_test_is_where_its_line_is() {
        List<Object> sources = run("good")
                .testEvents()
                .succeeded()
                .map(Event::getTestDescriptor)
                .map(TestDescriptor::getSource)
                .map(source -> (Object) source.orElseThrow())
                .toList();
        assertThat(sources.get(1))
                .isEqualTo(ClasspathResourceSource.from("/io/execward/junit/good.jsonl", FilePosition.from(3)));
    }

    @Test
    void a_line_that_does_not_hold_fails_with_the_explained_decision() {
        var results = run("failing");
        results.testEvents()
                .assertStatistics(stats -> stats.started(4).succeeded(1).failed(3));
        Golden.assertSame("junit/failing.txt", failures(results));
        assertThat(error(results.testEvents().failed().stream().findFirst().orElseThrow()))
                .isInstanceOfSatisfying(AssertionFailedError.class, error -> {
                    assertThat(error.getExpected().getStringRepresentation()).isEqualTo("ALLOWED");
                    assertThat(error.getActual().getStringRepresentation()).isEqualTo("IMPLICIT_DENY");
                });
    }

    @Test
    void what_is_no_case_fails_at_its_place_and_the_others_run() {
        var results = run("malformed");
        results.testEvents()
                .assertStatistics(stats -> stats.started(8).succeeded(1).failed(7));
        Golden.assertSame("junit/malformed.txt", failures(results));
    }

    @Test
    void questions_are_answered_by_the_documents_of_the_account() {
        var results = run("questions");
        results.testEvents()
                .assertStatistics(stats -> stats.started(6).succeeded(1).failed(5));
        Golden.assertSame("junit/questions.txt", failures(results));
    }

    @Test
    void nothing_to_test_fails() {
        assertThat(containerFailure("missing"))
                .contains("there is no resource `/io/execward/junit/missing.jsonl`")
                .contains("src/test/resources");
        assertThat(containerFailure("nothing")).contains("no file is named");
        assertThat(containerFailure("noAccount")).contains("`missing` is not a folder");
    }

    private static String containerFailure(String method) {
        var results = run(method);
        results.testEvents().assertStatistics(stats -> stats.started(0));
        return results.containerEvents()
                .failed()
                .map(event -> String.valueOf(error(event).getMessage()))
                .findFirst()
                .orElseThrow();
    }
}
