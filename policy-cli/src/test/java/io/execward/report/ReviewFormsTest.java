// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.diagnostic.Source;
import io.execward.json.Json;
import io.execward.json.JsonArray;
import io.execward.json.JsonLimits;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import io.execward.review.AccessReview;
import io.execward.review.RoadKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the forms owe, on a review that is full of hostile names. */
class ReviewFormsTest {
    private final AccessReview review = SmallAccount.review();

    private static String print(BiConsumer<ReviewReport, Consumer<String>> form) {
        StringBuilder out = new StringBuilder();
        form.accept(new ReviewReport(SmallAccount.review(), "samples/account", List.of("--cluster", "*")), out::append);
        return out.toString();
    }

    private static String text(RoadDetail detail) {
        return print((report, out) -> report.text(detail, true, out));
    }

    @Test
    void the_same_review_gives_the_same_bytes() {
        for (BiConsumer<ReviewReport, Consumer<String>> form : List.<BiConsumer<ReviewReport, Consumer<String>>>of(
                ReviewReport::csv,
                ReviewReport::json,
                ReviewReport::html,
                (r, out) -> r.text(RoadDetail.ALL, true, out))) {
            assertThat(print(form)).isEqualTo(print(form));
        }
    }

    @Test
    void every_form_says_what_it_rests_on() {
        String hash = InputWords.combinedHash(review.completeness());
        for (String form : List.of(
                text(RoadDetail.NONE),
                print(ReviewReport::csv),
                print(ReviewReport::json),
                print(ReviewReport::html))) {
            assertThat(form)
                    .contains("2026-11-01", hash, "--cluster", "*", "arn:aws:iam::aws:policy/Unseen")
                    .contains("Roles of other accounts are not in the documents.")
                    .containsIgnoringCase("vpc");
        }
    }

    @Test
    void text_is_plain_and_fits_a_terminal() {
        String all = text(RoadDetail.ALL);
        assertThat(all.codePoints()
                        .noneMatch(c -> (c != '\n' && Character.isISOControl(c)) || c == 0x202E || c == 0x2028))
                .isTrue();
        assertThat(all.lines().filter(line -> line.length() > TextLines.WIDTH).toList())
                .allSatisfy(line -> assertThat(line.strip().split("=|--context ", -1)[0])
                        .as("only what has no blank is longer")
                        .doesNotContain(" "));
    }

    @Test
    void text_names_for_each_road_where_it_leads_what_decides_and_what_remains() {
        String open = text(RoadDetail.OPEN);
        assertThat(open)
                .contains("all clusters      5     1        2          1          1       1")
                .contains("role/OnCall, role/OnCallDeputy  (2 principals alike)")
                .contains("  exec: open under conditions\n      in       every container of every cluster\n")
                .contains("      only if  aws:MultiFactorAuthPresent is `true`")
                .contains("      by       role/OnCall/inline, roles/OnCall.json:2:3 (ShellWithMfa)")
                .contains("by       role/Operator/inline, roles/Operator.json:3:3 (NoShell)")
                .contains("role/Reader\n  no road is open")
                .contains("because  the text of arn:aws:iam::aws:policy/Unseen was not supplied");
        assertThat(text(RoadDetail.ALL)).contains("closed, nothing allows it", "(NoSessions)");
        assertThat(open).doesNotContain("(NoSessions)");
        assertThat(text(RoadDetail.NONE)).doesNotContain("execward simulate");
    }

    @Test
    void csv_has_a_record_for_each_principal_task_and_container() {
        List<List<String>> records = Csv.parse(print(ReviewReport::csv));
        List<String> header = records.get(0);
        int members =
                review.principals().stream().mapToInt(g -> g.members().size()).sum();
        int tasks = review.targets().stream().mapToInt(t -> t.tasks().size()).sum();
        assertThat(records)
                .hasSize(1 + members * tasks)
                .allSatisfy(record -> assertThat(record)
                        .hasSameSizeAs(header)
                        .noneMatch(field -> field.startsWith("=") || field.contains("\n") || field.contains("\r")));
        Map<String, String> first = new HashMap<>();
        for (List<String> record : records.subList(1, records.size())) {
            if (record.get(0).endsWith("/OnCallDeputy") && record.get(2).endsWith("/prod")) {
                for (int i = 0; i < header.size(); i++) {
                    first.putIfAbsent(header.get(i), record.get(i));
                }
            }
        }
        assertThat(first)
                .containsEntry("state", "if")
                .containsEntry("exec_verdict", "UNDECIDED")
                .containsEntry("only_if", "aws:MultiFactorAuthPresent is `true`")
                .containsEntry("sid", "ShellWithMfa")
                .containsEntry("file", "roles/OnCall.json")
                .containsEntry("line", "2")
                .containsEntry("roads_under_conditions", "exec")
                .containsEntry("task_role", "arn:aws:iam::111122223333:role/WebTask");
    }

    @Test
    void csv_fields_are_never_formulas() {
        for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1")) {
            assertThat(Csv.parse(ReviewCsv.field(formula) + "\r\n").get(0).get(0))
                    .startsWith("'");
        }
        assertThat(ReviewCsv.field("a-b=c")).isEqualTo("a-b=c");
        assertThat(ReviewCsv.field("say \"no\", please")).isEqualTo("\"say \"\"no\"\", please\"");
    }

    @Test
    void json_holds_every_cell_with_its_requests() {
        JsonObject json =
                (JsonObject) Json.parse(Source.of("review", print(ReviewReport::json)), JsonLimits.defaults());
        assertThat(json.members())
                .extracting(JsonObject.Member::name)
                .containsExactly(
                        "format",
                        "version",
                        "account",
                        "options",
                        "completeness",
                        "summary",
                        "roadKinds",
                        "principals",
                        "targets",
                        "cells");
        List<JsonValue> cells = ((JsonArray) json.get("cells").orElseThrow()).items();
        assertThat(cells).hasSize(20);
        int commands = 0;
        for (int i = 0; i < cells.size(); i++) {
            JsonObject cell = (JsonObject) cells.get(i);
            assertThat(string(cell, "state"))
                    .isEqualTo(CellState.of(review.cell(i / 4, i % 4)).name());
            for (JsonValue road : ((JsonArray) cell.get("roads").orElseThrow()).items()) {
                RoadKind kind = RoadKind.valueOf(string((JsonObject) road, "kind"));
                List<JsonValue> requests =
                        ((JsonArray) ((JsonObject) road).get("requests").orElseThrow()).items();
                assertThat(requests)
                        .hasSameSizeAs(review.cell(i / 4, i % 4)
                                .road(kind)
                                .orElseThrow()
                                .witness());
                for (JsonValue request : requests) {
                    commands += ((JsonArray)
                                    ((JsonObject) request).get("commands").orElseThrow())
                            .items()
                            .size();
                }
            }
        }
        assertThat(commands)
                .as(
                        "two for each of 8 open shells, because cluster and task have tags of their own; one for each of 8 sessions")
                .isEqualTo(8 * 2 + 8);
    }

    private static String string(JsonObject object, String name) {
        return ((JsonString) object.get(name).orElseThrow()).value();
    }

    @Test
    void what_a_shell_would_change_is_quoted() {
        assertThat(ShellWord.quote("arn:aws:iam::111122223333:role/Admin"))
                .isEqualTo("arn:aws:iam::111122223333:role/Admin");
        assertThat(ShellWord.quote("")).isEqualTo("''");
        assertThat(ShellWord.quote("*")).isEqualTo("'*'");
        assertThat(ShellWord.quote("$(rm -rf ~)`x`")).isEqualTo("'$(rm -rf ~)`x`'");
        assertThat(ShellWord.quote("it's")).isEqualTo("'it'\\''s'");
        assertThat(ShellWord.quote("a\nb'c\\d\u202E1")).isEqualTo("$'a\\012b\\'c\\\\d\\342\\200\\2561'");
    }

    @Test
    void a_script_element_cannot_be_left() {
        assertThat(ReviewPage.inScript("{\"a\":\"</script><!--&\"}"))
                .isEqualTo("{\"a\":\"\\u003c/script\\u003e\\u003c!--\\u0026\"}");
        assertThat(print(ReviewReport::html).split("</script>", -1)).hasSize(3);
        assertThat(print(ReviewReport::html)).doesNotContain("\u2028", "\u202E");
    }

    /** A reader of RFC 4180, strict about quotes. */
    private static final class Csv {
        static List<List<String>> parse(String text) {
            List<List<String>> records = new ArrayList<>();
            List<String> record = new ArrayList<>();
            int i = 0;
            while (i < text.length()) {
                StringBuilder field = new StringBuilder();
                if (text.charAt(i) == '"') {
                    for (i++; text.charAt(i) != '"' || text.startsWith("\"\"", i); i++) {
                        i += text.charAt(i) == '"' ? 1 : 0;
                        field.append(text.charAt(i));
                    }
                    i++;
                } else {
                    for (; text.charAt(i) != ',' && text.charAt(i) != '\r'; i++) {
                        assertThat(text.charAt(i)).isNotIn('"', '\n');
                        field.append(text.charAt(i));
                    }
                }
                record.add(field.toString());
                if (text.startsWith("\r\n", i)) {
                    records.add(List.copyOf(record));
                    record.clear();
                    i += 2;
                } else {
                    assertThat(text.charAt(i)).isEqualTo(',');
                    i++;
                }
            }
            assertThat(record).isEmpty();
            return records;
        }
    }
}
