// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.account.IamRole;
import io.execward.diagnostic.Visible;
import io.execward.evaluate.StatementRef;
import io.execward.model.Request;
import io.execward.review.AccessReview;
import io.execward.review.Cell;
import io.execward.review.Completeness;
import io.execward.review.Road;
import io.execward.review.RoadKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the page knows, as JSON: a table for each thing that comes again, and numbers that point into the tables, so that a matrix of
 * 2,000 by 1,000 groups stays some megabytes. Characters that are not shown are replaced here, so that the script need not.
 */
final class PageData {
    /** Open roads whose requests the page holds; the JSON form holds all. */
    static final int MOST_REQUESTS = 5_000;

    private static final List<CellState> STATES = List.of(CellState.values());
    private static final List<RoadKind> KINDS = List.of(RoadKind.values());

    private final AccessReview review;
    private final String folder;
    private final List<String> options;
    private final SimulateCommands commands;
    private final Consumer<String> out;
    private final Table<String> roles = new Table<>();
    private final Table<String> clusters = new Table<>();
    private final Table<Place> statements = new Table<>();
    private final Table<Flat> roads = new Table<>();
    private final Table<FlatCell> cells = new Table<>();
    private final Table<String> lines = new Table<>();
    private final List<List<Integer>> requests = new ArrayList<>();

    /** By identity, because a cell is large and most cells of a row are one. */
    private final IdentityHashMap<Cell, Integer> known = new IdentityHashMap<>();

    private int openRoads;

    PageData(ReviewReport report, Consumer<String> out) {
        this.review = report.review();
        this.folder = report.folder();
        this.commands = new SimulateCommands(folder);
        this.options = report.options();
        this.out = out;
    }

    /** Values in the order in which they came, each once. */
    private static final class Table<T> {
        private final Map<T, Integer> numbers = new LinkedHashMap<>();

        int number(T value) {
            Integer next = numbers.size();
            Integer known = numbers.putIfAbsent(value, next);
            return known == null ? next : known;
        }

        Collection<T> values() {
            return numbers.keySet();
        }
    }

    private record Place(String layer, String policy, String sid, String place) {
        static Place of(StatementRef statement) {
            return new Place(
                    statement.kind().text(),
                    statement.policy(),
                    statement.sid().orElse(""),
                    statement.span().map(Object::toString).orElse(statement.policy() + statement.path()));
        }
    }

    private record Flat(
            RoadKind kind,
            CellState state,
            List<Integer> by,
            List<Integer> closedBy,
            List<String> onlyIf,
            String because) {}

    private record FlatCell(CellState state, List<Integer> roads) {}

    void print() {
        ReviewSummary summary = ReviewSummary.of(review);
        out.accept("{\n\"folder\":" + JsonLine.of(json -> json.string(folder)) + ",\n");
        out.accept("\"options\":" + JsonLine.of(json -> json.string(shown(ShellWord.line(options)))) + ",\n");
        out.accept("\"completeness\":" + completeness(review.completeness()) + ",\n");
        out.accept("\"summary\":" + summary(summary) + ",\n");
        list("states", STATES.stream(), PageData::state);
        list("kinds", KINDS.stream(), PageData::kind);
        list(
                "principals",
                review.principals().stream(),
                group -> JsonLine.of(json -> json.list(
                        group.members(),
                        member -> json.strings(List.of(
                                shown(ReviewSummary.shortName(member)),
                                shown(member.arn().toString()),
                                member instanceof IamRole ? "role" : "user")))));
        list(
                "targets",
                review.targets().stream(),
                target -> JsonLine.of(json -> json.object(() -> {
                    json.member("c", clusters.number(target.cluster().toString()))
                            .member("g", shown(target.taskGroup()))
                            .member("n", shown(target.container()))
                            .member("e", target.execEnabled())
                            .member("r", target.taskRoleArn().map(roles::number).orElse(-1));
                    json.name("t")
                            .strings(target.tasks().stream()
                                    .map(task -> task.arn().toString())
                                    .toList());
                })));
        list("matrix", IntStream.range(0, review.principals().size()).boxed(), this::row);
        list(
                "cells",
                cells.values().stream(),
                cell -> JsonLine.of(json -> json.object(() -> {
                    json.member("s", STATES.indexOf(cell.state()));
                    json.name("r").numbers(cell.roads());
                })));
        list("roads", roads.values().stream(), PageData::road);
        list("statements", statements.values().stream(), PageData::place);
        list("requests", requests.stream(), request -> JsonLine.of(json -> json.numbers(request)));
        list("commands", lines.values().stream(), line -> JsonLine.of(json -> json.string(line)));
        list("clusters", clusters.values().stream(), arn -> JsonLine.of(json -> json.string(shown(arn))));
        list("roles", roles.values().stream(), arn -> JsonLine.of(json -> json.string(shown(arn))));
        out.accept("\"openRoads\":" + openRoads + ",\"mostRequests\":" + MOST_REQUESTS + "}\n");
    }

    private <T> void list(String name, Stream<T> items, Function<T, String> each) {
        out.accept("\"" + name + "\":[");
        String[] separator = {"\n"};
        items.forEachOrdered(item -> {
            out.accept(separator[0] + each.apply(item));
            separator[0] = ",\n";
        });
        out.accept("],\n");
    }

    private static String shown(String text) {
        return Visible.line(text);
    }

    private static List<String> shown(List<String> texts) {
        return texts.stream().map(Visible::line).toList();
    }

    private static String completeness(Completeness completeness) {
        return JsonLine.of(json -> json.object(() -> {
            json.member("catalogDate", shown(completeness.catalogDate()))
                    .member("hash", InputWords.combinedHash(completeness));
            json.name("inputs")
                    .list(
                            completeness.inputs(),
                            input -> json.strings(
                                    List.of(shown(input.name()), InputWords.of(input.kind()), input.sha256())));
            json.name("notSupplied")
                    .strings(completeness.notSupplied().stream()
                            .map(InputWords::of)
                            .toList());
            json.name("missingPolicies")
                    .strings(completeness.missingPolicies().stream()
                            .map(policy -> shown(policy.arn().toString())
                                    + (policy.asBoundary() ? " (as permissions boundary)" : ""))
                            .toList());
            json.name("statements").strings(shown(completeness.statements()));
        }));
    }

    private String summary(ReviewSummary summary) {
        return JsonLine.of(json -> json.object(() -> {
            json.name("accounts").strings(summary.accounts());
            json.member("principals", summary.principals()).member("tasks", summary.tasks());
            json.name("states").numbers(summary.states().values());
            json.name("clusters")
                    .list(
                            summary.clusters(),
                            cluster -> json.object(() -> {
                                json.member("c", clusters.number(cluster.arn())).member("tasks", cluster.tasks());
                                json.name("states").numbers(cluster.states().values());
                                json.name("roles")
                                        .numbers(cluster.roles().stream()
                                                .map(roles::number)
                                                .toList());
                            }));
            json.name("roles")
                    .list(
                            summary.roles(),
                            role -> json.object(() -> {
                                json.member("r", roles.number(role.arn()));
                                json.name("by").numbers(role.surely());
                                json.name("onlyIf").numbers(role.underConditions());
                            }));
        }));
    }

    private static String state(CellState state) {
        return JsonLine.of(json -> json.object(() -> json.member("id", state.name())
                .member("word", state.word())
                .member("sign", state.sign())
                .member("meaning", state.meaning())));
    }

    private static String kind(RoadKind kind) {
        return JsonLine.of(
                json -> json.object(() -> json.member("text", kind.text()).member("meaning", kind.meaning())));
    }

    private String row(int row) {
        List<Integer> numbers = new ArrayList<>();
        for (int column = 0; column < review.targets().size(); column++) {
            Cell cell = review.cell(row, column);
            numbers.add(known.computeIfAbsent(cell, this::number));
            for (Road road : cell.roads().values()) {
                requests(row, column, road);
            }
        }
        return JsonLine.of(json -> json.numbers(numbers));
    }

    private Integer number(Cell cell) {
        List<Integer> theirs = cell.roads().values().stream()
                .map(road -> roads.number(flat(road)))
                .toList();
        return cells.number(new FlatCell(CellState.of(cell), theirs));
    }

    private void requests(int row, int column, Road road) {
        if (road.isOpen() && openRoads++ < MOST_REQUESTS) {
            List<Integer> request = new ArrayList<>(List.of(row, column, KINDS.indexOf(road.kind())));
            for (Request witness : review.witness(row, column, road.kind())) {
                commands.of(witness)
                        .ifPresentOrElse(
                                all -> all.forEach(
                                        words -> request.add(lines.number(TextLines.broken(words, 0, "  ", 0)))),
                                () -> request.add(lines.number("# " + witness.action()
                                        + " with a key that has no value, for which there is no option: see the JSON"
                                        + " form")));
            }
            requests.add(request);
        }
    }

    private Flat flat(Road road) {
        return new Flat(
                road.kind(),
                CellState.of(road),
                road.decidedBy().stream().map(Place::of).map(statements::number).toList(),
                road.closedBy().stream().map(Place::of).map(statements::number).toList(),
                road.onlyIf(),
                road.because());
    }

    private static String road(Flat road) {
        return JsonLine.of(json -> json.object(() -> {
            json.member("k", KINDS.indexOf(road.kind())).member("s", STATES.indexOf(road.state()));
            json.name("by").numbers(road.by());
            json.name("closedBy").numbers(road.closedBy());
            json.name("onlyIf").strings(shown(road.onlyIf()));
            json.member("because", shown(road.because()));
        }));
    }

    private static String place(Place place) {
        return JsonLine.of(json ->
                json.strings(List.of(place.layer(), shown(place.policy()), shown(place.sid()), shown(place.place()))));
    }
}
