// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.account.EcsTask;
import io.execward.account.IamIdentity;
import io.execward.account.IamRole;
import io.execward.diagnostic.Visible;
import io.execward.evaluate.StatementRef;
import io.execward.review.AccessReview;
import io.execward.review.Cell;
import io.execward.review.Completeness;
import io.execward.review.Road;
import io.execward.review.TargetGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The exact matrix, nothing grouped: a record for each principal, task and container (RFC 4180, UTF-8, CRLF, a header). What the review
 * rests on stands in the last columns of every record, because CSV has no comments.
 */
final class ReviewCsv {
    private static final List<String> HEADER = List.of(
            "principal",
            "principal_type",
            "cluster",
            "task",
            "task_group",
            "container",
            "exec_enabled",
            "task_role",
            "state",
            "exec_verdict",
            "only_if",
            "policy",
            "sid",
            "file",
            "line",
            "closed_by",
            "because",
            "roads_open",
            "roads_under_conditions",
            "roads_undecided",
            "catalog_date",
            "inputs_sha256",
            "not_supplied",
            "rests_on",
            "asked_with");

    /** What begins a formula, also in the wide forms. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    /** Between values of one field; the values do not hold line breaks, the record stays one line. */
    private static final String AND = "; ";

    private final AccessReview review;
    private final List<String> options;
    private final Consumer<String> out;

    ReviewCsv(ReviewReport report, Consumer<String> out) {
        this.review = report.review();
        this.options = report.options();
        this.out = out;
    }

    void print() {
        out.accept(record(HEADER));
        String provenance = provenance();
        IdentityHashMap<Cell, String> known = new IdentityHashMap<>();
        for (int row = 0; row < review.principals().size(); row++) {
            for (IamIdentity member : review.principals().get(row).members()) {
                String who = fields(List.of(member.arn().toString(), member instanceof IamRole ? "role" : "user"));
                for (int column = 0; column < review.targets().size(); column++) {
                    TargetGroup target = review.targets().get(column);
                    String what = known.computeIfAbsent(review.cell(row, column), ReviewCsv::cell);
                    for (EcsTask task : target.tasks()) {
                        out.accept(who + "," + where(target, task) + "," + what + "," + provenance + "\r\n");
                    }
                }
            }
            known.clear();
        }
    }

    private static String where(TargetGroup target, EcsTask task) {
        return fields(List.of(
                target.cluster().toString(),
                task.arn().toString(),
                target.taskGroup(),
                target.container(),
                target.execEnabled() + "",
                target.taskRoleArn().orElse("")));
    }

    private static String cell(Cell cell) {
        List<String> fields = new ArrayList<>();
        fields.add(CellState.of(cell).word());
        Road exec = cell.exec();
        fields.add(exec.verdict().name());
        fields.add(String.join(AND, exec.onlyIf()));
        fields.add(each(exec.decidedBy(), StatementRef::policy));
        fields.add(each(exec.decidedBy(), statement -> statement.sid().orElse("-")));
        fields.add(each(
                exec.decidedBy(),
                statement -> statement.span().map(span -> span.source().name()).orElse("-")));
        fields.add(each(
                exec.decidedBy(),
                statement -> statement
                        .span()
                        .map(span -> span.position().line() + "")
                        .orElse("-")));
        fields.add(each(exec.closedBy(), StatementRef::toString));
        fields.add(exec.because());
        fields.add(kinds(cell, CellState.OPEN));
        fields.add(kinds(cell, CellState.CONDITIONAL));
        fields.add(kinds(cell, CellState.UNDECIDED));
        return fields(fields);
    }

    private static String each(List<StatementRef> statements, Function<StatementRef, String> part) {
        return statements.stream().map(part).collect(Collectors.joining(AND));
    }

    private static String kinds(Cell cell, CellState state) {
        return cell.roads().values().stream()
                .filter(road -> CellState.of(road) == state)
                .map(road -> road.kind().text())
                .collect(Collectors.joining(AND));
    }

    private String provenance() {
        Completeness completeness = review.completeness();
        List<String> rests = new ArrayList<>(completeness.statements());
        completeness
                .missingPolicies()
                .forEach(policy -> rests.add(
                        "no text of " + policy.arn() + (policy.asBoundary() ? ", a permissions boundary" : "")));
        return fields(List.of(
                completeness.catalogDate(),
                InputWords.combinedHash(completeness),
                completeness.notSupplied().stream().map(InputWords::of).collect(Collectors.joining(AND)),
                String.join(AND, rests),
                ShellWord.line(options)));
    }

    private static String record(Collection<String> values) {
        return fields(values) + "\r\n";
    }

    private static String fields(Collection<String> values) {
        return values.stream().map(ReviewCsv::field).collect(Collectors.joining(","));
    }

    /**
     * One field. What a spreadsheet would take for a formula gets an apostrophe in front, also behind blanks, which some programs
     * drop; characters that are not shown are replaced.
     */
    static String field(String value) {
        String shown = Visible.line(value);
        String start = shown.stripLeading();
        boolean formula = !start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0;
        boolean control = value.startsWith("\t") || value.startsWith("\r") || value.startsWith("\n");
        String safe = formula || control ? "'" + shown : shown;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\t') && safe.equals(safe.strip());
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
