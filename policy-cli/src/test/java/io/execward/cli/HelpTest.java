// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HelpTest {
    @Test
    void version_is_the_one_of_the_build() {
        Session.Result result = Session.run("--version");
        assertThat(result.status()).isZero();
        assertThat(result.out().strip()).matches("execward \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void both_ways_to_ask_for_help_give_the_same_text() {
        assertThat(Session.run("help", "simulate").out())
                .isEqualTo(Session.run("simulate", "--help").out());
        assertThat(Session.run("help").out()).isEqualTo(Session.run("--help").out());
    }

    @Test
    void help_is_plain_text_of_at_most_80_columns() {
        for (String command : List.of("simulate", "exec", "audit", "generate", "prove", "diff", "simplify")) {
            assertThat(Session.run(command, "--help").out().lines())
                    .allSatisfy(line ->
                            assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotContain("\u001b"));
        }
    }

    @TestFactory
    Stream<DynamicTest> the_examples_work() {
        List<String> examples = new ArrayList<>();
        for (String command : List.of("simulate", "exec", "audit", "generate", "prove", "diff", "simplify")) {
            examples.addAll(examples(Session.run(command, "--help").out()));
        }
        assertThat(examples).hasSize(15);
        return examples.stream()
                .map(example -> dynamicTest(example, () -> {
                    List<String> words = ShellWords.split(example);
                    Session.Result result =
                            Session.run(words.subList(1, words.size()).toArray(String[]::new));
                    assertThat(result.status()).as(result.err()).isIn(ExitStatus.YES, ExitStatus.NO);
                }));
    }

    private static List<String> examples(String help) {
        List<String> examples = new ArrayList<>();
        String last = "";
        for (String line : help.substring(help.indexOf("Examples:")).lines().toList()) {
            if (last.endsWith("\\")) {
                examples.set(examples.size() - 1, examples.get(examples.size() - 1) + "\n" + line);
            } else if (line.startsWith("    execward ")) {
                examples.add(line);
            }
            last = line;
        }
        return examples;
    }
}
