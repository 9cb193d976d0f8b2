// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FailuresTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Failures failures = new Failures(new Streams(
            InputStream.nullInputStream(), OutputStream.nullOutputStream(), Streams.utf8(err), Session.TOP));

    @Test
    void what_nobody_thought_of_is_one_line_and_no_stack_trace() {
        assertThat(handled(new IllegalStateException("two\nlines \u001b[31m"))).isEqualTo(ExitStatus.BROKEN);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("execward: internal error: java.lang.IllegalStateException: two\uFFFDlines \uFFFD[31m;"
                        + " please report this with the command line and the files\n");
    }

    @Test
    void too_little_memory_is_said_with_the_remedy() {
        assertThat(handled(new OutOfMemoryError())).isEqualTo(ExitStatus.BROKEN);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("EXECWARD_JAVA_OPTS");
    }

    private int handled(Throwable failure) {
        return failures.handle(
                failure, new CommandLine(CommandLine.Model.CommandSpec.create().name("execward")));
    }
}
