// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import static io.execward.dsl.Examples.PAYMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.execward.ecs.ExecConfiguration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Examples of the README, compiled and run as they stand there. */
class ReadmeTest {
    private static final String HEADING = "## Write policies in Java";
    private static final String ALL_REQUESTS = "Of all requests at once:";

    @Test
    void the_example_is_twelve_lines_and_prints_a_whole_kit(@TempDir Path folder) throws Exception {
        String example = example(HEADING);

        assertThat(example.lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(12);
        assertThat(printed(example, folder)).isEqualTo(expected());
    }

    @Test
    void the_example_of_all_requests_shows_one_that_is_gained(@TempDir Path folder) throws Exception {
        assertThat(printed(example(ALL_REQUESTS), folder))
                .startsWith("gained: ")
                .contains("ecs:ExecuteCommand", "arn:aws:ecs:us-east-1:111122223333:task/")
                .doesNotContain("task/dev/");
    }

    private static String example(String above) throws IOException {
        String readme = Files.readString(Repository.root().resolve("README.md"));
        assertThat(readme).contains(above);
        int start = readme.indexOf("```java\n", readme.indexOf(above)) + "```java\n".length();
        return readme.substring(start, readme.indexOf("```", start));
    }

    private static String printed(String example, Path folder) throws Exception {
        Path source = Files.writeString(
                folder.resolve("Example.java"),
                "import io.execward.analyze.*;\nimport io.execward.dsl.*;\nimport io.execward.ecs.*;\n"
                        + "import io.execward.model.*;\nimport java.time.Duration;\nimport java.util.List;\n"
                        + "public class Example implements Runnable {\n    @Override public void run() {\n" + example
                        + "\n    }\n}\n");
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-classpath", path, "-d", folder.toString(), source.toString());
        assertThat(status).as("compiler's exit status").isZero();

        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Runnable run = (Runnable)
                    loader.loadClass("Example").getDeclaredConstructor().newInstance();
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            run.run();
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The same kit, said here once more. */
    private static String expected() {
        ExecConfiguration configuration = ExecConfiguration.standard()
                .encryptedWith("1234abcd-12ab-34cd-56ef-1234567890ab")
                .loggedToCloudWatch("/ecs/exec/payments", true);
        ExecKit kit = ExecKit.forCluster(PAYMENTS, configuration)
                .callers(exec -> exec.onlyTasksTagged("team", "payments")
                        .onlyContainer("app")
                        .onlyWithMfaYoungerThan(Duration.ofMinutes(15)));
        StringBuilder out = new StringBuilder();
        for (String name : List.of(
                "caller",
                "task-role",
                "task-role-trust",
                "key-policy",
                "launch-guard",
                "session-deny",
                "service-control")) {
            IamPolicy document = kit.documents().getOrDefault(name, kit.caller());
            out.append(name).append(".json").append(System.lineSeparator());
            out.append(document.json()).append(System.lineSeparator());
        }
        return out.toString();
    }
}
