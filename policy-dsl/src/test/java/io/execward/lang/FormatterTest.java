// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.execward.Golden;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatterTest {
    /** A file that says everything that a file may say. */
    static String everything() throws IOException {
        return Files.readString(Path.of("src/test/resources/lang/layout/everything.exec"));
    }

    static String format(String text) {
        return ExecLanguage.format(Source.of("test.exec", text));
    }

    @Test
    void a_file_without_layout_gets_the_one_layout() throws IOException {
        String formatted = format(everything());

        Golden.assertSame("lang/layout/everything.exec", formatted);
        assertThat(format(formatted)).isEqualTo(formatted);
    }

    @Test
    void only_layout_and_the_letter_case_of_keywords_change() throws IOException {
        LanguageFile before = ExecLanguage.parse(Source.of("before", everything()));
        LanguageFile after = ExecLanguage.parse(Source.of("after", format(everything())));

        assertThat(Shape.of(after)).isEqualTo(Shape.of(before));
        assertThat(after.comments().stream().map(comment -> comment.text().stripTrailing()))
                .containsExactlyElementsOf(before.comments().stream()
                        .map(comment -> comment.text().stripTrailing())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "   \r\n\t", "\uFEFF"})
    void a_file_of_nothing_is_empty(String text) {
        assertThat(format(text)).isEmpty();
    }

    @Test
    void a_file_of_comments_keeps_them_and_one_blank_line() {
        assertThat(format("\n\n  # a\n#b  \n\n\n # c")).isEqualTo("# a\n#b\n\n# c\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "let ACCOUNT-x = \"a\"              | let ACCOUNT-x = \"a\"",
                "LET x = { Account = \"a\" }        | let x = { Account = \"a\" }",
                "region ACCOUNT                     | region ACCOUNT",
                "let x={}                           | let x = {}",
            })
    void keywords_become_small_where_they_are_keywords_and_nowhere_else(String before, String after) {
        assertThat(format(before)).isEqualTo(after + "\n");
    }

    @Test
    void what_is_no_file_of_the_language_has_no_layout() {
        assertThatThrownBy(() -> format("policy \"x\" { allow exec }")).isInstanceOf(PolicySyntaxException.class);
    }
}
