// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to a file: there is a policy or there are diagnostics, and nothing else. */
class CorpusProperties {
    private static final List<String> TEXTS =
            CorpusTest.all().map(CorpusTest::text).toList();

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "\"",
            "\\",
            "\\u{",
            "(",
            ")",
            ",",
            "=",
            "|",
            ":",
            "#",
            "\n",
            "\r\n",
            " ",
            "\u0000",
            "\ud800",
            "😀",
            "é",
            "\u202e",
            "allow ",
            "deny ",
            "exec ",
            "policy ",
            "test ",
            "let ",
            "include ",
            "expect ",
            "table ",
            "given ",
            "as ",
            "under ",
            "is ",
            "because ",
            "where ",
            "with ",
            "without ",
            "tag ",
            "in ",
            "except ",
            "for ",
            "and ",
            "action ",
            "resource ",
            "not ",
            "principal ",
            "when ",
            "none ",
            "99999999999999999999",
            "payments ",
            "alow ",
            "polcy ",
            "\"x\" ",
            "| ");

    @Property(tries = 1500)
    void a_mutated_file_is_read_or_explained(@ForAll("mutated") String text) {
        Source source = Source.of("fuzz.exec", text);
        try {
            LoweredFile file = ExecLanguage.read(source, "corpus/fuzz.exec", path -> {
                throw new IOException("not here");
            });
            assertThat(file.policies()).hasSameSizeAs(file.file().policies());
        } catch (PolicySyntaxException e) {
            assertThat(e.diagnostics()).isNotEmpty().hasSizeLessThanOrEqualTo(200);
            assertThat(e.diagnostics())
                    .allSatisfy(one -> assertThat(one.message()).isNotBlank());
            assertThat(DiagnosticPrinter.print(e.diagnostics())).contains("error[");
        }
    }

    @Provide
    Arbitrary<String> mutated() {
        Arbitrary<String> text = Arbitraries.of(TEXTS);
        return Combinators.combine(text, edit().list().ofMinSize(1).ofMaxSize(6))
                .as((start, edits) -> {
                    String result = start;
                    for (Edit edit : edits) {
                        result = edit.apply(result);
                    }
                    return result;
                });
    }

    private static Arbitrary<Edit> edit() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9999),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of(PIECES),
                        Arbitraries.of(TEXTS))
                .as(Edit::new);
    }

    /** Replaces a stretch by a piece, or sometimes by the beginning of another file. */
    private record Edit(int at, int length, String piece, String other) {
        String apply(String text) {
            int from = (int) ((long) at * text.length() / 10_000);
            int to = Math.min(text.length(), from + length % 12);
            String with = length > 28 ? other.substring(0, other.length() / 2) : length > 24 ? "" : piece;
            return text.substring(0, from) + with + text.substring(to);
        }
    }
}
