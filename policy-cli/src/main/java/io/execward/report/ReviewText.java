// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.account.InputDocument;
import io.execward.diagnostic.Visible;
import io.execward.evaluate.StatementRef;
import io.execward.model.Arn;
import io.execward.model.ConditionKey;
import io.execward.model.ContextValue;
import io.execward.model.Request;
import io.execward.review.AccessReview;
import io.execward.review.Completeness;
import io.execward.review.PrincipalGroup;
import io.execward.review.Road;
import io.execward.review.RoadKind;
import io.execward.review.TargetGroup;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A review for a terminal: the summary first, then who has which road, then what it rests on. */
final class ReviewText {
    private static final String REQUEST_TAG = "aws:requesttag/";

    private final AccessReview review;
    private final SimulateCommands commands;
    private final List<String> options;
    private final RoadDetail detail;
    private final boolean requests;
    private final TextLines lines;

    /** By identity, because most roads of a review are one. */
    private final IdentityHashMap<Road, Likeness> known = new IdentityHashMap<>();

    ReviewText(ReviewReport report, RoadDetail detail, boolean requests, Consumer<String> out) {
        this.review = report.review();
        this.commands = new SimulateCommands(report.folder());
        this.options = report.options();
        this.detail = detail;
        this.requests = requests;
        this.lines = new TextLines(text -> out.accept(Visible.text(text)));
    }

    void print() {
        summary(ReviewSummary.of(review));
        if (detail != RoadDetail.NONE) {
            roads();
        }
        completeness(review.completeness());
    }

    private void summary(ReviewSummary summary) {
        lines.line("WHO CAN GET A SHELL WHERE");
        lines.wrapped(
                "  ",
                "  ",
                count(summary.principals(), "principal") + " of "
                        + (summary.accounts().size() == 1 ? "account " : "accounts ")
                        + String.join(", ", summary.accounts()) + ", " + count(summary.tasks(), "task") + " in "
                        + count(summary.clusters().size(), "cluster") + ".");
        lines.blank();
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("", "tasks", "open", "only if", "side road", "undecided", "closed"));
        summary.clusters().forEach(cluster -> table.add(row(cluster.name(), cluster.tasks() + "", cluster.states())));
        table.add(row("all clusters", summary.tasks() + "", summary.states()));
        lines.table(table);
        lines.blank();
        lines.wrapped(
                "  ",
                "  ",
                "Principals, each in the first column that fits. open: ECS Exec is allowed. only if: it is allowed under"
                        + " conditions. side road: it is not allowed, but another road is open. undecided: not to be told"
                        + " from what was supplied.");
        lines.blank();
        lines.line("TASK ROLES REACHED");
        lines.wrapped("  ", "  ", "Whoever has a shell in a task acts as its task role (R-EXEC-57).");
        if (summary.roles().isEmpty()) {
            lines.line("  none");
        }
        for (ReviewSummary.RoleReached role : summary.roles()) {
            lines.line("  " + role.arn());
            if (!role.surely().isEmpty()) {
                lines.wrapped("    by       ", "             ", names(role.surely()));
            }
            if (!role.underConditions().isEmpty()) {
                lines.wrapped("    only if  ", "             ", names(role.underConditions()));
            }
        }
        lines.blank();
    }

    private static List<String> row(String name, String tasks, Map<CellState, Integer> states) {
        int closed = states.getOrDefault(CellState.DENIED, 0) + states.getOrDefault(CellState.NOT_ALLOWED, 0);
        return List.of(
                name,
                tasks,
                states.getOrDefault(CellState.OPEN, 0) + "",
                states.getOrDefault(CellState.CONDITIONAL, 0) + "",
                states.getOrDefault(CellState.SIDE_ROAD, 0) + "",
                states.getOrDefault(CellState.UNDECIDED, 0) + "",
                closed + "");
    }

    private String names(List<Integer> rows) {
        return rows.stream()
                .flatMap(row -> review.principals().get(row).members().stream())
                .map(ReviewSummary::shortName)
                .collect(Collectors.joining(", "));
    }

    private void roads() {
        lines.line("ROADS");
        for (int row = 0; row < review.principals().size(); row++) {
            List<Entry> entries = entries(row);
            principal(review.principals().get(row));
            for (Entry entry : entries) {
                entry(entry);
                for (RoadKind kind : entry.kinds()) {
                    requests(
                            kind,
                            review.witness(row, entry.columns().get(0), kind),
                            entry.kinds().size() > 1);
                }
            }
            if (detail != RoadDetail.ALL) {
                lines.line("  "
                        + (entries.stream().anyMatch(Entry::isOpen) ? "no other road is open" : "no road is open"));
            }
            lines.blank();
        }
    }

    private void principal(PrincipalGroup group) {
        lines.wrapped(
                "",
                "  ",
                group.members().stream().map(ReviewSummary::shortName).collect(Collectors.joining(", "))
                        + (group.members().size() == 1
                                ? ""
                                : "  (" + group.members().size() + " principals alike)"));
    }

    /** What several targets have in common for one principal, so that it is said once. */
    private record Likeness(
            CellState state, List<String> by, List<String> closedBy, List<String> onlyIf, String because) {
        static Likeness of(Road road) {
            return new Likeness(
                    CellState.of(road),
                    places(road.decidedBy()),
                    places(road.closedBy()),
                    road.onlyIf(),
                    road.because());
        }

        private static List<String> places(List<StatementRef> statements) {
            return statements.stream().map(Likeness::place).toList();
        }

        private static String place(StatementRef statement) {
            String place = statement.toString();
            return place.startsWith(statement.policy()) ? place : statement.policy() + ", " + place;
        }
    }

    /** Roads of several kinds into several targets that have everything else in common. */
    private record Entry(List<RoadKind> kinds, Likeness likeness, List<Integer> columns) {
        boolean isOpen() {
            return likeness.state() == CellState.OPEN || likeness.state() == CellState.CONDITIONAL;
        }
    }

    private record SameTargets(Likeness likeness, List<Integer> columns) {}

    private List<Entry> entries(int row) {
        Map<SameTargets, List<RoadKind>> kinds = new LinkedHashMap<>();
        for (RoadKind kind : RoadKind.values()) {
            Map<Likeness, List<Integer>> found = new LinkedHashMap<>();
            for (int column = 0; column < review.targets().size(); column++) {
                int it = column;
                review.cell(row, column)
                        .road(kind)
                        .filter(this::isListed)
                        .ifPresent(road -> found.computeIfAbsent(
                                        known.computeIfAbsent(road, Likeness::of), any -> new ArrayList<>())
                                .add(it));
            }
            found.forEach((likeness, columns) -> kinds.computeIfAbsent(
                            new SameTargets(likeness, columns), any -> new ArrayList<>())
                    .add(kind));
        }
        List<Entry> entries = new ArrayList<>();
        kinds.forEach((same, theirs) -> entries.add(new Entry(theirs, same.likeness(), same.columns())));
        return entries;
    }

    private boolean isListed(Road road) {
        CellState state = CellState.of(road);
        return detail == RoadDetail.ALL
                || road.isOpen()
                || state == CellState.UNDECIDED
                || (road.kind() == RoadKind.EXEC && state == CellState.DENIED);
    }

    private void entry(Entry entry) {
        Likeness road = entry.likeness();
        lines.wrapped(
                "  ",
                "    ",
                entry.kinds().stream().map(RoadKind::text).collect(Collectors.joining(", ")) + ": "
                        + stateWords(road.state()));
        where(entry.columns()).forEach(where -> field("in", where));
        road.onlyIf().forEach(condition -> field("only if", condition));
        road.by().forEach(statement -> field("by", statement));
        road.closedBy().stream()
                .filter(statement -> !road.by().contains(statement))
                .forEach(statement -> field("closed", statement));
        field("because", road.because());
    }

    private void field(String name, String text) {
        String label = "      " + name + " ".repeat(9 - name.length());
        lines.wrapped(label, " ".repeat(label.length()), text);
    }

    /** Requests that take a road into the first target; for the others, the page and the JSON form have theirs. */
    private void requests(RoadKind kind, List<Request> witness, boolean oneOfSeveral) {
        if (witness.isEmpty()) {
            return;
        }
        if (!requests) {
            field(
                    "such as",
                    (oneOfSeveral ? kind.text() + ": " : "")
                            + witness.stream().map(ReviewText::summary).collect(Collectors.joining(", then ")));
            return;
        }
        if (oneOfSeveral) {
            lines.line("      " + kind.text());
        }
        for (Request request : witness) {
            commands.of(request)
                    .ifPresentOrElse(
                            all -> all.forEach(lines::command),
                            () -> field(
                                    "such as",
                                    summary(request) + ", with a key that has no value, for which there is no option:"
                                            + " see the JSON form"));
        }
    }

    private static String summary(Request request) {
        return request.action() + " on "
                + request.resources().stream()
                        .map(resource -> resource.arn().map(Arn::resource).orElse(resource.text()))
                        .collect(Collectors.joining(" and "))
                + tags(request);
    }

    /** The tags that the request sets or removes, such as {@code  with team=payments}; empty if it is about none. */
    private static String tags(Request request) {
        String set = request.context().keys().stream()
                .filter(key -> key.folded().startsWith(REQUEST_TAG))
                .flatMap(key -> values(request, key).stream()
                        .map(value -> key.name().substring(REQUEST_TAG.length()) + "=" + value))
                .collect(Collectors.joining(", "));
        if (!set.isEmpty()) {
            return " with " + set;
        }
        String removed = String.join(", ", values(request, ConditionKey.of("aws:TagKeys")));
        return removed.isEmpty() ? "" : " without " + removed;
    }

    private static List<String> values(Request request, ConditionKey key) {
        return request.context().get(key) instanceof ContextValue.Present present ? present.values() : List.of();
    }

    private static String stateWords(CellState state) {
        return switch (state) {
            case OPEN -> "open";
            case CONDITIONAL -> "open under conditions";
            case UNDECIDED -> "undecided";
            case DENIED -> "closed by an explicit Deny";
            case NOT_ALLOWED, SIDE_ROAD -> "closed, nothing allows it";
        };
    }

    /** The targets, one text for each cluster. */
    private List<String> where(List<Integer> columns) {
        Map<String, List<Integer>> byCluster = new LinkedHashMap<>();
        columns.forEach(column -> byCluster
                .computeIfAbsent(review.targets().get(column).cluster().toString(), any -> new ArrayList<>())
                .add(column));
        if (columns.size() == review.targets().size() && byCluster.size() > 1) {
            return List.of("every container of every cluster");
        }
        List<String> texts = new ArrayList<>();
        byCluster.forEach((cluster, theirs) -> {
            long all = review.targets().stream()
                    .filter(target -> target.cluster().toString().equals(cluster))
                    .count();
            String name = review.targets().get(theirs.get(0)).cluster().name();
            texts.add(
                    theirs.size() == all && all > 1
                            ? name + ": every container"
                            : name + ": "
                                    + theirs.stream()
                                            .map(review.targets()::get)
                                            .map(ReviewText::target)
                                            .collect(Collectors.joining(", ")));
        });
        return texts;
    }

    private static String target(TargetGroup target) {
        return target.taskGroup() + "/" + target.container() + (target.execEnabled() ? "" : " [exec is off]")
                + (target.tasks().size() == 1 ? "" : " (" + target.tasks().size() + " tasks)");
    }

    private void completeness(Completeness completeness) {
        lines.line("WHAT THIS RESTS ON");
        completeness.statements().forEach(statement -> lines.wrapped("  - ", "    ", statement));
        lines.wrapped(
                "  asked with: ", "    ", options.isEmpty() ? "no limits, nothing told" : ShellWord.line(options));
        if (!completeness.notSupplied().isEmpty()) {
            lines.wrapped(
                    "  not supplied: ",
                    "    ",
                    completeness.notSupplied().stream().map(InputWords::of).collect(Collectors.joining(", ")));
        }
        completeness
                .missingPolicies()
                .forEach(policy -> lines.wrapped(
                        "  no text of ",
                        "    ",
                        policy.arn() + (policy.asBoundary() ? ", a permissions boundary" : "")
                                + ": whoever has it is not judged as if it were empty"));
        lines.line("  service catalog of " + completeness.catalogDate());
        lines.line("  SHA-256 of all inputs: " + InputWords.combinedHash(completeness));
        for (InputDocument input : completeness.inputs()) {
            lines.line("    " + input.sha256().substring(0, 12) + "  " + input.name());
        }
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
