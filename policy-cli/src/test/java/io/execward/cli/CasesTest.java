// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CasesTest {
    private static final String CONFORMANCE = "policy-core/src/test/resources/conformance/";

    @ParameterizedTest
    @CsvSource({"conformance-iam.jsonl, 375", "conformance-ecs-exec.jsonl, 216"})
    void conformance_cases_are_answered_as_expected_and_in_order(String file, int count) throws IOException {
        Session.Result result = Session.run("simulate", "--check", "--cases", CONFORMANCE + file);

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.err())
                .isEqualTo("%s: %d answered, 0 malformed; of %d expectations %d hold, 0 do not\n"
                        .formatted(CONFORMANCE + file, count, count, count));
        List<String> ids = Files.readAllLines(Session.TOP.resolve(CONFORMANCE + file)).stream()
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        assertThat(result.out().lines().map(line -> line.substring(0, line.indexOf(','))))
                .isEqualTo(ids);
    }

    @Test
    void without_check_the_expectation_is_not_repeated() {
        Session.Result result = cases(line("a"));
        assertThat(result).isEqualTo(new Session.Result(0, "{\"id\":\"a\",\"verdict\":\"ALLOWED\"}\n", ""));
    }

    @Test
    void malformed_lines_in_the_middle_do_not_stop_the_others() {
        String long5MiB = "\"" + "x".repeat(5 << 20) + "\"";
        Session.Result result = cases(line("a"), "{", "", "  \t\r", long5MiB, line("b"), "[]", line("c"));

        assertThat(result.status()).isEqualTo(ExitStatus.BROKEN);
        assertThat(result.out().lines())
                .containsExactly(
                        "{\"id\":\"a\",\"verdict\":\"ALLOWED\"}",
                        "{\"id\":null,\"error\":\"line 2, column 2: the document ends inside an object (R-READ-01)"
                                + "; write the missing `}`; the document may have been cut\"}",
                        "{\"id\":null,\"error\":\"line 5: the line has more than 4194304 bytes (R-READ-04)\"}",
                        "{\"id\":\"b\",\"verdict\":\"ALLOWED\"}",
                        "{\"id\":null,\"error\":\"line 7, column 1: a case must be an object\"}",
                        "{\"id\":\"c\",\"verdict\":\"ALLOWED\"}");
        assertThat(result.err().lines()).hasSize(3).allMatch(line -> line.startsWith("<stdin>:"));
    }

    @Test
    void a_line_of_exactly_the_limit_is_read_and_one_byte_more_is_not() {
        String padding = " ".repeat(InputLine.LONGEST - line("a").length());
        assertThat(cases(line("a") + padding, line("b")).status()).isZero();
        assertThat(cases(line("a") + padding + " ", line("b")).out().lines())
                .last()
                .isEqualTo("{\"id\":\"b\",\"verdict\":\"ALLOWED\"}");
        assertThat(cases(line("a") + padding + " ", line("b")).status()).isEqualTo(ExitStatus.BROKEN);
    }

    @Test
    void invalid_utf_8_spoils_its_line_only() {
        byte[] text = (line("a") + "\n" + line("X") + "\n" + line("b")).getBytes(StandardCharsets.UTF_8);
        text[indexOf(text, 'X')] = (byte) 0xC3;
        Session.Result result = Session.runWith(text, "simulate", "--cases", "-");

        assertThat(result.status()).isEqualTo(ExitStatus.BROKEN);
        assertThat(result.out().lines()).hasSize(3);
        assertThat(result.out().lines().toList().get(1))
                .startsWith("{\"id\":null,\"error\":\"line 2, column 8: the document is not UTF-8: byte 0xC3");
    }

    @Test
    void a_byte_order_mark_is_for_the_first_line_only() {
        Session.Result result = cases("\uFEFF" + line("a"), "\uFEFF" + line("b"));
        assertThat(result.out())
                .isEqualTo("{\"id\":\"a\",\"verdict\":\"ALLOWED\"}\n{\"id\":null,\"error\":\"line 2, column 1:"
                        + " a byte-order mark stands at the start of a file only (R-READ-02)\"}\n");
    }

    @Test
    void a_file_without_cases_is_told_and_is_no_yes_to_a_check() {
        String told = "<stdin>: there are no cases in it\n";
        for (String file : List.of("", "\n  \n\t\n")) {
            assertThat(cases(file)).isEqualTo(new Session.Result(0, "", told));
            Session.Result checked =
                    Session.runWith(file.getBytes(StandardCharsets.UTF_8), "simulate", "--check", "--cases", "-");
            assertThat(checked.status()).isEqualTo(ExitStatus.NO);
            assertThat(checked.err()).startsWith(told);
        }
    }

    @Test
    void a_check_of_cases_that_expect_nothing_is_no_yes() {
        String silent = line("a").replaceAll(",\"expected\":\"[A-Z_]+\"", "");
        Session.Result checked =
                Session.runWith(silent.getBytes(StandardCharsets.UTF_8), "simulate", "--check", "--cases", "-");

        assertThat(silent).doesNotContain("expected");
        assertThat(checked.status()).isEqualTo(ExitStatus.NO);
        assertThat(checked.err()).contains("none of the cases expects anything, so that nothing is checked");
    }

    @Test
    void windows_line_ends_are_fine() {
        assertThat(cases(line("a") + "\r", line("b") + "\r", "\r").status()).isZero();
    }

    @Test
    void text_outside_ascii_survives() {
        assertThat(cases(line("\u00E9\u20AC\uD83D\uDE00")).out())
                .isEqualTo("{\"id\":\"\u00E9\\u20ac\\ud83d\\ude00\",\"verdict\":\"ALLOWED\"}\n");
    }

    @Test
    void many_lines_are_answered_one_by_one() {
        int count = 20_000;
        String input = IntStream.range(0, count)
                .mapToObj(i -> i % 1000 == 7 ? "nonsense" : line("case-" + i))
                .collect(Collectors.joining("\n"));
        Session.Result result = Session.runWith(input, "simulate", "--cases", "-");

        List<String> lines = result.out().lines().toList();
        assertThat(lines).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(lines.get(i))
                    .startsWith(i % 1000 == 7 ? "{\"id\":null,\"error\":" : "{\"id\":\"case-" + i + "\",");
        }
        assertThat(result.status()).isEqualTo(ExitStatus.BROKEN);
    }

    @Test
    void of_many_malformed_lines_twenty_are_told_and_the_rest_counted() {
        Session.Result result = cases("x\n".repeat(50));
        assertThat(result.out().lines()).hasSize(50);
        assertThat(result.err().lines()).hasSize(21).last().isEqualTo("<stdin>: and 30 more lines that are no cases");
    }

    @Test
    void differences_are_listed_and_the_uncertain_ones_counted_apart() {
        String sure = line("a").replace("ALLOWED", "IMPLICIT_DENY");
        String unsure = line("b")
                .replace("ALLOWED", "EXPLICIT_DENY")
                .replace("\"id\"", "\"rule\":\"U-01\",\"status\":\"uncertain\",\"id\"");
        String free = line("c").replace(",\"expected\":\"ALLOWED\"", "");
        Session.Result result =
                Session.runWith(String.join("\n", sure, unsure, free), "simulate", "--cases", "-", "--check");

        assertThat(result.status()).isEqualTo(ExitStatus.NO);
        assertThat(result.out().lines())
                .containsExactly(
                        "{\"id\":\"a\",\"verdict\":\"ALLOWED\",\"expected\":\"IMPLICIT_DENY\"}",
                        "{\"id\":\"b\",\"verdict\":\"ALLOWED\",\"expected\":\"EXPLICIT_DENY\"}",
                        "{\"id\":\"c\",\"verdict\":\"ALLOWED\",\"expected\":null}");
        assertThat(result.err().lines())
                .containsExactly(
                        "<stdin>:1: a is ALLOWED, expected IMPLICIT_DENY",
                        "<stdin>:2: b is ALLOWED, expected EXPLICIT_DENY (U-01 uncertain)",
                        "<stdin>: 3 answered, 0 malformed; of 2 expectations 0 hold, 2 do not (1 of them uncertain)");
    }

    @Test
    void an_answer_does_not_wait_for_the_next_question() {
        var out = new ByteArrayOutputStream();
        List<Integer> written = new ArrayList<>();
        InputStream first = new ByteArrayInputStream((line("a") + "\n").getBytes(StandardCharsets.UTF_8));
        InputStream second = new InputStream() {
            private boolean asked;

            @Override
            public int read() {
                written.add(out.size());
                int answer = asked ? -1 : '\n';
                asked = true;
                return answer;
            }

            @Override
            public int read(byte[] bytes, int from, int most) {
                int one = read();
                bytes[from] = (byte) one;
                return one < 0 ? -1 : 1;
            }

            @Override
            public int available() {
                return 0;
            }
        };
        var streams = new Streams(
                new SequenceInputStream(first, second),
                out,
                Streams.utf8(OutputStream.nullOutputStream()),
                Session.TOP);
        assertThat(Main.run(streams, "simulate", "--cases", "-")).isZero();
        assertThat(written.get(0)).isEqualTo("{\"id\":\"a\",\"verdict\":\"ALLOWED\"}\n".length());
    }

    @Test
    void a_reader_that_goes_away_ends_it_quietly_and_a_full_disk_does_not() {
        assertThat(failing("Broken pipe")).isEmpty();
        assertThat(failing("No space left on device"))
                .isEqualTo("execward simulate: cannot write the output: No space left on device\n");
    }

    private static String failing(String message) {
        var err = new ByteArrayOutputStream();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
        var streams = new Streams(
                new ByteArrayInputStream(line("a").getBytes(StandardCharsets.UTF_8)),
                out,
                Streams.utf8(err),
                Session.TOP);
        assertThat(Main.run(streams, "simulate", "--cases", "-")).isEqualTo(ExitStatus.BROKEN);
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void input_that_breaks_off_is_an_error_after_what_was_answered() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Input/output error");
            }

            @Override
            public int read(byte[] bytes, int from, int most) throws IOException {
                return read();
            }
        };
        InputStream first = new ByteArrayInputStream((line("a") + "\n").getBytes(StandardCharsets.UTF_8));
        Session.Result result = Session.runWith(new SequenceInputStream(first, broken), "simulate", "--cases", "-");
        assertThat(result)
                .isEqualTo(new Session.Result(
                        ExitStatus.BROKEN,
                        "{\"id\":\"a\",\"verdict\":\"ALLOWED\"}\n",
                        "<stdin>: reading failed: Input/output error\n"));
    }

    private static Session.Result cases(String... lines) {
        return Session.runWith(String.join("\n", lines), "simulate", "--cases", "-");
    }

    private static String line(String id) {
        return "{\"id\":\"" + id + "\",\"request\":{\"principal\":\"arn:aws:iam::111122223333:user/alice\","
                + "\"action\":\"ecs:StopTask\",\"resource\":\"*\",\"context\":{}},\"policies\":{\"identity\":"
                + "[{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"ecs:*\","
                + "\"Resource\":\"*\"}}]},\"expected\":\"ALLOWED\"}";
    }

    private static int indexOf(byte[] text, char c) {
        return new String(text, StandardCharsets.ISO_8859_1).indexOf(c);
    }
}
