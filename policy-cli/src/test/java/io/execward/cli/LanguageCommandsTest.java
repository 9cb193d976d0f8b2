// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code fmt} and {@code convert} write. */
class LanguageCommandsTest {
    private static final Path INPUT = Path.of("src/test/resources/golden/cli/input/language");

    @TempDir
    private Path folder = Path.of("");

    private static void assertDone(Session.Result result) {
        assertThat(result.status()).as(result.err()).isZero();
    }

    @Test
    void fmt_rewrites_a_folder_once() throws IOException {
        Files.createDirectories(folder.resolve("deep/.hidden"));
        Files.copy(INPUT.resolve("untidy.exec"), folder.resolve("deep/a.exec"));
        Files.copy(INPUT.resolve("tidy.exec"), folder.resolve("b.exec"));
        Files.copy(INPUT.resolve("broken.exec"), folder.resolve("deep/.hidden/c.exec"));
        Files.writeString(folder.resolve("notes.txt"), "policy");

        Session.Result first = Session.run("fmt", folder.toString());

        assertDone(first);
        assertThat(first.out()).isEqualTo("wrote    " + folder + "/deep/a.exec\n");
        assertThat(Session.run("fmt", "--check", folder.toString()).status()).isZero();
        assertThat(Session.run("fmt", folder.toString()).out()).isEmpty();
        assertThat(Files.readString(folder.resolve("deep/a.exec")))
                .startsWith("# what they may do\npolicy \"on-call\" {\n");
        assertThat(Files.readString(folder.resolve("notes.txt"))).isEqualTo("policy");
    }

    @Test
    void fmt_leaves_a_broken_file_and_formats_the_others() throws IOException {
        Path broken = Files.copy(INPUT.resolve("broken.exec"), folder.resolve("broken.exec"));
        Path untidy = Files.copy(INPUT.resolve("untidy.exec"), folder.resolve("untidy.exec"));

        Session.Result result = Session.run("fmt", folder.toString());

        assertThat(result.status()).isEqualTo(ExitStatus.BROKEN);
        assertThat(Files.readString(broken)).isEqualTo(Files.readString(INPUT.resolve("broken.exec")));
        assertThat(Files.readString(untidy)).isNotEqualTo(Files.readString(INPUT.resolve("untidy.exec")));
    }

    @Test
    void a_folder_of_documents_becomes_text_and_the_same_documents_again() throws IOException {
        Path text = folder.resolve("text");
        Path json = folder.resolve("json");
        for (String file : List.of("caller", "task-role", "task-role-trust", "key-policy")) {
            assertDone(Session.run("convert", "--out", text.toString(), "samples/kit/policies/" + file + ".json"));
        }

        Session.Result back = Session.run("convert", "--to", "json", "--out", json.toString(), text.toString());

        assertDone(back);
        assertThat(names(json))
                .containsExactly("caller.json", "key-policy.json", "task-role-trust.json", "task-role.json");
        for (String file : names(json)) {
            assertThat(json.resolve(file)).hasSameTextualContentAs(Session.TOP.resolve("samples/kit/policies/" + file));
        }
        assertThat(Session.run("convert", "--to", "json", "--out", json.toString(), text.toString())
                        .out())
                .doesNotContain("wrote");
    }

    @Test
    void a_file_of_several_policies_becomes_several_documents_below_the_same_path() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("in/deep"));
        Files.copy(INPUT.resolve("several.exec"), deep.resolve("team.exec"));

        Session.Result result = Session.run(
                "convert",
                "--to",
                "json",
                "--out",
                folder.resolve("out").toString(),
                folder.resolve("in").toString());

        assertDone(result);
        assertThat(names(folder.resolve("out/deep"))).containsExactly("team.guard.json", "team.on-call-day.json");
        assertThat(result.err()).contains("tests", "comments", "reasons").contains("JSON has no place for them");
    }

    @Test
    void two_documents_never_become_one_file() throws IOException {
        Path file = Files.writeString(
                folder.resolve("x.exec"),
                "policy \"a b\" { deny exec anywhere }\npolicy \"A-B\" { deny exec anywhere }\n");

        Session.Result result =
                Session.run("convert", "--out", folder.resolve("out").toString(), file.toString());

        assertThat(result.status()).isEqualTo(ExitStatus.BROKEN);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void nothing_is_written_if_one_file_is_broken() throws IOException {
        Files.copy(INPUT.resolve("broken.exec"), folder.resolve("broken.exec"));
        Files.copy(INPUT.resolve("tidy.exec"), folder.resolve("tidy.exec"));

        Session.Result result = Session.run(
                "convert", "--to", "json", "--out", folder.resolve("out").toString(), folder.toString());

        assertThat(result.status()).isEqualTo(ExitStatus.BROKEN);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void includes_are_read_from_below_the_working_folder_only() throws IOException {
        Files.writeString(
                folder.resolve("names.exec"), "let c = cluster \"arn:aws:ecs:us-east-1:111122223333:cluster/x\"\n");
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path good = Files.writeString(
                folder.resolve("good.exec"), "include \"names.exec\"\npolicy \"p\" { deny exec in cluster c }\n");
        Path bad = Files.writeString(
                inner.resolve("bad.exec"), "include \"../names.exec\"\npolicy \"p\" { deny exec in cluster c }\n");

        assertThat(Session.run("convert", good.toString()).out()).contains("cluster/x");
        assertThat(Session.run("convert", bad.toString()).err()).contains("LANG-040");
    }

    @Test
    void the_sample_is_tested_through_and_through() throws IOException {
        String sample = "samples/language/payments.exec";

        assertDone(Session.run("test", sample, "--min-coverage", "100", "--min-score", "100"));
        assertDone(Session.run("fmt", "--check", sample));
    }

    @Test
    void the_sample_without_any_one_condition_fails_its_tests() throws IOException {
        String sample = Files.readString(Session.TOP.resolve("samples/language/payments.exec"));

        for (String condition : List.of(
                "task tag team = \"payments\" and ",
                "container in app-side and ",
                " and mfa younger than 15 minutes")) {
            assertThat(sample).contains(condition);
            Session.Result result = Session.runWith(sample.replace(condition, ""), "test", "-");
            assertThat(result.status()).as(condition).isEqualTo(ExitStatus.NO);
        }
    }

    @Test
    void the_section_of_the_readme_is_as_it_says() throws IOException {
        String readme = Files.readString(Session.TOP.resolve("README.md"));
        int start = readme.indexOf("## Policies as text");
        String section = readme.substring(start, readme.indexOf("\n## ", start));
        String example = block(section, "exec");

        assertThat(Session.runWith(example, "fmt", "-").out()).isEqualTo(example);
        assertDone(Session.runWith(example, "convert", "-"));
        assertDone(Session.runWith(example, "test", "-"));
        for (String command : block(section, "sh").lines().toList()) {
            List<String> words = ShellWords.split(command);
            assertDone(Session.run(words.subList(1, words.size()).toArray(String[]::new)));
        }
    }

    @Test
    void standard_input_may_be_a_pipe() throws IOException {
        byte[] text = Files.readAllBytes(Session.TOP.resolve("samples/language/payments.exec"));

        assertDone(Session.runWith(new Pipe(text), "test", "-"));
        assertDone(Session.runWith(new Pipe(text), "fmt", "-"));
        assertDone(Session.runWith(new Pipe(text), "convert", "-"));
    }

    /** As a pipe in a file stream of Java 17. */
    private static final class Pipe extends FilterInputStream {
        Pipe(byte[] text) {
            super(new ByteArrayInputStream(text));
        }

        @Override
        public byte[] readNBytes(int length) throws IOException {
            throw new IOException("Illegal seek");
        }

        @Override
        public byte[] readAllBytes() throws IOException {
            throw new IOException("Illegal seek");
        }
    }

    @Test
    void includes_stay_below_the_folder_for_every_command() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("inside"));
        Files.writeString(folder.resolve("outside.exec"), "let secret = \"s\"\n");
        Files.createSymbolicLink(inside.resolve("link.exec"), folder.resolve("outside.exec"));
        Path file = Files.writeString(inside.resolve("a.exec"), """
                include "link.exec"
                include "../outside.exec"
                include "missing.exec"
                include "deep"
                """);
        Files.createDirectories(inside.resolve("deep"));

        for (String command : List.of("test", "convert")) {
            Session.Result result = Session.run(command, file.toString());
            assertThat(result.status()).as(command).isEqualTo(ExitStatus.BROKEN);
            assertThat(result.err())
                    .contains("`link.exec` cannot be included: it leads out of the folder")
                    .contains("`../outside.exec` leads out of the root folder")
                    .contains("`missing.exec` cannot be included: there is no such file")
                    .contains("`deep` cannot be included: it is a directory");
        }
    }

    @Test
    void all_files_that_cannot_be_read_are_told_at_once() throws IOException {
        Path broken = Files.copy(INPUT.resolve("broken.exec"), folder.resolve("broken.exec"));

        Session.Result result = Session.run("test", folder + "/no.exec", broken.toString(), folder + "/nor.exec");

        assertThat(result.status()).isEqualTo(ExitStatus.BROKEN);
        assertThat(result.err())
                .contains("/no.exec: there is no such file", "error[LANG-", "/nor.exec: there is no such file");
    }

    @Test
    void an_account_tells_what_containers_there_are() throws IOException {
        String account = Session.TOP.resolve("samples/account").toRealPath().toString();
        String text = """
                policy "shells" {
                  allow exec in cluster "arn:aws:ecs:us-east-1:111122223333:cluster/prod"
                  allow action "kms:GenerateDataKey" resource "*"
                }
                test "what the account tells" {
                  given account "FOLDER"
                  as "arn:aws:iam::111122223333:role/Anyone"
                  expect exec into task "TASK" container "CONTAINER" is allowed
                }
                """.replace("TASK", firstTask());

        assertDone(
                Session.runWith(text.replace("FOLDER", account).replace("CONTAINER", firstContainer()), "test", "-"));
        assertThat(Session.runWith(text.replace("FOLDER", account).replace("CONTAINER", "none-such"), "test", "-")
                        .err())
                .contains("the task has no container `none-such`");
        Session.Result nowhere = Session.runWith(text.replace("FOLDER", "/no-such"), "test", "-");
        assertThat(nowhere.status()).isEqualTo(ExitStatus.BROKEN);
        assertThat(nowhere.err()).contains("error[TEST-15]: there is no folder `/no-such`");
    }

    private static String firstContainer() throws IOException {
        String tasks = Files.readString(Session.TOP.resolve("samples/account/describe-tasks-prod.json"));
        int name = tasks.indexOf("\"name\":", tasks.indexOf("\"containers\":"));
        int start = tasks.indexOf('"', name + 7) + 1;
        return tasks.substring(start, tasks.indexOf('"', start));
    }

    private static String firstTask() throws IOException {
        String tasks = Files.readString(Session.TOP.resolve("samples/account/describe-tasks-prod.json"));
        int start = tasks.indexOf("arn:aws:ecs:us-east-1:111122223333:task/");
        return tasks.substring(start, tasks.indexOf('"', start));
    }

    @Test
    void the_page_of_coverage_shows_the_source_and_escapes_it() throws IOException {
        String sample = Files.readString(Session.TOP.resolve("samples/language/payments.exec"))
                .replace("a direct session is in no exec log", "<script>alert(1)</script>");
        Path page = folder.resolve("page.html");

        Session.Result result = Session.runWith(sample, "test", "--coverage=html:" + page, "-");

        assertDone(result);
        assertThat(Files.readString(page))
                .contains("allow exec in cluster payments", "100 %", "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    private static String block(String section, String language) {
        int start = section.indexOf("```" + language + "\n") + language.length() + 4;
        return section.substring(start, section.indexOf("```", start));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
