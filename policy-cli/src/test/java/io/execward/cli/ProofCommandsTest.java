// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every request that a proof or a comparison prints is put to {@code simulate}, by the command that is printed. */
class ProofCommandsTest {
    @Test
    void what_a_change_gains_is_allowed_by_the_new_policy_and_not_by_the_old_one() {
        Session.Result diff = Session.run("diff", "samples/proof/before.json", "samples/proof/after.json");

        assertThat(diff.status()).isEqualTo(ExitStatus.NO);
        List<List<String>> commands = commands(diff.out());
        assertThat(commands).isNotEmpty().hasSize(2 * count(diff.out(), "  gains "));
        for (int i = 0; i < commands.size(); i += 2) {
            assertThat(run(commands.get(i))).as("%s", commands.get(i)).isEqualTo(ExitStatus.YES);
            assertThat(run(commands.get(i + 1))).as("%s", commands.get(i + 1)).isEqualTo(ExitStatus.NO);
        }
    }

    @Test
    void an_account_that_loses_a_deny_gains_access_principal_by_principal(@TempDir Path folder) throws IOException {
        Path after = folder.resolve("after");
        copy(Session.TOP.resolve("samples/account"), after);
        Path scp = after.resolve("service-control-policies.json");
        Files.writeString(scp, Files.readString(scp).replace("\"ecs:ExecuteCommand\"", "\"ecs:DeleteCluster\""));

        Session.Result diff = Session.run("diff", "samples/account", after.toString());

        assertThat(diff.status()).as(diff.err()).isEqualTo(ExitStatus.NO);
        assertThat(diff.out()).contains("role/TeamAbac", "gains").doesNotContain("\nrole/ProdSupport\n", "  unknown  ");
        int allowed = 0;
        for (List<String> command : commands(diff.out())) {
            allowed += run(command) == ExitStatus.YES ? 1 : 0;
        }
        assertThat(allowed).isPositive().isEqualTo(commands(diff.out()).size() / 2);
    }

    @Test
    void what_a_proof_shows_is_allowed() {
        Session.Result proof =
                Session.run("prove", "--account", "samples/account", "--properties", "samples/proof/properties.json");

        assertThat(proof.status()).as(proof.err()).isEqualTo(ExitStatus.NO);
        List<List<String>> commands = commands(proof.out());
        assertThat(commands).hasSizeGreaterThan(3);
        assertThat(commands).allSatisfy(command -> assertThat(run(command)).isEqualTo(ExitStatus.YES));
    }

    @Test
    void a_policy_that_is_written_back_means_the_same_and_is_minimal(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("policy.json");
        Files.copy(Session.TOP.resolve("samples/proof/after.json"), file);

        assertThat(Session.run("simplify", file.toString(), "--write").status()).isEqualTo(ExitStatus.YES);
        assertThat(Session.run("simplify", file.toString(), "--check").status()).isEqualTo(ExitStatus.YES);
        assertThat(Session.run("diff", "samples/proof/after.json", file.toString(), "--fail-on", "any")
                        .status())
                .isEqualTo(ExitStatus.YES);
    }

    @Test
    void folders_of_policies_are_compared_by_name(@TempDir Path folder) throws IOException {
        Path before = Files.createDirectories(folder.resolve("before"));
        Path after = Files.createDirectories(folder.resolve("after"));
        Files.copy(Session.TOP.resolve("samples/proof/before.json"), before.resolve("a.json"));
        Files.copy(Session.TOP.resolve("samples/proof/before.json"), after.resolve("a.json"));
        Files.copy(Session.TOP.resolve("samples/proof/ceiling.json"), after.resolve("b.json"));

        Session.Result diff = Session.run("diff", before.toString(), after.toString());

        assertThat(diff.status()).isEqualTo(ExitStatus.NO);
        assertThat(diff.out()).startsWith("b.json\n").contains("gains", "Without a difference: 1");
    }

    @Test
    void the_readme_shows_what_is_printed() throws IOException {
        String readme = Files.readString(Session.TOP.resolve("README.md"));
        String section = readme.substring(readme.indexOf("### Prove it"), readme.indexOf("## In Java"));
        List<String> commands =
                section.lines().filter(line -> line.startsWith("./execward ")).toList();
        assertThat(commands).hasSize(5);
        List<List<String>> outputs = new ArrayList<>();
        for (String command : commands) {
            List<String> words = ShellWords.split(command);
            Session.Result result = Session.run(words.subList(1, words.size()).toArray(String[]::new));
            assertThat(result.err()).isEmpty();
            outputs.add(result.out().lines().toList());
        }
        int start = section.indexOf("```\n", section.indexOf("```sh")) + 4;
        String shown = section.substring(section.indexOf("```\n", start) + 4);
        assertThat(shown.substring(0, shown.indexOf("```")).lines().filter(line -> !line.equals("...")))
                .isNotEmpty()
                .isSubsetOf(outputs.get(0));
    }

    private static int run(List<String> words) {
        return Session.run(words.subList(1, words.size()).toArray(String[]::new))
                .status();
    }

    private static List<List<String>> commands(String text) {
        List<List<String>> commands = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.startsWith("      $ ") || !command.isEmpty()) {
                command.append(line.startsWith("      $ ") ? line.substring(8) : line)
                        .append('\n');
                if (!line.endsWith("\\")) {
                    commands.add(ShellWords.split(command.toString()));
                    command.setLength(0);
                }
            }
        }
        return commands;
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
