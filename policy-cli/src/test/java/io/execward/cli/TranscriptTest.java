// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Replays the sessions in {@code golden/cli}: each command behind {@code $}, run in the top folder of the source tree, must print what
 * stands below it. Lines of standard error begin with {@code ! }. To rewrite them all after a wanted change, run the test with
 * {@code -Dexecward.golden=rewrite} and read the difference.
 */
class TranscriptTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/cli");

    @TestFactory
    Stream<DynamicTest> a_session_prints_what_it_is_known_to_print() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> sessions = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
            assertThat(sessions).isNotEmpty();
            return sessions.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> replay(file)));
        }
    }

    private static void replay(Path file) throws IOException {
        String known = Files.readString(file);
        String printed = transcript(known);
        if ("rewrite".equals(System.getProperty("execward.golden"))) {
            Files.writeString(file, printed);
        }
        assertThat(printed).isEqualTo(known);
    }

    private static String transcript(String known) throws IOException {
        StringBuilder out = new StringBuilder();
        StringBuilder command = new StringBuilder();
        boolean inOutput = false; // which may have lines that look like comments
        for (String line : known.split("\n", -1)) {
            inOutput &= !line.startsWith("exit ");
            if (line.startsWith("# ") && !inOutput) {
                out.append(out.isEmpty() ? "" : "\n").append(line).append('\n');
            }
            if (line.startsWith("$ ") || !command.isEmpty()) {
                command.append(line).append('\n');
                if (!line.endsWith("\\")) {
                    out.append(out.isEmpty() || isComment(out) ? "" : "\n").append(command);
                    append(out, run(command.substring(2)));
                    command.setLength(0);
                    inOutput = true;
                }
            }
        }
        return out.toString();
    }

    /** True if the last line is a comment, which belongs to the command below it. */
    private static boolean isComment(StringBuilder out) {
        int start = out.lastIndexOf("\n", out.length() - 2) + 1;
        return out.indexOf("# ", start) == start;
    }

    private static Session.Result run(String command) throws IOException {
        List<String> words = ShellWords.split(command);
        byte[] input = new byte[0];
        int redirection = words.indexOf("<");
        if (redirection > 0) {
            input = Files.readAllBytes(Session.TOP.resolve(words.get(redirection + 1)));
            words = words.subList(0, redirection);
        }
        assertThat(words.get(0)).isEqualTo("execward");
        return Session.runWith(input, words.subList(1, words.size()).toArray(String[]::new));
    }

    private static void append(StringBuilder out, Session.Result result) {
        out.append(result.out());
        result.err()
                .lines()
                .forEach(line -> out.append(("! " + line).stripTrailing()).append('\n'));
        out.append("exit ").append(result.status()).append('\n');
    }
}
