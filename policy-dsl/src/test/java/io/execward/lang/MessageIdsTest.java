// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every id of a message is explained once, and every explained one occurs. */
class MessageIdsTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "execward", "lang");
    private static final Path DOCUMENT = Path.of("docs", "language.md");

    @Test
    void ids_in_code_are_those_of_the_document() throws IOException {
        Set<String> told = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> told.addAll(found(file, "\"(LANG-\\d{3})\"")));
        }

        assertThat(told).isNotEmpty().isEqualTo(found(DOCUMENT, "\\| (LANG-\\d{3}) \\|"));
    }

    private static Set<String> found(Path file, String pattern) {
        try {
            Set<String> found = new TreeSet<>();
            Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file, StandardCharsets.UTF_8));
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
