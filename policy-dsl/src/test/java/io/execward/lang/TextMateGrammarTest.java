// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.diagnostic.Source;
import io.execward.json.Json;
import io.execward.json.JsonArray;
import io.execward.json.JsonLimits;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import io.execward.model.Comparison;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The grammar for editors knows the words that the language knows. */
class TextMateGrammarTest {
    private static final Path GRAMMAR = Path.of("src/main/antlr4/io/execward/lang/internal/parser/Exec.g4");
    private static final Set<String> OF_WORDS = Set.of("effect", "verdict", "declaration", "joint", "word");

    @Test
    void its_keywords_are_those_of_the_language() throws IOException {
        Set<String> known = new TreeSet<>();
        OF_WORDS.forEach(group -> known.addAll(alternatives(pattern(group))));

        assertThat(known).isEqualTo(new TreeSet<>(keywords()));
    }

    /** Each with its {@code s?} if it has a plural. */
    private static List<String> keywords() throws IOException {
        Matcher rules = Pattern.compile("\\b[A-Z_]+ : '([a-z-]+)'( 's'\\?)? ;").matcher(Files.readString(GRAMMAR));
        List<String> words = new ArrayList<>();
        while (rules.find()) {
            words.add(rules.group(1) + (rules.group(2) == null ? "" : "s?"));
        }
        assertThat(words).hasSizeGreaterThan(100);
        return words;
    }

    @Test
    void its_operators_are_those_of_iam() {
        List<String> operators = alternatives(pattern("operator").replace("(?:ForAllValues:|ForAnyValue:)?", ""));

        assertThat(operators)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Comparison.values())
                        .map(Comparison::iamName)
                        .toList());
    }

    private static List<String> alternatives(String pattern) {
        int start = pattern.indexOf("(?:") + 3;
        return List.of(pattern.substring(start, pattern.indexOf(')', start)).split("\\|", -1));
    }

    @Test
    void its_expressions_compile_and_its_references_lead_somewhere() {
        JsonObject grammar = grammar();
        List<String> expressions = new ArrayList<>();
        List<String> references = new ArrayList<>();
        collect(grammar, expressions, references);

        assertThat(expressions).hasSizeGreaterThan(10).allSatisfy(Pattern::compile);
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(repository(name.substring(1))).isNotNull());
        assertThat(grammar.get("scopeName").map(TextMateGrammarTest::text)).contains("source.execward");
    }

    @Test
    void keywords_are_whole_words_in_any_letter_case() {
        Pattern effect = Pattern.compile(pattern("effect"));

        assertThat(List.of("allow", "DENY exec", "Protect tag"))
                .allMatch(text -> effect.matcher(text).lookingAt());
        assertThat(List.of("allowed", "allow-all", "x:allow", "allow:x"))
                .noneMatch(text -> effect.matcher(text).find());
        assertThat(Pattern.compile(pattern("joint")).matcher("is:").lookingAt()).isTrue();
    }

    private static void collect(JsonValue value, List<String> expressions, List<String> references) {
        if (value instanceof JsonArray list) {
            list.items().forEach(item -> collect(item, expressions, references));
        } else if (value instanceof JsonObject object) {
            object.members().forEach(member -> {
                if (Set.of("match", "begin", "end").contains(member.name())) {
                    expressions.add(text(member.value()));
                } else if (member.name().equals("include")) {
                    references.add(text(member.value()));
                } else {
                    collect(member.value(), expressions, references);
                }
            });
        }
    }

    private static String pattern(String name) {
        return text(repository(name).get("match").orElseThrow());
    }

    private static JsonObject repository(String name) {
        return (JsonObject) ((JsonObject) grammar().get("repository").orElseThrow())
                .get(name)
                .orElseThrow();
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).value();
    }

    private static JsonObject grammar() {
        Path file = Path.of("editor/execward.tmLanguage.json");
        try {
            return (JsonObject) Json.parse(Source.of(file.toString(), Files.readString(file)), JsonLimits.defaults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
