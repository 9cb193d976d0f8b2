// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.diagnostic.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The language's page: its examples are files of the language in their layout, its grammar is the parser's, its list of errors is that
 * of the code. With {@code -Dgolden.update=true} grammar and layout are written into the page.
 */
class LanguageReferenceTest {
    private static final Path PAGE = Path.of("docs/language.md");
    private static final Path GRAMMAR = Path.of("src/main/antlr4/io/execward/lang/internal/parser/Exec.g4");
    private static final int WIDTH = 118;

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        List<String> examples = blocks("exec");
        assertThat(examples).hasSizeGreaterThan(12);
        return examples.stream()
                .map(example ->
                        DynamicTest.dynamicTest(example.lines().findFirst().orElse(""), () -> {
                            Source source = Source.of("language.md", example);
                            LoweredFile lowered = ExecLanguage.read(source, "language.exec", included());
                            assertThat(lowered.warnings()).isEmpty();
                            assertThat(ExecLanguage.format(source)).isEqualTo(example);
                        }));
    }

    /** What the examples include. */
    private static SourceLoader included() {
        return path -> Source.of(path, "let payments = cluster \"payments\"\n");
    }

    @Test
    void the_grammar_is_the_parsers() throws IOException {
        String page = Files.readString(PAGE);
        String grammar = ebnf();
        if (Boolean.getBoolean("golden.update")) {
            for (String example : blocks("exec")) {
                page = page.replace(example, ExecLanguage.format(Source.of("language.md", example)));
            }
            int start = page.indexOf("```ebnf\n") + "```ebnf\n".length();
            Files.writeString(PAGE, page.substring(0, start) + grammar + page.substring(page.indexOf("```", start)));
        }

        assertThat(blocks("ebnf")).containsExactly(grammar);
    }

    @Test
    void every_error_of_the_language_is_listed() throws IOException {
        TreeSet<String> said = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/execward/lang"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                said.addAll(found("\"(LANG-\\d+)\"", Files.readString(file)));
            }
        }

        assertThat(new TreeSet<>(found("(?m)^\\| (LANG-\\d+) ", Files.readString(PAGE))))
                .isEqualTo(said);
    }

    private static List<String> blocks(String language) throws IOException {
        return found("(?ms)^```" + language + "\\n(.*?)^```", Files.readString(PAGE));
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    /** The rules of the parser, with the words themselves in place of their tokens. */
    private static String ebnf() throws IOException {
        String grammar = Files.readString(GRAMMAR);
        Map<String, String> words = new HashMap<>();
        Pattern.compile("\\b([A-Z_]+) : '([^']+)'( 's'\\?)? ;")
                .matcher(grammar)
                .results()
                .forEach(rule ->
                        words.put(rule.group(1), '"' + rule.group(2) + (rule.group(3) == null ? "" : "(s)") + '"'));
        String rules = grammar.substring(grammar.indexOf("file : "), grammar.indexOf("ACCOUNT : "))
                .replaceAll("(?m)//.*$", "")
                .replaceAll("#\\s*\\w+", "");
        StringBuilder out = new StringBuilder();
        for (MatchResult rule : Pattern.compile("(\\w+)\\s*:\\s([^;]*);")
                .matcher(rules)
                .results()
                .toList()) {
            String body = Pattern.compile("\\b[A-Z_]+\\b")
                    .matcher(rule.group(2).replaceAll("\\s+", " ").strip())
                    .replaceAll(token -> words.getOrDefault(token.group(), token.group()));
            out.append(wrapped(rule.group(1) + " ::=", body.replace(" EOF", "")));
        }
        return out.toString();
    }

    private static String wrapped(String head, String body) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(head);
        for (String word : body.split(" ", -1)) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder("   ");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
        return String.join("\n", lines) + "\n";
    }
}
