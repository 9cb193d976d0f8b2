// SPDX-License-Identifier: Apache-2.0
package io.execward.diagnostic;

import java.util.List;
import java.util.function.UnaryOperator;

/** Prints diagnostics for people: sentence, place, the line with the offending text underlined, and the next step. */
public final class DiagnosticPrinter {
    /** A line is shown whole up to this many code points; of a longer one the part around the offending text. */
    private static final int MAX_LINE = 160;

    private static final int LEAD = 40;

    private DiagnosticPrinter() {}

    /** All of them, a blank line between two. */
    public static String print(List<Diagnostic> diagnostics) {
        return print(diagnostics, UnaryOperator.identity());
    }

    /**
     * As {@link #print(List)}, for readers who know the sources by other names.
     *
     * @param names what to call a source, by its name
     */
    public static String print(List<Diagnostic> diagnostics, UnaryOperator<String> names) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            out.append(out.isEmpty() ? "" : "\n");
            print(out, diagnostic, names);
        }
        return out.toString();
    }

    /** One diagnostic; ends with a line break. */
    public static String print(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        print(out, diagnostic, UnaryOperator.identity());
        return out.toString();
    }

    private static void print(StringBuilder out, Diagnostic diagnostic, UnaryOperator<String> names) {
        out.append(diagnostic.severity().text())
                .append('[')
                .append(diagnostic.rule())
                .append("]: ")
                .append(Visible.line(diagnostic.message()))
                .append('\n');
        excerpt(out, diagnostic.span(), "", names);
        for (Diagnostic.Related related : diagnostic.related()) {
            excerpt(out, related.span(), related.note(), names);
        }
        diagnostic
                .help()
                .ifPresent(help ->
                        out.append("   = help: ").append(Visible.line(help)).append('\n'));
    }

    private static void excerpt(StringBuilder out, SourceSpan span, String note, UnaryOperator<String> names) {
        Source source = span.source();
        Source.Position position = span.position();
        out.append("  --> ")
                .append(Visible.line(names.apply(source.name())))
                .append(':')
                .append(position)
                .append('\n');
        if (source.text().isEmpty()) {
            return;
        }
        int[] line = source.line(span.start()).codePoints().toArray();
        int column = source.indexOnLine(span.start());
        int from = line.length <= MAX_LINE ? 0 : Math.max(0, Math.min(column - LEAD, line.length - MAX_LINE));
        int to = Math.min(line.length, from + MAX_LINE);
        int length = Math.max(1, source.text().codePointCount(span.start(), endOnLine(span)));
        int marks = Math.max(1, Math.min(length, to - column));
        String number = Integer.toString(position.line());
        String gutter = " ".repeat(Math.max(1, 2 - number.length()));
        String lead = from > 0 ? "..." : "";
        out.append(gutter).append(number).append(" | ").append(lead);
        out.append(Visible.line(new String(line, from, to - from)));
        out.append(to < line.length ? "..." : "").append('\n');
        out.append(" ".repeat(gutter.length() + number.length())).append(" | ").append(" ".repeat(lead.length()));
        appendPadding(out, line, from, column);
        out.append("^".repeat(marks))
                .append(note.isEmpty() ? "" : " " + Visible.line(note))
                .append('\n');
    }

    private static int endOnLine(SourceSpan span) {
        String text = span.source().text();
        int end = span.start();
        while (end < span.end() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** Tabs stay tabs below the line, so that the marks stand under the text however wide the terminal draws them. */
    private static void appendPadding(StringBuilder out, int[] line, int from, int column) {
        for (int i = from; i < column; i++) {
            out.append(i < line.length && line[i] == '\t' ? '\t' : ' ');
        }
    }
}
