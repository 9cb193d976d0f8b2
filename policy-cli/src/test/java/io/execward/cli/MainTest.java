// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void version_is_the_one_of_the_build() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString().strip()).matches("execward \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void help_names_the_command() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Usage: execward");
    }

    @Test
    void a_missing_command_is_a_usage_error() {
        assertThat(run()).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("a command is missing");
    }

    private int run(String... args) {
        return Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }
}
