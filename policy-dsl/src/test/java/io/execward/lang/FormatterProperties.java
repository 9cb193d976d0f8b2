// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.diagnostic.Source;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever layout an author chooses and wherever comments stand, formatting keeps words, comments and meaning. */
class FormatterProperties {
    private static final List<String> GAPS = List.of(
            " ", " ", "  ", "\t", "\n", "\r\n", "\n\n\n", "\n    ", " # beside\n", "\n# own line\n", "\n\n#a\n\n #b\n");

    @Property(tries = 120)
    void any_layout_of_the_same_words_means_the_same(@ForAll long seed) throws IOException {
        String scattered = scattered(FormatterTest.everything(), new Random(seed));
        String formatted = FormatterTest.format(scattered);
        LanguageFile before = ExecLanguage.parse(Source.of("before", scattered));
        LanguageFile after = ExecLanguage.parse(Source.of("after", formatted));

        assertThat(Shape.of(after)).isEqualTo(Shape.of(before));
        assertThat(comments(after)).isEqualTo(comments(before));
        assertThat(FormatterTest.format(formatted)).isEqualTo(formatted);
    }

    private static List<String> comments(LanguageFile file) {
        return file.comments().stream()
                .map(comment -> comment.text().stripTrailing())
                .toList();
    }

    /** The words with other gaps between them; rows stay rows, for there a line counts. */
    private static String scattered(String text, Random random) {
        StringBuilder out = new StringBuilder();
        boolean inRow = false;
        for (Lexeme word : Lexemes.read(Source.of("words", text)).words()) {
            boolean startsRow = word.isSign('|') && word.onNewLine();
            inRow = startsRow || (inRow && !word.onNewLine());
            String gap = GAPS.get(random.nextInt(GAPS.size()));
            if (startsRow) {
                out.append(gap.contains("\n") ? gap : "\n");
            } else {
                out.append(inRow ? " " : gap);
            }
            out.append(word.keyword() && random.nextBoolean() ? upper(word.text()) : word.text());
        }
        return out.append(GAPS.get(random.nextInt(GAPS.size()))).toString();
    }

    private static String upper(String word) {
        StringBuilder out = new StringBuilder();
        word.chars().forEach(c -> out.append((char) (c >= 'a' && c <= 'z' ? c - 32 : c)));
        return out.toString();
    }
}
