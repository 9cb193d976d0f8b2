// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.SourceSpan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonStreamTest {
    private static final JsonLimits LIMITS = JsonLimits.defaults();

    /** Writes down what it gets, with places. */
    private static final class Log implements JsonStream.Pieces {
        private final List<String> lines = new ArrayList<>();
        private final String unwanted;

        private Log(String unwanted) {
            this.unwanted = unwanted;
        }

        @Override
        public boolean list(String name, SourceSpan place) {
            lines.add("list " + name + " " + place);
            return !name.equals(unwanted);
        }

        @Override
        public void item(String list, JsonValue item) {
            lines.add("item " + list + " " + item.span() + " " + item.span().text());
        }

        @Override
        public void member(String name, JsonValue value) {
            lines.add("member " + name + " " + value.span() + " " + value.span().text());
        }
    }

    private static List<String> read(String text) {
        Log log = new Log("skipped");
        try {
            assertThat(JsonStream.readObject("f", slow(text.getBytes(StandardCharsets.UTF_8)), LIMITS, log))
                    .isTrue();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return log.lines;
    }

    /** Gives few bytes at a time, as pipes do. */
    private static InputStream slow(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] to, int from, int length) {
                return super.read(to, from, Math.min(length, 7));
            }
        };
    }

    private static PolicySyntaxException refusal(String text) {
        return catchThrowableOfType(PolicySyntaxException.class, () -> read(text));
    }

    @Test
    void items_come_one_by_one_with_their_places_in_the_whole() {
        assertThat(
                        read(
                                "{\n  \"a\": [\n    {\"x\": 1},\r\n    \"\uD83D\uDE00\", 3],\n \"b\": {\"c\": [1]}, \"e\": []}\n"))
                .containsExactly(
                        "list a f:2:3",
                        "item a f:3:5 {\"x\": 1}",
                        "item a f:4:5 \"\uD83D\uDE00\"",
                        "item a f:4:10 3",
                        "member b f:5:7 {\"c\": [1]}",
                        "list e f:5:19");
    }

    @Test
    void a_list_that_is_not_wanted_is_stepped_over() {
        assertThat(read("{\"skipped\": [{\"]\": \"\\\"]\"}, 2], \"b\": 1}"))
                .containsExactly("list skipped f:1:2", "member b f:1:37 1");
    }

    @Test
    void a_document_that_is_a_list_is_told_apart() throws IOException {
        assertThat(JsonStream.readObject("f", slow("\uFEFF [1]".getBytes(StandardCharsets.UTF_8)), LIMITS, new Log("")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                       | 1:1  | R-READ-01",
                "`nothing`                | 1:1  | R-READ-01",
                "`{`                      | 1:2  | R-READ-01",
                "`{\"a\"`                 | 1:5  | R-READ-01",
                "`{\"a\": `               | 1:7  | R-READ-01",
                "`{\"a\": [`              | 1:8  | R-READ-01",
                "`{\"a\": [1`             | 1:9  | R-READ-01",
                "`{\"a\": [1,`            | 1:10 | R-READ-01",
                "`{\"a\": [1,]}`          | 1:9  | R-READ-01",
                "`{\"a\": [1 2]}`         | 1:10 | R-READ-01",
                "`{\"a\": [{\"b\": 1,}]}` | 1:15 | R-READ-01",
                "`{\"a\": [{\"b\": ]}`    | 1:14 | R-READ-01",
                "`{\"a\": 1,}`            | 1:8  | R-READ-01",
                "`{\"a\": 1 \"b\": 2}`    | 1:9  | R-READ-01",
                "`{\"a\" 1}`              | 1:6  | R-READ-01",
                "`{\"a\": tru}`           | 1:7  | R-READ-01",
                "`{\"a\": \"x`            | 1:7  | R-READ-01",
                "`{\"a\": 1} x`           | 1:10 | R-READ-01",
                "`{\"a\": 1, \"a\": 2}`   | 1:10 | R-GRAM-07",
                "`{\"a\": [{\"b\": 1, \"b\": 2}]}` | 1:17 | R-GRAM-07",
                "`{\"a\": \"\\ud800\"}`   | 1:8  | R-READ-03",
            })
    void what_is_broken_is_refused_at_its_place(String text, String place, String rule) {
        PolicySyntaxException e = refusal(text);
        assertThat(e.diagnostics()).hasSize(1);
        assertThat(e.diagnostics().get(0).span().position()).hasToString(place);
        assertThat(e.diagnostics().get(0).rule()).hasToString(rule);
    }

    @Test
    void problems_that_can_be_survived_are_all_reported() {
        PolicySyntaxException e = refusal("{\"a\": [\n{\"b\": 1, \"b\": 2},\n{\"c\": 1, \"c\": 2}]}");
        assertThat(e.diagnostics()).extracting(each -> each.span().toString()).containsExactly("f:2:10", "f:3:10");
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused_at_their_place() {
        byte[] bytes = "{\"a\":\n[\"\u00e4\", \"x\"]}".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 4] = (byte) 0xFF;
        PolicySyntaxException e = catchThrowableOfType(
                PolicySyntaxException.class, () -> JsonStream.readObject("f", slow(bytes), LIMITS, new Log("")));
        assertThat(e.diagnostics()).hasSize(1);
        assertThat(e.diagnostics().get(0).span()).hasToString("f:2:8");
        assertThat(e.diagnostics().get(0).rule()).hasToString("R-READ-02");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 199, 200, 201, 65_535, 65_536, 70_000, 200_000})
    void places_are_right_wherever_the_buffer_ends(int padding) {
        String text = "{" + " ".repeat(padding) + "\n\"list\": [\"" + "x".repeat(padding)
                + "\", \n  {\"é\": \"\uD83D\uDE00\"}, 7]}";
        List<String> lines = read(text);
        assertThat(lines.get(2)).startsWith("item list f:3:3 {");
        assertThat(lines.get(3)).isEqualTo("item list f:3:15 7");
    }

    @Test
    void a_value_that_is_too_long_is_refused_before_it_is_held() {
        String text = "{\"a\": [\"" + "x".repeat(5_000_000) + "\"]}";
        PolicySyntaxException e = refusal(text);
        assertThat(e.diagnostics().get(0).rule()).hasToString("R-READ-04");
        assertThat(e.diagnostics().get(0).span()).hasToString("f:1:8");
    }

    @Test
    void values_may_stand_on_lines() throws IOException {
        List<String> values = new ArrayList<>();
        JsonStream.readValues(
                "f",
                slow("{\"a\": 1}\n\n {\"a\": 2}\r\n[3]".getBytes(StandardCharsets.UTF_8)),
                LIMITS,
                value -> values.add(value.span() + " " + value.span().text()));
        assertThat(values).containsExactly("f:1:1 {\"a\": 1}", "f:3:2 {\"a\": 2}", "f:4:1 [3]");
    }

    /** Both readers have to take and refuse the same documents; where and how they say so may differ. */
    @Test
    void it_takes_the_documents_that_the_whole_reader_takes() {
        Random random = new Random(20);
        String alphabet = "{}[]\",: \n\\a1tu0";
        String seed = "{\"a\": [{\"b\": [1, \"x\\n\"]}, true], \"c\": {\"d\": null}}";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(seed);
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                int at = random.nextInt(text.length());
                char c = alphabet.charAt(random.nextInt(alphabet.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, c);
                    default -> text.setCharAt(at, c);
                }
            }
            String document = text.toString();
            if (document.stripLeading().startsWith("[")) {
                continue;
            }
            assertThat(isTaken(() -> new JsonStreamTest().readAll(document)))
                    .as(document)
                    .isEqualTo(isTaken(() -> Json.parse("f", document.getBytes(StandardCharsets.UTF_8), LIMITS))
                            && document.stripLeading().startsWith("{"));
        }
    }

    private void readAll(String text) {
        Log log = new Log("none");
        try {
            JsonStream.readObject("f", slow(text.getBytes(StandardCharsets.UTF_8)), LIMITS, log);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isTaken(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (PolicySyntaxException e) {
            return false;
        }
    }
}
