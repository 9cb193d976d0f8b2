// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.diagnostic.Visible;
import io.execward.evaluate.StatementRef;
import io.execward.proof.PolicyChange;
import java.util.List;
import java.util.function.Consumer;

/** A change for a terminal: by holder what is gained, what is lost, and what is not known. */
final class DiffText {
    private static final String BLANK = "             ";

    private final DiffReport report;
    private final TextLines lines;

    DiffText(DiffReport report, Consumer<String> out) {
        this.report = report;
        this.lines = new TextLines(text -> out.accept(Visible.text(text)));
    }

    void print() {
        PolicyChange change = report.change();
        for (PolicyChange.OfHolder holder : change.holders()) {
            lines.line(holder.name());
            side("gains", holder.gained(), holder.name(), report.after(), report.before());
            side("loses", holder.lost(), holder.name(), report.before(), report.after());
            for (PolicyChange.Unknown unknown : holder.unknown()) {
                lines.wrapped(
                        "  unknown  ",
                        BLANK,
                        (unknown.gained() ? "what it gains: " : "what it loses: ") + unknown.why());
            }
            lines.blank();
        }
        int unchanged = change.unchanged();
        if (change.holders().isEmpty()) {
            lines.line("No access is gained or lost (" + unchanged + " compared).");
        } else {
            lines.line("Without a difference: " + unchanged);
        }
    }

    private void side(
            String verb, List<PolicyChange.Access> all, String holder, DiffReport.Side with, DiffReport.Side without) {
        for (PolicyChange.Access access : all) {
            lines.wrapped("  " + verb + "    ", BLANK, access.text());
            lines.wrapped("    such as  ", BLANK, RequestWords.of(access.request()));
            for (StatementRef ref : RequestWords.granting(access.because())) {
                lines.wrapped("    because  ", BLANK, RequestWords.of(ref));
            }
            lines.line("    allowed by " + with.name() + ":");
            with.commands(holder).of(access.request()).ifPresent(commands -> commands.forEach(lines::command));
            lines.line("    not by " + without.name() + ":");
            without.commands(holder).of(access.request()).ifPresent(commands -> commands.forEach(lines::command));
        }
    }
}
