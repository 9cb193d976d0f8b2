// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import io.execward.model.PolicyPath;
import io.execward.model.Statement;
import io.execward.suite.CoverageReport.ConditionCoverage;
import io.execward.suite.CoverageReport.PolicyCoverage;
import io.execward.suite.CoverageReport.StatementCoverage;
import io.execward.suite.Seen;
import io.execward.suite.TestedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The lines of a policy with what was seen of the statements and conditions that begin on them. */
final class CoverageLines {
    private CoverageLines() {}

    /** One statement or condition: what it is called, and how it was seen. */
    record Item(String name, Seen seen) {
        /** What is missing, in words; empty if nothing is. */
        String missing() {
            if (seen.isWhole()) {
                return "";
            }
            String how = seen.matching() > 0 ? "not matching" : seen.notMatching() > 0 ? "matching" : "at work";
            return name + " was never seen " + how;
        }
    }

    /**
     * One line.
     *
     * @param number from 1
     */
    record Line(int number, String text, List<Item> items) {
        boolean isWhole() {
            return items.stream().allMatch(item -> item.seen().isWhole());
        }

        boolean isUnseen() {
            return items.stream().allMatch(item -> item.seen().seen() == 0);
        }
    }

    static List<Line> of(PolicyCoverage coverage) {
        Map<Integer, List<Item>> items = new TreeMap<>();
        coverage.statements().forEach(statement -> add(coverage.policy(), statement, items));
        SourceSpan block = coverage.policy().block();
        Source source = block.source();
        List<Line> lines = new ArrayList<>();
        int number = block.position().line();
        int offset = block.start();
        while (offset <= block.end()) {
            lines.add(new Line(number, source.line(offset), items.getOrDefault(number, List.of())));
            int next = nextLine(source.text(), offset);
            if (next < 0) {
                break;
            }
            offset = next;
            number++;
        }
        return lines;
    }

    private static int nextLine(String text, int offset) {
        for (int i = offset; i < text.length(); i++) {
            if (text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !text.startsWith("\r\n", i))) {
                return i + 1;
            }
        }
        return -1;
    }

    private static void add(TestedPolicy policy, StatementCoverage coverage, Map<Integer, List<Item>> items) {
        PolicyPath path = PolicyPath.statement(coverage.index());
        String name = name(policy, coverage.index());
        add(items, policy.span(path), new Item(name, coverage.seen()));
        for (ConditionCoverage condition : coverage.conditions()) {
            String operator = condition.condition().operator().text();
            String key = condition.condition().key().name();
            SourceSpan span =
                    policy.span(path.member("Condition").member(operator).member(key));
            add(items, span, new Item("condition `" + operator + " " + key + "` of " + name, condition.seen()));
        }
    }

    private static void add(Map<Integer, List<Item>> items, SourceSpan span, Item item) {
        items.computeIfAbsent(span.position().line(), line -> new ArrayList<>()).add(item);
    }

    /** What a statement is called: by its Sid, or by its number and what it does. */
    static String name(TestedPolicy policy, int index) {
        Statement statement = policy.policy().statements().get(index);
        return statement.sid().map(sid -> "statement `" + sid + "`").orElse("statement " + (index + 1)) + " ("
                + statement.effect().text() + ")";
    }

    /** Several statements in words. */
    static String names(TestedPolicy policy, List<Integer> indexes) {
        if (indexes.size() == 1) {
            return name(policy, indexes.get(0));
        }
        return "statements "
                + indexes.stream()
                        .map(index -> policy.policy()
                                .statements()
                                .get(index)
                                .sid()
                                .map(sid -> "`" + sid + "`")
                                .orElse(Integer.toString(index + 1)))
                        .collect(Collectors.joining(", "));
    }
}
