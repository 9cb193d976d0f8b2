// SPDX-License-Identifier: Apache-2.0
package io.execward.samples.leastprivilege;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void the_sample_prints_what_its_readme_shows() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        LeastPrivilege.run(Path.of("documents"), new PrintStream(printed, true, StandardCharsets.UTF_8));
        String readme = Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
        String text = printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        assertThat(readme).contains("```text\n" + text + "```\n");
    }
}
