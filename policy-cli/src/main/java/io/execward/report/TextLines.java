// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import java.util.List;
import java.util.function.Consumer;

/** Lines of text, broken at blanks so that they stay within {@value #WIDTH} columns where they can. */
record TextLines(Consumer<String> out) {
    static final int WIDTH = 110;

    void line(String text) {
        out.accept(text.stripTrailing() + "\n");
    }

    void blank() {
        out.accept("\n");
    }

    /** The text behind {@code first}, further lines behind {@code next}. */
    void wrapped(String first, String next, String text) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                line(line.toString());
                line = new StringBuilder(next);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        line(line.toString());
    }

    /** A command to copy. */
    void command(List<String> words) {
        out.accept("      $ " + broken(words, 8, "          ", WIDTH) + "\n");
    }

    /** A command, broken only in front of options, where a backslash takes the shell to the next line. */
    static String broken(List<String> words, int firstColumn, String indent, int width) {
        StringBuilder text = new StringBuilder();
        int column = firstColumn;
        for (int i = 0; i < words.size(); ) {
            boolean option = words.get(i).startsWith("--") && words.get(i).indexOf('=') < 0;
            int end = Math.min(i + (option ? 2 : 1), words.size());
            String part = ShellWord.line(words.subList(i, end));
            if (option && column + 1 + part.length() + 2 > width) {
                text.append(" \\\n").append(indent);
                column = indent.length();
            } else if (i > 0) {
                text.append(' ');
                column++;
            }
            text.append(part);
            column += part.length();
            i = end;
        }
        return text.toString();
    }

    /** Rows of the same length; the first column to the left, numbers to the right. */
    void table(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int i = 0; i < columns; i++) {
                String pad = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? row.get(i) + pad : "  " + pad + row.get(i));
            }
            line(line.toString());
        }
    }
}
