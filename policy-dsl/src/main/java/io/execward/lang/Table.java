// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import java.util.ArrayList;
import java.util.List;

/** The columns of the tables in a file: how many blanks go before a word so that the bars stand below each other. */
final class Table {
    private final List<Lexeme> words;
    private final int[] padding;
    private final List<List<Cell>> rows = new ArrayList<>();

    /** @param end the index of the bar behind it */
    private record Cell(int width, int end) {}

    private Table(List<Lexeme> words, int[] padding) {
        this.words = words;
        this.padding = padding;
    }

    static int[] padding(List<Lexeme> words, Break[] breaks) {
        int[] padding = new int[words.size()];
        Table table = new Table(words, padding);
        for (int from = 0; from < words.size(); from++) {
            if (breaks[from] == Break.ROW) {
                int to = from + 1;
                while (to < words.size() && breaks[to] != Break.ROW && breaks[to] != Break.SENTENCE) {
                    to++;
                }
                table.row(from, to);
            } else if (breaks[from] == Break.SENTENCE) {
                table.align();
                table = new Table(words, padding);
            }
        }
        table.align();
        return padding;
    }

    private void row(int from, int to) {
        List<Cell> cells = new ArrayList<>();
        int width = 0;
        for (int i = from + 1; i < to; i++) {
            if (words.get(i).isSign('|')) {
                cells.add(new Cell(width, i));
                width = 0;
            } else {
                boolean glued = words.get(i).isSign(',')
                        || words.get(i).isSign(')')
                        || words.get(i - 1).isSign('(');
                width += words.get(i).width() + (glued || words.get(i - 1).isSign('|') ? 0 : 1);
            }
        }
        rows.add(cells);
    }

    private void align() {
        int most = rows.stream().mapToInt(List::size).max().orElse(0);
        for (int column = 0; column < most; column++) {
            int at = column;
            int widest = rows.stream()
                    .filter(row -> row.size() > at)
                    .mapToInt(row -> row.get(at).width())
                    .max()
                    .orElse(0);
            for (List<Cell> row : rows) {
                if (row.size() > at) {
                    Cell cell = row.get(at);
                    // An empty cell has one blank where others have two.
                    padding[cell.end()] = widest - cell.width() + (cell.width() == 0 && widest > 0 ? 1 : 0);
                }
            }
        }
    }
}
