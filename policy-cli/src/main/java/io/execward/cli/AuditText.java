// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.audit.AuditReport;
import io.execward.audit.Detection;
import io.execward.audit.DetectionKind;
import io.execward.audit.Shell;
import io.execward.audit.ShellAccess;
import io.execward.audit.ShellJudge;
import io.execward.diagnostic.Visible;
import io.execward.ecs.CheckDecision;
import io.execward.ecs.OperationDecision;
import io.execward.evaluate.Fact;
import io.execward.evaluate.ResourceDecision;
import io.execward.evaluate.StatementRef;
import io.execward.evaluate.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** An audit for people: what somebody should look at, then the shells, those that are alike together. */
record AuditText(Consumer<String> out) {
    private static final int SHOWN_IDS = 8;

    /** Shells that differ only in when they were opened. */
    private record Group(String who, List<String> why) {}

    void print(AuditReport report, ShellJudge judge) {
        line(report.records() + " records"
                + report.first().map(first -> " from " + first).orElse("")
                + report.last().map(last -> " to " + last).orElse("") + ", "
                + report.shells().size() + " shells opened");
        detections(report);
        shells(report, judge);
    }

    private void line(String text) {
        out.accept(Visible.line(text) + "\n");
    }

    private void detections(AuditReport report) {
        Optional<DetectionKind> before = Optional.empty();
        for (Detection detection : report.detections()) {
            if (!before.equals(Optional.of(detection.kind()))) {
                out.accept("\n");
                line(detection.kind().title() + " (" + detection.kind().word() + ")");
                before = Optional.of(detection.kind());
            }
            line("  " + detection.principal() + " "
                    + (detection.refused() && !isBurst(detection) ? "tried, and was refused: " : "")
                    + detection.what());
            line("    " + span(detection.first(), detection.last()) + "  " + ids(detection.eventIds()));
        }
        if (report.detections().isEmpty()) {
            out.accept("\n");
            line("nothing was found that somebody should look at");
        }
    }

    private static boolean isBurst(Detection detection) {
        return detection.kind() == DetectionKind.REFUSAL_BURST;
    }

    private static String span(Instant first, Instant last) {
        return first.equals(last) ? first.toString() : first + " to " + last;
    }

    private static String ids(List<String> ids) {
        String shown = String.join(", ", ids.subList(0, Math.min(SHOWN_IDS, ids.size())));
        return (ids.size() == 1 ? "event " : ids.size() + " events: ")
                + shown
                + (ids.size() > SHOWN_IDS ? ", ...; --format json has all" : "");
    }

    private void shells(AuditReport report, ShellJudge judge) {
        if (report.shells().isEmpty()) {
            return;
        }
        Map<Group, List<Shell>> groups = new LinkedHashMap<>();
        for (Shell shell : report.shells()) {
            groups.computeIfAbsent(new Group(who(shell), why(judge.judge(shell))), group -> new ArrayList<>())
                    .add(shell);
        }
        out.accept("\n");
        line("what lets the shells through, by the documents of today; policies and tags may have changed since");
        groups.forEach((group, shells) -> {
            line("  " + group.who);
            line("    "
                    + span(shells.get(0).time(), shells.get(shells.size() - 1).time()) + "  "
                    + ids(shells.stream().map(Shell::eventId).toList()));
            group.why.forEach(why -> line("    " + why));
        });
    }

    private static String who(Shell shell) {
        return shell.principal() + "  "
                + switch (shell.kind()) {
                    case EXEC -> "ecs:ExecuteCommand";
                    case SESSION -> "ssm:StartSession";
                }
                + "  in "
                + shell.container().map(name -> name + " of ").orElse("")
                + shell.task().map(Object::toString).orElse("a task that the record does not tell");
    }

    private static List<String> why(ShellAccess access) {
        List<String> lines = new ArrayList<>();
        access.decision().ifPresent(decision -> lines.addAll(why(decision)));
        if (access.decision().isEmpty()) {
            lines.add("not judged");
        }
        access.notes().forEach(note -> lines.add("note: " + note));
        return lines;
    }

    private static List<String> why(OperationDecision decision) {
        List<String> lines = new ArrayList<>();
        if (decision.verdict() == Verdict.ALLOWED) {
            for (CheckDecision check : decision.checks()) {
                lines.add(check.check().subject() + " ALLOWED by " + statements(check));
            }
        } else if (decision.verdict() == Verdict.UNDECIDED) {
            Set<String> facts = new TreeSet<>();
            decision.checks()
                    .forEach(check -> check.decision()
                            .undecided()
                            .ifPresent(undecided -> undecided.facts().stream()
                                    .map(Fact::toString)
                                    .forEach(facts::add)));
            lines.add("UNDECIDED, it depends on " + String.join(", ", facts));
        } else {
            lines.add("the documents of today do not allow it: " + decision.verdict());
            for (CheckDecision check : decision.failing()) {
                String by = statements(check);
                lines.add(check.check().subject() + " " + check.verdict() + (by.isEmpty() ? "" : " by " + by));
            }
        }
        return lines;
    }

    private static String statements(CheckDecision check) {
        Set<String> all = new LinkedHashSet<>();
        for (ResourceDecision resource : check.decision().resources()) {
            resource.decidedBy().stream().map(StatementRef::toString).forEach(all::add);
        }
        return all.stream().collect(Collectors.joining(", "));
    }
}
