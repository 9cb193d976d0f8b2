// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.Golden;
import io.execward.account.AccountReader;
import io.execward.account.AccountSnapshot;
import io.execward.diagnostic.Source;
import io.execward.json.Json;
import io.execward.json.JsonArray;
import io.execward.json.JsonLimits;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The questions about the sample account that are about readiness (R-EXEC-141, R-EXEC-142). */
class QuestionsTest {
    private static final Path FOLDER = folder();
    private static final AccountSnapshot ACCOUNT = AccountReader.create().read(FOLDER);

    private static Path folder() {
        Path own = Path.of("samples/account");
        return Files.isDirectory(own) ? own : Path.of("../samples/account");
    }

    record Question(JsonObject json) {
        String text(String member) {
            return ((JsonString) json.get(member).orElseThrow()).value();
        }

        List<String> list(String member) {
            return ((JsonArray) json.get(member).orElseThrow())
                    .items().stream().map(item -> ((JsonString) item).value()).toList();
        }

        @Override
        public String toString() {
            return text("id") + ": " + text("why");
        }
    }

    private static Stream<Question> questions(String kind) {
        Path file = FOLDER.resolve("questions.jsonl");
        try {
            List<JsonValue> lines =
                    Json.parseLines(Source.of("questions.jsonl", Files.readString(file)), JsonLimits.defaults());
            return lines.stream()
                    .map(line -> new Question((JsonObject) line))
                    .filter(question -> question.text("kind").equals(kind));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Question> readiness() {
        return questions("readiness");
    }

    static Stream<Question> client() {
        return questions("client");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readiness")
    void a_container_is_as_ready_as_the_question_expects(Question question) {
        Readiness readiness = ReadinessReport.of(
                        ACCOUNT,
                        List.of(ACCOUNT.task(question.text("task")).orElseThrow()),
                        ReadinessOptions.defaults().with(ContainerChoice.named(question.text("container"))))
                .containers()
                .get(0);

        assertThat(readiness.isReady() ? "READY" : "NOT_READY").isEqualTo(question.text("expected"));
        assertThat(codes(readiness.blockers())).containsExactlyInAnyOrderElementsOf(question.list("blockers"));
        assertThat(codes(readiness.warnings())).containsAll(question.list("warningsInclude"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("client")
    void the_client_is_as_the_question_expects(Question question) {
        assertThat(codes(ReadinessReport.of(ACCOUNT).client().findings()))
                .containsExactlyInAnyOrderElementsOf(question.list("expected"));
    }

    @Test
    void there_are_questions() {
        assertThat(readiness()).hasSize(13);
        assertThat(client()).hasSize(1);
    }

    @Test
    void the_report_on_the_account_is_the_known_one() {
        StringBuilder text = new StringBuilder();
        for (Readiness container : ReadinessReport.of(ACCOUNT).containers()) {
            text.append(container.task().arn())
                    .append(' ')
                    .append(container.container().orElse("-"))
                    .append(container.isReady() ? "  READY\n" : "  NOT READY\n");
            for (Finding finding : container.findings()) {
                text.append("  ").append(finding.severity().text()).append(' ').append(finding.rule());
                text.append(": ").append(finding.sentence()).append('\n');
                finding.evidence()
                        .forEach(line -> text.append("    | ").append(line).append('\n'));
            }
            for (NotChecked gap : container.notChecked()) {
                text.append("  not checked (")
                        .append(gap.reason().text())
                        .append(") ")
                        .append(gap.rule());
                text.append(": ").append(gap.because()).append('\n');
            }
        }
        Golden.assertSame("readiness/sample-account.txt", text.toString());
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(finding -> finding.rule().code()).toList();
    }
}
