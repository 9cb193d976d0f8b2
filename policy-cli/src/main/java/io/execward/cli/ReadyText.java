// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.EcsTask;
import io.execward.diagnostic.Visible;
import io.execward.readiness.Finding;
import io.execward.readiness.NotChecked;
import io.execward.readiness.Readiness;
import io.execward.readiness.ReadinessReport;
import io.execward.readiness.ReadinessRule;
import io.execward.readiness.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A readiness report for people: by cluster, task and container, what is wrong and the next step, then what was not checked. */
final class ReadyText {
    private final boolean all;
    private final StringBuilder out = new StringBuilder();

    /** @param all prints information and evidence too */
    ReadyText(boolean all) {
        this.all = all;
    }

    String print(ReadinessReport report) {
        client(report.client());
        String cluster = "";
        String task = "";
        for (Readiness container : report.containers()) {
            if (!container.task().cluster().toString().equals(cluster)) {
                cluster = container.task().cluster().toString();
                line(0, "cluster " + cluster);
            }
            if (!container.task().arn().toString().equals(task)) {
                task = container.task().arn().toString();
                line(1, "task " + task(container.task()));
                findings(2, container, true);
            }
            container(container);
        }
        notChecked(report);
        totals(report);
        return out.toString();
    }

    private void client(ReadinessReport.Client client) {
        if (!client.findings().isEmpty()) {
            line(0, "client");
            client.findings().forEach(finding -> finding(2, finding));
        }
    }

    private static String task(EcsTask task) {
        String definition = task.taskDefinitionArn();
        return task.arn().id() + "  " + definition.substring(definition.lastIndexOf('/') + 1)
                + task.group().map(group -> "  " + group).orElse("");
    }

    private void container(Readiness container) {
        line(
                2,
                container.container().orElse("(no container named)") + "  "
                        + (container.isReady() ? "READY" : "NOT READY")
                        + summary(container));
        findings(3, container, false);
    }

    /** What is about the task is said once, for it is the same in each of its containers. */
    private void findings(int depth, Readiness container, boolean ofTask) {
        for (Finding finding : container.findings()) {
            boolean isOfTask = finding.rule().scope() == ReadinessRule.Scope.TASK;
            if (isOfTask == ofTask && (all || finding.severity() != Severity.INFO)) {
                finding(depth, finding);
            }
        }
    }

    /** What is not printed below. */
    private String summary(Readiness container) {
        List<String> parts = new ArrayList<>();
        int infos = container.findings(Severity.INFO).size();
        if (!all && infos > 0) {
            parts.add(infos + " info");
        }
        if (!container.notChecked().isEmpty()) {
            parts.add(container.notChecked().size() + " not checked");
        }
        return parts.isEmpty() ? "" : "  (" + String.join(", ", parts) + ")";
    }

    private void finding(int depth, Finding finding) {
        line(
                depth,
                finding.severity().text() + " " + finding.rule().code() + " ("
                        + finding.rule().id() + "): " + finding.sentence());
        if (all || finding.severity() == Severity.BLOCKER) {
            finding.evidence().forEach(evidence -> line(depth + 1, "| " + evidence));
        }
        line(depth + 1, "= " + finding.help());
    }

    /** Once for each reason, for it is mostly the same in many containers. */
    private void notChecked(ReadinessReport report) {
        Map<NotChecked.Reason, Map<String, Gap>> gaps = new TreeMap<>();
        report.client().notChecked().forEach(gap -> add(gaps, gap).where.add("client"));
        for (Readiness container : report.containers()) {
            container.notChecked().forEach(gap -> add(gaps, gap).where.add(name(container)));
        }
        if (!gaps.isEmpty()) {
            line(0, "not checked");
        }
        gaps.forEach((reason, ofReason) -> {
            line(1, reason.text());
            ofReason.forEach((because, gap) -> {
                line(2, gap.rules.stream().map(ReadinessRule::code).collect(Collectors.joining(", ")) + ": " + because);
                line(3, "in " + where(gap.where));
            });
        });
    }

    private static Gap add(Map<NotChecked.Reason, Map<String, Gap>> gaps, NotChecked notChecked) {
        Gap gap = gaps.computeIfAbsent(notChecked.reason(), reason -> new LinkedHashMap<>())
                .computeIfAbsent(notChecked.because(), because -> new Gap());
        gap.rules.add(notChecked.rule());
        return gap;
    }

    private static String name(Readiness container) {
        return container.task().cluster().name() + "/" + container.task().arn().id()
                + container.container().map(name -> "/" + name).orElse("");
    }

    private static String where(Set<String> places) {
        return places.size() <= 3 ? String.join(", ", places) : places.size() + " containers";
    }

    private void totals(ReadinessReport report) {
        long ready = report.containers().stream().filter(Readiness::isReady).count();
        long tasks = report.containers().stream()
                .map(one -> one.task().arn())
                .distinct()
                .count();
        line(
                0,
                count(tasks, "task") + ", " + count(report.containers().size(), "container") + ": " + ready + " ready, "
                        + (report.containers().size() - ready) + " not ready; "
                        + count(count(report, Severity.BLOCKER), "blocker") + ", "
                        + count(count(report, Severity.WARNING), "warning") + ", "
                        + count(count(report, Severity.INFO), "info"));
    }

    private static long count(ReadinessReport report, Severity severity) {
        return report.client().findings().stream()
                        .filter(finding -> finding.severity() == severity)
                        .count()
                + report.containers().stream()
                        .mapToLong(container -> container.findings(severity).size())
                        .sum();
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 || what.equals("info") ? "" : "s");
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(Visible.line(text)).append('\n');
    }

    /** The rules that one reason keeps from being checked, and where. */
    private static final class Gap {
        private final Set<ReadinessRule> rules = new LinkedHashSet<>();
        private final Set<String> where = new LinkedHashSet<>();
    }
}
