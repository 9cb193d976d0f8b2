// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.model.ConditionKey;
import io.execward.model.ContextValue;
import io.execward.model.Request;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which key is in which check: the matrix of the rules and the rows of the service reference (R-EXEC-38). */
class OperationKeysTest {
    private static final Caller CALLER = Caller.of(Operations.ALICE);
    private static final Map<String, Set<String>> CATALOG = catalog();

    record Cell(String action, String key, boolean isPresent) {
        @Override
        public String toString() {
            return key + (isPresent ? " is in " : " is never in ") + action;
        }
    }

    static List<Cell> matrix() {
        List<String[]> rows = rows("key-matrix.tsv");
        String[] actions = rows.get(0);
        List<Cell> cells = new ArrayList<>();
        for (String[] row : rows.subList(1, rows.size())) {
            for (int i = 1; i < actions.length; i++) {
                cells.add(new Cell(actions[i], row[0], i < row.length && row[i].equals("x")));
            }
        }
        return cells;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("matrix")
    void a_key_is_in_the_checks_of_the_matrix_and_in_no_others(Cell cell) {
        List<Request> told = own(Operations.told(CALLER), cell.action());
        List<Request> bare = own(Operations.bare(CALLER), cell.action());
        assertThat(told).isNotEmpty();
        assertThat(told)
                .filteredOn(request -> !isDocument(request))
                .allSatisfy(request -> assertThat(value(request, cell.key()))
                        .isInstanceOf(cell.isPresent() ? ContextValue.Present.class : ContextValue.Absent.class));
        if (!cell.isPresent()) {
            assertThat(bare)
                    .filteredOn(request -> !isDocument(request))
                    .allSatisfy(
                            request -> assertThat(value(request, cell.key())).isEqualTo(ContextValue.ABSENT));
        }
    }

    /** The document's own keys are not the matrix's matter; the reference has them. */
    private static boolean isDocument(Request request) {
        return request.resources().get(0).text().contains(":document/");
    }

    @Test
    void the_matrix_has_a_column_for_every_operation() {
        Set<String> columns =
                new TreeSet<>(List.of(rows("key-matrix.tsv").get(0)).subList(1, 13));
        Set<String> operations = new TreeSet<>();
        Operations.bare(CALLER).forEach(request -> operations.add(request.operation()));
        operations.remove("ResumeSession"); // has the checks of TerminateSession
        assertThat(columns).isEqualTo(operations);
    }

    static Stream<OperationCheck> checks() {
        return Stream.concat(Operations.bare(CALLER).stream(), Operations.told(CALLER).stream())
                .flatMap(request -> request.checks().stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checks")
    void no_check_carries_a_key_that_the_reference_does_not_list(OperationCheck check) {
        Request request = check.request();
        Set<String> listed = Objects.requireNonNull(CATALOG.get(request.action() + " " + type(request)));
        Set<String> universe = new TreeSet<>();
        CATALOG.values().forEach(universe::addAll);
        if (isDocument(request)) {
            universe.removeIf(key -> key.startsWith("ssm:resourceTag/aws:")); // one of the family of its tags
        }
        assertThat(universe)
                .filteredOn(key -> !listed.contains(key))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(value(request, key)).as(key).isEqualTo(ContextValue.ABSENT));
    }

    static Stream<OperationCheck> untold() {
        return Operations.bare(CALLER).stream()
                .filter(request -> !(request instanceof TagResourceRequest))
                .flatMap(request -> request.checks().stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("untold")
    void a_key_that_the_reference_lists_is_there_or_unknown_unless_a_rule_says_it_is_left_out(OperationCheck check) {
        Request request = check.request();
        Set<String> listed = new TreeSet<>(Objects.requireNonNull(CATALOG.get(request.action() + " " + type(request))));
        if (check.subject().equals("task") && request.action().toString().equals("ssm:StartSession")) {
            listed.remove("ssm:resourceTag/team"); // R-EXEC-21
        }
        if (request.action().toString().equals("ecs:UpdateService")) {
            listed.remove("ecs:enable-execute-command"); // U-EXEC-01
        }
        boolean creates = Set.of("ecs:CreateService", "ecs:RegisterTaskDefinition")
                .contains(request.action().toString());
        // These requests set no tags, and what they create has none (R-KEY-04).
        listed.removeIf(key -> key.startsWith("aws:RequestTag/")
                || (key.equals("aws:TagKeys") && !request.action().toString().equals("ecs:UntagResource"))
                || (creates && key.contains(":ResourceTag/")));
        assertThat(listed)
                .allSatisfy(key -> assertThat(value(request, key)).as(key).isNotEqualTo(ContextValue.ABSENT));
    }

    private static List<Request> own(List<OperationRequest> requests, String operation) {
        return requests.stream()
                .filter(request -> request.operation().equals(operation))
                .flatMap(request -> request.checks().stream())
                .map(OperationCheck::request)
                .filter(request -> request.action().toString().endsWith(":" + operation))
                .toList();
    }

    private static ContextValue value(Request request, String name) {
        ConditionKey key = ConditionKey.of(name);
        ContextValue own = request.resources().get(0).context().get(key);
        return own instanceof ContextValue.Absent ? request.context().get(key) : own;
    }

    private static String type(Request request) {
        String resource = request.resources().get(0).arn().orElseThrow().resource();
        return resource.substring(0, resource.indexOf('/'));
    }

    private static Map<String, Set<String>> catalog() {
        Map<String, Set<String>> keys = new HashMap<>();
        for (String[] row : rows("catalog-keys.tsv")) {
            keys.put(row[0] + " " + row[1], Set.of(row[2].split(" ", -1)));
        }
        return keys;
    }

    private static List<String[]> rows(String file) {
        try (var in = Objects.requireNonNull(OperationKeysTest.class.getResourceAsStream("/ecs/" + file));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
