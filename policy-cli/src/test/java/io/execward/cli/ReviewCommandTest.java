// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.diagnostic.Source;
import io.execward.json.Json;
import io.execward.json.JsonArray;
import io.execward.json.JsonLimits;
import io.execward.json.JsonNumber;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The review of the sample account, by the command line alone. */
@Timeout(300)
class ReviewCommandTest {
    private static final JsonLimits LIMITS = JsonLimits.defaults().withMaxCharacters(50_000_000);

    @TempDir
    private Path folder = Path.of("");

    private static Session.Result review(String... more) {
        String[] words = new String[more.length + 3];
        words[0] = "review";
        words[1] = "--account";
        words[2] = "samples/account";
        System.arraycopy(more, 0, words, 3, more.length);
        return Session.run(words);
    }

    private static JsonObject json(String... more) {
        String[] words = new String[more.length + 2];
        System.arraycopy(more, 0, words, 0, more.length);
        words[more.length] = "--format";
        words[more.length + 1] = "json";
        Session.Result result = review(words);
        assertThat(result.status()).as(result.err()).isZero();
        return (JsonObject) Json.parse(Source.of("review", result.out()), LIMITS);
    }

    private static List<JsonValue> list(JsonValue object, String name) {
        return ((JsonArray) ((JsonObject) object).get(name).orElseThrow()).items();
    }

    private static String string(JsonValue object, String name) {
        return ((JsonString) ((JsonObject) object).get(name).orElseThrow()).value();
    }

    @Test
    void every_request_that_is_printed_is_allowed_by_simulate() {
        Set<String> commands = new LinkedHashSet<>();
        for (JsonValue cell : list(json(), "cells")) {
            for (JsonValue road : list(cell, "roads")) {
                for (JsonValue request : list(road, "requests")) {
                    list(request, "commands").forEach(command -> commands.add(((JsonString) command).value()));
                }
            }
        }
        assertThat(commands).hasSizeGreaterThan(100);
        for (String command : commands) {
            List<String> words = ShellWords.split(command);
            assertThat(words.get(0)).isEqualTo("execward");
            Session.Result result = Session.run(words.subList(1, words.size()).toArray(String[]::new));
            assertThat(result.out()).as(command + "\n" + result.err()).startsWith("ALLOWED");
            assertThat(result.status()).isZero();
        }
    }

    @Test
    void an_open_road_of_a_cell_is_about_that_cell() {
        JsonObject json = json();
        List<JsonValue> principals = list(json, "principals");
        List<JsonValue> targets = list(json, "targets");
        int shells = 0;
        for (JsonValue cell : list(json, "cells")) {
            String principal = string(
                    list(principals.get(number(cell, "principal")), "members").get(0), "arn");
            JsonValue target = targets.get(number(cell, "target"));
            for (JsonValue road : list(cell, "roads")) {
                for (JsonValue request : list(road, "requests")) {
                    assertThat(string(request, "principal")).isEqualTo(principal);
                    if (string(road, "kind").equals("EXEC")
                            && string(request, "action").equals("ecs:ExecuteCommand")) {
                        shells++;
                        assertThat(list(request, "resources"))
                                .extracting(resource -> string(resource, "resource"))
                                .containsExactly(
                                        string(target, "cluster"),
                                        ((JsonString) list(target, "tasks").get(0)).value());
                    }
                }
            }
        }
        assertThat(shells).isGreaterThan(20);
    }

    private static int number(JsonValue object, String name) {
        return Integer.parseInt(((JsonNumber) ((JsonObject) object).get(name).orElseThrow()).text());
    }

    @Test
    void several_forms_are_written_in_one_run() throws IOException {
        String html = folder.resolve("review.html").toAbsolutePath().toString();
        String csv = folder.resolve("review.csv").toAbsolutePath().toString();
        Files.writeString(Path.of(html), "old");
        Session.Result result = review("--html", html, "--csv", csv);
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("WHO CAN GET A SHELL WHERE");
        assertThat(result.err()).contains("wrote " + html + "\n", "wrote " + csv + "\n");
        assertThat(Files.readString(Path.of(html)))
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n");
        assertThat(Files.readString(Path.of(csv)))
                .isEqualTo(review("--format", "csv").out());
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("review.html", "review.csv");
        }
    }

    @Test
    void the_readme_shows_what_its_first_command_prints() throws IOException {
        String readme = Files.readString(Session.TOP.resolve("README.md"));
        String[] blocks = readme.substring(readme.indexOf("./execward review")).split("```", -1);
        List<String> printed = review().out().lines().toList();
        assertThat(blocks[0].strip()).isEqualTo("./execward review --account samples/account --html review.html");
        assertThat(blocks[2].strip().lines().filter(line -> !line.equals("...")))
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThat(printed).contains(line));
    }

    @Test
    void help_fits_a_terminal() {
        assertThat(Session.run("review", "--help").out().lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotContain("\u001b"));
    }

    @Test
    void a_file_that_cannot_be_written_is_an_output_error() {
        Session.Result result =
                review("--html", folder.resolve("no/such/folder.html").toString());
        assertThat(result.status()).isEqualTo(ExitStatus.BROKEN);
        assertThat(result.err()).contains("cannot write the output");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void facts_about_callers_change_the_answer_and_are_repeated() {
        String without = review("--no-mfa", "--roads", "none").out();
        assertThat(without).contains("asked with: --no-mfa");
        assertThat(review("--principal", "no-such-*").err()).contains("no user or role of the documents fits");
        assertThat(review("--principal", "no-such-*").status()).isEqualTo(ExitStatus.USAGE);
        assertThat(review("--cluster", "prodd").err()).contains("known are dev, prod, staging");
        JsonObject json = json("--principal", "role/Prod*", "--cluster", "prod");
        assertThat(list(json, "principals")).hasSize(1);
        assertThat(list(json, "targets"))
                .allSatisfy(target -> assertThat(string(target, "cluster")).endsWith("cluster/prod"));
    }
}
