// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.diagnostic.Source;
import io.execward.dsl.ExecKit;
import io.execward.ecs.ClusterArn;
import io.execward.ecs.ExecConfiguration;
import io.execward.json.PolicyJson;
import io.execward.model.PolicyKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
    private static final String CLUSTER = "arn:aws:ecs:us-east-1:111122223333:cluster/payments";
    private static final String KIT = "samples/kit/payments.json";

    @TempDir
    private Path folder;

    /** The kit of the README. */
    private static ExecKit inJava() {
        ClusterArn cluster = ClusterArn.of(CLUSTER);
        ExecConfiguration configuration = ExecConfiguration.standard()
                .encryptedWith("1234abcd-12ab-34cd-56ef-1234567890ab")
                .loggedToCloudWatch("/ecs/exec/payments", true);
        return ExecKit.forCluster(cluster, configuration)
                .callers(exec -> exec.onlyTasksTagged("team", "payments")
                        .onlyContainer("app")
                        .onlyWithMfaYoungerThan(Duration.ofMinutes(15)));
    }

    private static List<String> inOptions(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "generate",
                "--cluster",
                CLUSTER,
                "--kms-key",
                "1234abcd-12ab-34cd-56ef-1234567890ab",
                "--log-group",
                "/ecs/exec/payments",
                "--log-group-encrypted",
                "--task-tag",
                "team=payments",
                "--container",
                "app",
                "--mfa-age",
                "900"));
        words.addAll(List.of(more));
        return words;
    }

    @Test
    void options_a_kit_file_and_java_make_the_same_kit() throws IOException {
        Map<String, String> java = new TreeMap<>();
        inJava().documents().forEach((name, policy) -> java.put(name + ".json", policy.json() + "\n"));
        String options = folder.resolve("options").toString();
        String file = folder.resolve("file").toString();

        assertThat(run(inOptions("--out", options)).status()).isZero();
        assertThat(Session.run("generate", "--kit", KIT, "--out", file).status())
                .isZero();

        assertThat(java).containsKeys("caller.json", "key-policy.json").hasSize(7);
        assertThat(files(folder.resolve("options"))).isEqualTo(java);
        assertThat(files(folder.resolve("file"))).isEqualTo(java);
    }

    @Test
    void describe_clusters_and_the_account_make_the_same_kit_as_what_they_tell_in_options() {
        String[] limits = {"--container", "production-app"};
        Session.Result told = Session.run(with(
                limits,
                "--cluster",
                "arn:aws:ecs:us-east-1:111122223333:cluster/prod",
                "--kms-key",
                "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
                "--log-group",
                "/aws/ecs/exec-prod",
                "--log-group-encrypted",
                "--bucket",
                "exec-audit-111122223333",
                "--bucket-prefix",
                "prod",
                "--bucket-encrypted"));
        Session.Result document = Session.run(
                with(limits, "--cluster", "prod", "--describe-clusters", "samples/account/describe-clusters.json"));
        Session.Result account = Session.run(with(limits, "--cluster", "prod", "--account", "samples/account"));

        assertThat(told.status()).isZero();
        assertThat(told.out()).contains("==> key-policy.json <==", "s3:GetEncryptionConfiguration");
        assertThat(document).isEqualTo(told);
        assertThat(account.out()).isEqualTo(told.out());
    }

    @Test
    void making_it_again_gives_the_same_bytes_and_leaves_the_files_alone() throws IOException {
        Path out = folder.resolve("policies");
        Session.Result first = run(inOptions("--out", out.toString()));
        Map<String, String> before = files(out);
        FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(out.resolve("caller.json"), longAgo);

        Session.Result second = run(inOptions("--out", out.toString()));

        assertThat(first.out().lines().filter(line -> line.startsWith("wrote ")))
                .hasSize(7);
        assertThat(second.out().lines().filter(line -> line.startsWith("same ")))
                .hasSize(7);
        assertThat(files(out)).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(out.resolve("caller.json"))).isEqualTo(longAgo);
        assertThat(run(inOptions("--check", out.toString())).status()).isZero();
    }

    @Test
    void every_file_reads_back_as_the_policy_that_it_is() throws IOException {
        Path out = folder.resolve("policies");
        run(inOptions("--compact", "--out", out.toString()));

        inJava().documents().forEach((name, policy) -> {
            String text = files(out).getOrDefault(name + ".json", "");
            assertThat(PolicyJson.parse(Source.of(name, text), policy.kind()).policy())
                    .isEqualTo(policy.policy());
            assertThat(text).doesNotContain("  ").endsWith("}\n");
        });
        assertThat(inJava().documents().values()).anyMatch(policy -> policy.kind() == PolicyKind.SERVICE_CONTROL);
    }

    @Test
    void a_check_tells_what_differs_what_is_missing_and_what_is_left_over() throws IOException {
        Path out = folder.resolve("policies");
        run(inOptions("--out", out.toString()));
        Files.delete(out.resolve("task-role.json"));
        Files.writeString(out.resolve("caller.json"), "");
        Files.writeString(out.resolve("break-glass.json"), "{}");

        Session.Result checked = run(inOptions("--check", out.toString()));
        Session.Result withoutKey = Session.run(
                "generate", "--cluster", CLUSTER, "--log-group", "/ecs/exec/payments", "--check", out.toString());

        assertThat(checked.status()).isEqualTo(ExitStatus.NO);
        assertThat(checked.out())
                .contains("missing  " + out + "/task-role.json", "differs  " + out + "/caller.json:1")
                .doesNotContain("break-glass");
        assertThat(withoutKey.status()).isEqualTo(ExitStatus.NO);
        assertThat(withoutKey.out()).contains("left     " + out + "/key-policy.json: it is not made any more");
        assertThat(files(out)).as("a check writes nothing").doesNotContainKey("task-role.json");
    }

    @Test
    void line_breaks_of_another_system_are_a_difference_that_is_named() throws IOException {
        Path out = folder.resolve("policies");
        run(inOptions("--out", out.toString()));
        Path caller = out.resolve("caller.json");
        Files.writeString(caller, Files.readString(caller).replace("\n", "\r\n"));

        Session.Result checked = run(inOptions("--check", out.toString()));

        assertThat(checked.status()).isEqualTo(ExitStatus.NO);
        assertThat(checked.out())
                .contains("differs  " + caller + ": its lines end with a carriage return\n", "same     ");
    }

    @Test
    void a_line_too_many_or_a_line_break_too_few_is_shown() throws IOException {
        Path out = folder.resolve("policies");
        run(inOptions("--out", out.toString()));
        String caller = Files.readString(out.resolve("caller.json"));
        long lines = caller.lines().count();
        Files.writeString(out.resolve("caller.json"), caller + "\n");
        Files.writeString(
                out.resolve("task-role.json"),
                Files.readString(out.resolve("task-role.json")).strip());

        Session.Result checked = run(inOptions("--check", out.toString()));

        assertThat(checked.status()).isEqualTo(ExitStatus.NO);
        assertThat(checked.out())
                .contains(
                        "differs  " + out + "/caller.json:" + (lines + 1)
                                + "\n           is         (an empty line)\n           should be  (the end of the file)\n",
                        "differs  " + out + "/task-role.json: its last line has no line break\n");
    }

    @Test
    void what_is_left_over_is_told_and_not_deleted_when_writing() {
        Path out = folder.resolve("policies");
        run(inOptions("--out", out.toString()));

        Session.Result withoutKey =
                Session.run("generate", "--cluster", CLUSTER, "--logging", "NONE", "--out", out.toString());

        assertThat(withoutKey.status()).isZero();
        assertThat(withoutKey.out()).contains("left     " + out + "/key-policy.json");
        assertThat(files(out)).containsKey("key-policy.json");
    }

    /** A name with such a word must not be taken for the reader of a pipe who went away. */
    @Test
    void output_that_cannot_be_written_is_told_whatever_its_name() throws IOException {
        Path file = Files.writeString(folder.resolve("broken pipe"), "");

        Session.Result folderIsFile = run(inOptions("--out", file.toString()));
        Files.createDirectories(folder.resolve("pipes/caller.json/x"));
        Session.Result fileIsFolder =
                run(inOptions("--out", folder.resolve("pipes").toString()));

        assertThat(folderIsFile.status()).isEqualTo(ExitStatus.BROKEN);
        assertThat(folderIsFile.err()).contains("cannot write the output: " + file + ": it is not a folder");
        assertThat(fileIsFolder.status()).isEqualTo(ExitStatus.BROKEN);
        assertThat(fileIsFolder.err()).contains("caller.json: it is a directory");
    }

    @Test
    void a_document_that_fits_no_quota_is_refused_and_nothing_is_written() {
        Path out = folder.resolve("policies");
        List<String> words = inOptions("--out", out.toString());
        for (int i = 0; i < 400; i++) {
            words.addAll(List.of("--container", "container-number-" + i));
        }

        Session.Result result = run(words);

        assertThat(result.status()).isEqualTo(ExitStatus.BROKEN);
        assertThat(result.err())
                .contains(
                        "caller.json is longer than every kind",
                        "inline of a user 2048 (TOO LONG), of a group 5120 (TOO LONG)");
        assertThat(out).doesNotExist();
    }

    @Test
    void a_session_policy_is_too_long_as_written_before_it_is_too_long() {
        List<String> words = List.of(
                "generate",
                "--break-glass-for",
                "arn:aws:iam::111122223333:role/OnCall",
                "--cluster",
                CLUSTER,
                "--container",
                "app",
                "--mfa-age",
                "900",
                "--from",
                "2030-01-01T10:00:00Z",
                "--until",
                "2030-01-01T11:00:00Z",
                "--ticket",
                "INC-42",
                "--reason",
                "stuck");
        List<String> compact = new ArrayList<>(words);
        compact.add("--compact");

        assertThat(run(words).err()).contains("session policy 2048 (TOO LONG; with --compact ");
        assertThat(run(compact).err()).contains("session policy 2048\n").doesNotContain("TOO LONG");
    }

    private static Session.Result run(List<String> words) {
        return Session.run(words.toArray(String[]::new));
    }

    private static String[] with(String[] limits, String... more) {
        return Stream.of(Stream.of("generate"), Stream.of(more), Stream.of(limits))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }

    private static Map<String, String> files(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
