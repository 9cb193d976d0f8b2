// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.diagnostic.Visible;
import io.execward.proof.PolicyChange;
import java.util.List;
import java.util.function.Consumer;

/** A change as Markdown, with what is gained before all else. */
final class DiffMarkdown {
    private final DiffReport report;
    private final Consumer<String> out;

    DiffMarkdown(DiffReport report, Consumer<String> out) {
        this.report = report;
        this.out = text -> out.accept(Visible.text(text));
    }

    void print() {
        PolicyChange change = report.change();
        out.accept("## Access from " + code(report.before().name()) + " to "
                + code(report.after().name()) + "\n\n");
        if (change.holders().isEmpty()) {
            out.accept("No access is gained or lost (" + change.unchanged() + " compared).\n");
            return;
        }
        section("Gained", true);
        section("Lost", false);
        unknown();
        out.accept("Without a difference: " + change.unchanged() + "\n");
    }

    private void section(String title, boolean gained) {
        if (report.change().holders().stream()
                .allMatch(holder -> side(holder, gained).isEmpty())) {
            return;
        }
        out.accept("### " + title + "\n\n");
        DiffReport.Side with = gained ? report.after() : report.before();
        for (PolicyChange.OfHolder holder : report.change().holders()) {
            if (!side(holder, gained).isEmpty()) {
                out.accept("**" + code(holder.name()) + "**\n\n");
            }
            for (PolicyChange.Access access : side(holder, gained)) {
                out.accept("- " + code(access.text()) + "  \n  such as " + code(RequestWords.of(access.request()))
                        + "\n\n");
                with.commands(holder.name())
                        .lines(access.request())
                        .ifPresent(commands -> commands.forEach(this::command));
            }
        }
    }

    private void command(String line) {
        out.accept("  " + fence(line) + "sh\n  " + line + "\n  " + fence(line) + "\n\n");
    }

    private void unknown() {
        if (report.change().holders().stream()
                .allMatch(holder -> holder.unknown().isEmpty())) {
            return;
        }
        out.accept("### Not known\n\n");
        for (PolicyChange.OfHolder holder : report.change().holders()) {
            for (PolicyChange.Unknown unknown : holder.unknown()) {
                out.accept("- " + code(holder.name()) + ", what it " + (unknown.gained() ? "gains" : "loses") + ": "
                        + code(unknown.why()) + "\n");
            }
        }
        out.accept("\n");
    }

    private static List<PolicyChange.Access> side(PolicyChange.OfHolder holder, boolean gained) {
        return gained ? holder.gained() : holder.lost();
    }

    /** A code span around a text that may hold backticks; names come from documents, and must not become markup. */
    private static String code(String text) {
        String ticks = "`".repeat(longestRun(text) + 1);
        String pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return ticks + pad + text.replace('\n', ' ') + pad + ticks;
    }

    private static String fence(String text) {
        return "`".repeat(Math.max(3, longestRun(text) + 1));
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
