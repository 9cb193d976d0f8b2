// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Severity;
import io.execward.diagnostic.Source;
import io.execward.model.PolicyKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables A.1, A.2 and A.3 of the rules: which documents are valid, and what is underlined in those that are not. */
class ValidityTest {
    private static final Set<String> FIELDS = Set.of("id", "rule", "kind", "document", "valid", "underlined");

    record Row(String id, String rule, PolicyKind kind, String document, boolean valid, List<String> underlined) {
        @Override
        public String toString() {
            return id + " " + rule;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void a_document_is_as_valid_as_the_rules_say_and_exactly_the_offending_text_is_underlined(Row row) {
        Source source = Source.of(row.id, row.document);
        List<Diagnostic> found;
        boolean valid;
        try {
            found = PolicyJson.parse(source, row.kind).warnings();
            valid = true;
        } catch (PolicySyntaxException e) {
            found = e.diagnostics();
            valid = false;
        }
        assertThat(found.stream().map(ValidityTest::text)).as(row.document).containsExactlyElementsOf(row.underlined);
        assertThat(valid).as(row.document).isEqualTo(row.valid);
        assertThat(found.stream().anyMatch(each -> each.severity() == Severity.ERROR))
                .isEqualTo(!valid);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void every_message_is_one_lower_case_sentence_with_a_next_step(Row row) {
        try {
            PolicyJson.parse(Source.of(row.id, row.document), row.kind);
        } catch (PolicySyntaxException e) {
            for (Diagnostic diagnostic : e.diagnostics()) {
                assertThat(diagnostic.message()).doesNotContain("\n", "jackson", "Exception", "java.");
                assertThat(Character.isUpperCase(diagnostic.message().charAt(0))
                                && !diagnostic.message().startsWith("U+"))
                        .as(diagnostic.message())
                        .isFalse();
                assertThat(diagnostic.help()).as(diagnostic.message()).isPresent();
            }
        }
    }

    @Test
    void the_rows_have_ids_of_their_own() {
        Set<String> ids = new HashSet<>();
        assertThat(rows())
                .hasSizeGreaterThan(120)
                .allSatisfy(row -> assertThat(ids.add(row.id)).isTrue());
    }

    static List<Row> rows() {
        Source source = Resources.source("/json/validity.jsonl");
        return Json.parseLines(source, JsonLimits.defaults()).stream()
                .map(ValidityTest::row)
                .toList();
    }

    private static Row row(JsonValue line) {
        JsonObject object = (JsonObject) line;
        assertThat(object.members()).extracting(JsonObject.Member::name).containsExactlyInAnyOrderElementsOf(FIELDS);
        JsonArray underlined = (JsonArray) object.get("underlined").orElseThrow();
        return new Row(
                string(object, "id"),
                string(object, "rule"),
                PolicyKind.valueOf(string(object, "kind")),
                string(object, "document"),
                ((JsonBoolean) object.get("valid").orElseThrow()).value(),
                underlined.items().stream()
                        .map(JsonObject.class::cast)
                        .map(each -> string(each, "severity") + " " + string(each, "rule") + " " + string(each, "text"))
                        .toList());
    }

    private static String text(Diagnostic diagnostic) {
        return diagnostic.severity() + " " + diagnostic.rule() + " "
                + diagnostic.span().text();
    }

    private static String string(JsonObject object, String name) {
        return Stream.of(object.get(name))
                .flatMap(Optional::stream)
                .map(JsonString.class::cast)
                .map(JsonString::value)
                .findFirst()
                .orElseThrow();
    }
}
