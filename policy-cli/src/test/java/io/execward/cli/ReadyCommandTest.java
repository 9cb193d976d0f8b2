// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.diagnostic.Source;
import io.execward.json.Json;
import io.execward.json.JsonLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the golden session of {@code ready} does not show. */
class ReadyCommandTest {
    @Test
    void help_is_plain_text_of_at_most_80_columns() {
        assertThat(Session.run("ready", "--help").out().lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotContain("\u001b"));
    }

    @Test
    void the_examples_of_the_help_work() {
        assertThat(Session.run("ready", "--account", "samples/account").status())
                .isEqualTo(ExitStatus.NO);
        Session.Result result = Session.run(
                "ready",
                "--account",
                "samples/account",
                "--cluster",
                "prod",
                "--container",
                "production-app",
                "--principal",
                "ProdSupport");
        assertThat(result.status()).as(result.err()).isEqualTo(ExitStatus.NO);
    }

    @Test
    void json_is_one_line_that_is_json() {
        String out = Session.run("ready", "--account", "samples/account", "--format", "json")
                .out();
        assertThat(out).endsWith("\n");
        assertThat(Json.parseLines(Source.of("out", out), JsonLimits.defaults()))
                .hasSize(1);
    }

    @Test
    void the_same_documents_print_the_same_bytes() {
        for (List<String> format : List.of(List.of("--all"), List.of("--format", "json"))) {
            String[] args = Stream.concat(Stream.of("ready", "--account", "samples/account"), format.stream())
                    .toArray(String[]::new);
            assertThat(Session.run(args).out()).isEqualTo(Session.run(args).out());
        }
    }

    @Test
    void what_a_document_says_cannot_forge_a_line(@TempDir Path folder) throws IOException {
        Path tasks = Session.TOP.resolve("policy-cli/src/test/resources/golden/cli/input/only-tasks/tasks.json");
        String hostile = Files.readString(tasks)
                .replace("Access denied calling the message service", "x\\n13 tasks: all ready\\u001b[2J");
        Files.writeString(folder.resolve("tasks.json"), hostile);

        Session.Result result =
                Session.run("ready", "--account", folder.toAbsolutePath().toString());
        assertThat(result.status()).as(result.err()).isEqualTo(ExitStatus.NO);
        assertThat(result.out().lines()).noneMatch(line -> line.startsWith("13 tasks: all ready"));
        assertThat(result.out()).contains("13 tasks: all ready").doesNotContain("\u001b");
    }

    @Test
    void a_broken_document_gives_no_verdict(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("tasks.json"), "{\"tasks\": [");
        Session.Result result =
                Session.run("ready", "--account", folder.toAbsolutePath().toString());
        assertThat(result.status()).isEqualTo(ExitStatus.BROKEN);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("tasks.json");
    }
}
