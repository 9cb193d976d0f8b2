// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.Golden;
import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.lang.ExecLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The tests in {@code golden/suite/*.exec} come out as the file beside each says. */
class SuiteGoldenTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "suite");

    @TestFactory
    Stream<DynamicTest> tests_come_out_as_known() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> all =
                    files.filter(it -> it.toString().endsWith(".exec")).sorted().toList();
            assertThat(all).isNotEmpty();
            return all.stream().map(file -> {
                String name = file.getFileName().toString();
                return DynamicTest.dynamicTest(
                        name, () -> Golden.assertSame("suite/" + name + ".txt", outcome(name, Files.readString(file))));
            });
        }
    }

    private static String outcome(String name, String text) {
        try {
            return printed(Suite.of(List.of(ExecLanguage.read(Source.of(name, text))), (place, folder) -> {
                        throw new PolicySyntaxException(List.of(Diagnostic.error(
                                "TEST-15", place, "there is no folder `" + folder + "`", "name another")));
                    })
                    .run());
        } catch (PolicySyntaxException e) {
            return DiagnosticPrinter.print(e.diagnostics());
        }
    }

    private static String printed(SuiteResult result) {
        StringBuilder out = new StringBuilder();
        for (SuiteResult.TestResult test : result.tests()) {
            out.append(test.name()).append('\n');
            for (ExpectationResult each : test.expectations()) {
                out.append(each.held() ? "  holds  " : "  FAILS  ")
                        .append(each.expectation().title())
                        .append("  [")
                        .append(each.verdict())
                        .append("]\n");
                each.failure()
                        .ifPresent(failure -> out.append("         ")
                                .append(failure.sentence())
                                .append('\n'));
            }
        }
        return out.toString();
    }
}
