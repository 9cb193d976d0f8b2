// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the tree holds, and what bounds it. */
class GrammarTest {
    @Test
    void the_sample_is_read_whole() {
        LanguageFile file =
                ExecLanguage.parse(CorpusTest.source(CorpusTest.FOLDER.resolve(Path.of("good", "payments.exec"))));

        assertThat(file.policies()).hasSize(1);
        assertThat(file.policies().get(0).statements()).hasSize(6);
        assertThat(file.tests().get(0).items()).hasSize(12);
        assertThat(file.comments()).hasSize(2);
        assertThat(file.comments().get(0).ownLine()).isTrue();
        assertThat(file.comments().get(1).ownLine()).isFalse();
        assertThat(file.comments().get(1).text()).isEqualTo(" the general form");
    }

    @Test
    void all_operations_are_told_apart() {
        LanguageFile file = ExecLanguage.parse(
                CorpusTest.source(CorpusTest.FOLDER.resolve(Path.of("good", "tests-every-operation.exec"))));
        List<Operation.Verb> verbs = file.tests().get(0).items().stream()
                .filter(TestItem.Expect.class::isInstance)
                .map(item -> ((TestItem.Expect) item).operation().verb())
                .distinct()
                .toList();

        assertThat(verbs).containsExactlyInAnyOrder(Operation.Verb.values());
    }

    @Test
    void line_breaks_of_every_system_and_a_byte_order_mark_are_blanks() {
        LanguageFile file = ExecLanguage.parse(
                Source.of("x.exec", "\uFEFF# one\r\npolicy \"p\" {\r\r\n# two\r deny exec\r\nanywhere }"));

        assertThat(file.policies().get(0).statements()).hasSize(1);
        assertThat(file.comments()).extracting(Comment::text).containsExactly(" one", " two");
        assertThat(file.comments().get(0).ownLine()).isTrue();
    }

    @Test
    void a_text_that_is_too_long_is_refused_before_it_is_read() {
        String text = "x".repeat(SyntaxFront.MOST_CHARACTERS + 1);

        assertThatThrownBy(() -> ExecLanguage.parse(Source.of("long.exec", text)))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessageContaining("LANG-002");
    }

    @Test
    void brackets_without_end_do_not_nest() {
        for (String piece :
                List.of("{", "(", "policy \"p\" {", "let a = {", "test \"t\" { expect table exec |", "[", "\"")) {
            String text = piece.repeat(20_000);
            assertThatThrownBy(() -> ExecLanguage.read(Source.of("deep.exec", text)))
                    .isInstanceOf(PolicySyntaxException.class);
        }
    }

    @Test
    void names_that_multiply_are_refused() {
        StringBuilder text =
                new StringBuilder("let a0 = \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\"\n");
        for (int i = 1; i <= 30; i++) {
            text.append("let a").append(i).append(" = ");
            text.append(String.join(", ", Collections.nCopies(10, "a" + (i - 1))))
                    .append('\n');
        }
        assertThatThrownBy(() -> ExecLanguage.read(Source.of("names.exec", text.toString())))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessageContaining("LANG-026");
    }

    @Test
    void errors_beyond_the_two_hundredth_are_counted() {
        String text = "policy \"p\" {" + " allow action \"nothing\" resource \"*\"".repeat(1_000) + " }";

        assertThatThrownBy(() -> ExecLanguage.read(Source.of("many.exec", text)))
                .isInstanceOfSatisfying(PolicySyntaxException.class, e -> {
                    assertThat(e.diagnostics()).hasSize(200);
                    assertThat(e.diagnostics().get(199).message()).contains("more problems");
                });
    }
}
