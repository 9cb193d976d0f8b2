// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.model.PolicyKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Text that was made to hurt is refused like any other, in bounded time and memory. */
class HostileInputTest {
    private static final JsonLimits LIMITS = JsonLimits.defaults();
    private static final JsonLimits WIDE = LIMITS.withMaxCharacters(1 << 24)
            .withMaxDepth(JsonLimits.DEEPEST)
            .withMaxStringLength(1 << 24)
            .withMaxNumberLength(1 << 24)
            .withMaxValues(1 << 24);

    /** Endless, and counts what is taken from it. */
    private static final class Blanks extends InputStream {
        private long taken;

        @Override
        public int read() {
            taken++;
            return ' ';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            java.util.Arrays.fill(buffer, offset, offset + length, (byte) ' ');
            taken += length;
            return length;
        }
    }

    @Test
    void a_hundred_thousand_nested_brackets_are_refused_at_the_first_that_is_too_deep() {
        Diagnostic refused = only(() -> parse("[".repeat(100_000), LIMITS));
        assertThat(refused.rule().text()).isEqualTo("R-READ-04");
        assertThat(refused.span().start()).isEqualTo(64);
        assertThat(only(() -> parse("{\"a\":".repeat(100_000), WIDE)).rule().text())
                .isEqualTo("R-READ-04");
    }

    @Test
    void depth_is_counted_by_what_is_open_and_not_by_what_was_opened() {
        assertThat(parse("[" + "[[]],".repeat(1_000) + "[]]", LIMITS.withMaxDepth(3)))
                .isInstanceOf(JsonArray.class);
        assertThat(parse("[".repeat(1_000) + "]".repeat(1_000), WIDE)).isInstanceOf(JsonArray.class);
    }

    @Test
    void a_stream_without_end_is_read_to_the_limit_and_one_byte_more() {
        var blanks = new Blanks();
        Diagnostic refused = only(() -> Json.parse("blanks", blanks, LIMITS));
        assertThat(refused.rule().text()).isEqualTo("R-READ-04");
        assertThat(blanks.taken).isEqualTo(LIMITS.maxCharacters() + 1L);
    }

    @Test
    void sixty_four_megabytes_are_refused_without_being_looked_at() {
        String big = " ".repeat(64 << 20);
        assertThat(only(() -> parse(big, LIMITS)).message()).isEqualTo("the document has more than 1048576 characters");
        byte[] bytes = new byte[64 << 20];
        assertThat(only(() -> Json.parse("big", bytes, LIMITS)).message())
                .isEqualTo("the document has more than 1048576 bytes");
        assertThat(only(() -> PolicyJson.parse("big", bytes, PolicyKind.IDENTITY))
                        .rule()
                        .text())
                .isEqualTo("R-READ-04");
    }

    @Test
    void a_number_of_a_million_digits_is_a_limit_and_never_a_computation() {
        String digits = "9".repeat(1_000_000);
        assertThat(only(() -> parse("[" + digits + "]", LIMITS)).rule().text()).isEqualTo("R-READ-04");
        assertThat(only(() -> parse("[1e" + digits + "]", LIMITS)).rule().text())
                .isEqualTo("R-READ-04");
        assertThat(((JsonNumber) parse(digits, WIDE)).text()).hasSize(1_000_000);
    }

    @Test
    void a_string_without_end_is_underlined_from_its_quote() {
        Diagnostic refused = only(() -> parse("[\"" + "a".repeat(1_000_000), LIMITS));
        assertThat(refused.rule().text()).isEqualTo("R-READ-01");
        assertThat(refused.span().start()).isEqualTo(1);
        assertThat(refused.message()).isEqualTo("the string is not closed");
    }

    @Test
    void long_strings_and_names_are_a_limit() {
        String text = "\"" + "a".repeat(300_000) + "\"";
        assertThat(only(() -> parse(text, LIMITS)).rule().text()).isEqualTo("R-READ-04");
        assertThat(only(() -> parse("{" + text + ":1}", LIMITS)).rule().text()).isEqualTo("R-READ-04");
        assertThat(parse(text, WIDE)).isInstanceOf(JsonString.class);
    }

    @Test
    void many_values_are_a_limit() {
        String many = "[" + "0,".repeat(300_000) + "0]";
        assertThat(only(() -> parse(many, LIMITS)).message()).isEqualTo("the document has more than 200000 values");
    }

    @Test
    void names_of_one_hash_are_read_all_the_same() {
        var text = new StringBuilder("{");
        for (int i = 0; i < 4_096; i++) {
            text.append(i == 0 ? "\"" : ",\"");
            for (int bit = 0; bit < 12; bit++) {
                text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            text.append("\":0");
        }
        assertThat(((JsonObject) parse(text + "}", LIMITS)).members()).hasSize(4_096);
    }

    @Test
    void a_thousand_problems_are_two_hundred_diagnostics_and_a_count() {
        String document = "{\"Statement\":[" + "7,".repeat(9_999) + "7]}";
        List<Diagnostic> all = refused(() -> PolicyJson.parse(Source.of("many", document), PolicyKind.IDENTITY))
                .diagnostics();
        assertThat(all).hasSize(200);
        assertThat(all.get(199).message()).isEqualTo("the document has 9801 more problems from here on");
    }

    @Test
    void warnings_make_way_for_errors() {
        String empty = "{\"Effect\":\"Allow\",\"Action\":[],\"Resource\":\"*\"},";
        String document = "{\"Statement\":[" + empty.repeat(300) + "7]}";
        List<Diagnostic> all = refused(() -> PolicyJson.parse(Source.of("many", document), PolicyKind.IDENTITY))
                .diagnostics();
        assertThat(all).extracting(each -> each.span().text()).containsExactly("7");
    }

    @Test
    void nul_is_refused_wherever_it_stands() {
        for (String text : List.of("\0", "{\0}", "{\"a\0\":1}", "[\"\0\"]", "[]\0", "[1\0]", "{\"a\"\0:1}")) {
            Diagnostic refused = only(() -> parse(text, LIMITS));
            assertThat(refused.rule().text()).as(text).isEqualTo("R-READ-03");
            assertThat(refused.span().text()).as(text).isEqualTo("\0");
        }
    }

    @Test
    void half_a_surrogate_pair_is_refused_raw_and_escaped() {
        for (String half : List.of("\uD83D", "\uDE00", "\\ud83d", "\\uDE00", "\\ude00\\ud83d", "\uD83Dx")) {
            Diagnostic refused = only(() -> parse("[\"x" + half + "\"]", LIMITS));
            assertThat(refused.rule().text()).as(half).isEqualTo("R-READ-03");
        }
        assertThat(((JsonString) parse("\"\\ud83d\\ude00\uD83D\uDE00\"", LIMITS)).value())
                .isEqualTo("\uD83D\uDE00\uD83D\uDE00");
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused_at_the_first_of_them() {
        byte[] latin = "{\n \"é\": \"caf\u00e9\"}".getBytes(StandardCharsets.UTF_8);
        latin[latin.length - 4] = (byte) 0xE9;
        Diagnostic refused = only(() -> Json.parse("latin", latin, LIMITS));
        assertThat(refused.rule().text()).isEqualTo("R-READ-02");
        assertThat(refused.span().position()).hasToString("2:11");
        assertThat(refused.message()).contains("byte 0xE9");
        for (byte[] bytes : List.of(
                new byte[] {'[', (byte) 0xC0, (byte) 0x80, ']'}, // overlong
                new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}, // a surrogate
                new byte[] {'"', (byte) 0xE2, (byte) 0x82},
                new byte[] {(byte) 0xFE, (byte) 0xFF, 0, '1'},
                new byte[] {(byte) 0xFF, (byte) 0xFE, '1', 0})) {
            assertThat(only(() -> Json.parse("bytes", bytes, LIMITS)).rule().text())
                    .isEqualTo("R-READ-02");
        }
    }

    @Test
    void a_replacement_character_that_is_meant_is_text() throws IOException {
        byte[] bytes = "\uFEFF\"\uFFFD\"".getBytes(StandardCharsets.UTF_8);
        JsonValue value = Json.parse("meant", new java.io.ByteArrayInputStream(bytes), LIMITS);
        assertThat(((JsonString) value).value()).isEqualTo("\uFFFD");
        assertThat(value.span().position()).hasToString("1:2");
    }

    private static JsonValue parse(String text, JsonLimits limits) {
        return Json.parse(Source.of("text", text), limits);
    }

    private static Diagnostic only(ThrowingCallable call) {
        List<Diagnostic> diagnostics = refused(call).diagnostics();
        assertThat(diagnostics).hasSize(1);
        return diagnostics.get(0);
    }

    private static PolicySyntaxException refused(ThrowingCallable call) {
        PolicySyntaxException refused = catchThrowableOfType(PolicySyntaxException.class, call);
        assertThat(refused).isNotNull();
        return refused;
    }
}
