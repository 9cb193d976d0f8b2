// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tree and its positions. */
class JsonTest {
    private static final JsonLimits LIMITS = JsonLimits.defaults();

    @Test
    void every_value_and_name_knows_its_text() {
        JsonObject object =
                (JsonObject) parse(" { \"a\\u0062\" : [ 1 , -2.50e+3 ,true,false , null ] ,\"c\":\"\\\"\\\\\" } ");
        assertThat(object.span().text()).startsWith("{").endsWith("}");
        assertThat(object.members()).extracting(JsonObject.Member::name).containsExactly("ab", "c");
        assertThat(object.members())
                .extracting(each -> each.nameSpan().text())
                .containsExactly("\"a\\u0062\"", "\"c\"");
        JsonArray array = (JsonArray) object.get("ab").orElseThrow();
        assertThat(array.span().text()).isEqualTo("[ 1 , -2.50e+3 ,true,false , null ]");
        assertThat(array.items())
                .extracting(each -> each.span().text())
                .containsExactly("1", "-2.50e+3", "true", "false", "null");
        JsonString text = (JsonString) object.get("c").orElseThrow();
        assertThat(text.value()).isEqualTo("\"\\");
        assertThat(text.span().text()).isEqualTo("\"\\\"\\\\\"");
        assertThat(object.get("C")).isEmpty();
    }

    @Test
    void a_part_of_a_string_is_found_behind_escapes() {
        JsonString text = (JsonString) parse("\"a\\n\\u00e9\\\"\\ud83d\\ude00z\"");
        assertThat(text.value()).isEqualTo("a\n\u00e9\"\uD83D\uDE00z");
        assertThat(text.span(1, 3).text()).isEqualTo("\\n\\u00e9");
        assertThat(text.span(4, 6).text()).isEqualTo("\\ud83d\\ude00");
        assertThat(text.span(6, 7).text()).isEqualTo("z");
        assertThat(text.span(7, 7).text()).isEmpty();
        assertThatThrownBy(() -> text.span(3, 8)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void every_type_of_value_has_its_case() {
        JsonValue.Cases<String> cases = new JsonValue.Cases<>() {
            @Override
            public String object(JsonObject object) {
                return "object";
            }

            @Override
            public String array(JsonArray array) {
                StringBuilder all = new StringBuilder();
                array.items().forEach(item -> all.append(item.match(this)).append(' '));
                return all.toString();
            }

            @Override
            public String string(JsonString string) {
                return "string";
            }

            @Override
            public String number(JsonNumber number) {
                return "number";
            }

            @Override
            public String bool(JsonBoolean bool) {
                return "bool";
            }

            @Override
            public String nothing(JsonNull nothing) {
                return "null";
            }
        };
        assertThat(parse("[{},[],\"\",0,true,null]").match(cases)).isEqualTo("object  string number bool null ");
    }

    @Test
    void each_duplicate_is_reported_with_the_first_of_its_kind_and_reading_goes_on() {
        var refused = catchThrowableOfType(
                PolicySyntaxException.class, () -> parse("{\"a\":{\"b\":1,\"b\":2},\"a\":3,\"c\":4,\"a\":5}"));
        assertThat(refused.diagnostics())
                .extracting(each -> each.span().start())
                .containsExactly(12, 19, 31);
        assertThat(refused.diagnostics())
                .extracting(each -> each.related().get(0).span().start())
                .containsExactly(6, 1, 1);
    }

    @Test
    void duplicates_are_found_among_many_members() {
        var text = new StringBuilder("{");
        for (int i = 0; i < 100; i++) {
            text.append("\"m").append(i).append("\":0,");
        }
        assertThatThrownBy(() -> parse(text + "\"m3\":1}")).hasMessageContaining("`m3` stands twice");
        assertThatThrownBy(() -> parse(text + "\"m98\":1}")).hasMessageContaining("`m98` stands twice");
        assertThat(((JsonObject) parse(text + "\"m100\":1}")).members()).hasSize(101);
    }

    @Test
    void what_was_found_before_the_grammar_broke_is_reported_with_it() {
        var refused = catchThrowableOfType(PolicySyntaxException.class, () -> parse("{\"a\":1,\"a\":2,}"));
        assertThat(refused.diagnostics())
                .extracting(each -> each.rule().text())
                .containsExactly("R-GRAM-07", "R-READ-01");
    }

    @Test
    void lines_keep_their_place_in_the_file() {
        List<JsonValue> lines = Json.parseLines(Source.of("cases", "{\"a\":1}\r\n\n  [2]  \n3"), LIMITS);
        assertThat(lines).extracting(each -> each.span().position().toString()).containsExactly("1:1", "3:3", "4:1");
    }

    @Test
    void every_broken_line_is_reported() {
        var refused = catchThrowableOfType(
                PolicySyntaxException.class, () -> Json.parseLines(Source.of("cases", "{\n1\n[1,]\n2 3\n\"a"), LIMITS));
        assertThat(refused.diagnostics())
                .extracting(each -> each.span().toString())
                .containsExactly("cases:1:2", "cases:3:3", "cases:4:3", "cases:5:1");
    }

    @Test
    void limits_are_positive_and_the_depth_is_bounded() {
        assertThatThrownBy(() -> LIMITS.withMaxDepth(1_001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LIMITS.withMaxValues(0)).hasMessage("maxValues is at least 1");
    }

    private static JsonValue parse(String text) {
        return Json.parse(Source.of("text", text), LIMITS);
    }
}
