// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import io.execward.lang.internal.parser.ExecParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** Copies tables: the bars of one line are one row. */
final class TableBuilder {
    private final Shapes shapes;
    private final TestBuilder tests;

    TableBuilder(Shapes shapes, TestBuilder tests) {
        this.shapes = shapes;
        this.tests = tests;
    }

    TestItem table(SourceSpan span, Operation operation, ExecParser.RowContext context) {
        List<TestItem.Row> rows = rows(context);
        List<Cell> columns = rows.get(0).cells();
        for (TestItem.Row row : rows.subList(1, rows.size())) {
            if (row.cells().size() != columns.size()) {
                shapes.problems()
                        .error(
                                "LANG-018",
                                row.span(),
                                "the row has " + count(row.cells().size()) + ", and the table " + columns.size()
                                        + " columns",
                                "write a row on one line, with `|` around each cell; an empty cell has nothing between its bars");
            }
        }
        return new TestItem.ExpectTable(span, operation, columns, rows.subList(1, rows.size()));
    }

    private static String count(int cells) {
        return cells == 1 ? "1 cell" : cells + " cells";
    }

    private List<TestItem.Row> rows(ExecParser.RowContext context) {
        List<TestItem.Row> rows = new ArrayList<>();
        List<ParseTree> line = new ArrayList<>();
        int number = context.getStart().getLine();
        for (ParseTree child : context.children) {
            Token start = start(child);
            if (start.getType() == ExecParser.BAR && start.getLine() != number) {
                rows.add(row(line));
                line.clear();
                number = start.getLine();
            }
            line.add(child);
        }
        rows.add(row(line));
        return rows;
    }

    private static Token start(ParseTree tree) {
        return tree instanceof ParserRuleContext context ? context.getStart() : (Token) tree.getPayload();
    }

    private static Token stop(ParseTree tree) {
        return tree instanceof ParserRuleContext context ? context.getStop() : (Token) tree.getPayload();
    }

    private TestItem.Row row(List<ParseTree> line) {
        List<Cell> cells = new ArrayList<>();
        boolean open = false;
        for (ParseTree child : line) {
            if (child instanceof ExecParser.CellContext cell) {
                cells.add(cell(cell));
                open = false;
            } else {
                if (open) {
                    Token bar = start(child);
                    cells.add(new Cell.Empty(shapes.span(bar)));
                }
                open = true;
            }
        }
        SourceSpan span = shapes.span(start(line.get(0)), stop(line.get(line.size() - 1)));
        return new TestItem.Row(span, cells);
    }

    private Cell cell(ExecParser.CellContext context) {
        SourceSpan span = shapes.span(context);
        if (context.outcomeCell() != null) {
            return outcome(context.outcomeCell());
        }
        if (context.duration() != null) {
            return new Cell.HowLong(span, shapes.age(context.duration()));
        }
        if (context.tags() != null) {
            return new Cell.Tags(span, shapes.tags(context.tags()));
        }
        if (context.values() != null) {
            return new Cell.Plain(span, shapes.values(context.values()));
        }
        if (context.kind() != null) {
            return new Cell.Type(span, Shapes.type(context.kind().getStart()));
        }
        if (context.columnWord() != null) {
            boolean without = context.columnWord().WITHOUT() != null;
            return new Cell.Column(
                    span,
                    without ? "without mfa" : Constructs.word(context.getStart().getType()));
        }
        return new Cell.Exec(span, context.ENABLED() != null);
    }

    private Cell outcome(ExecParser.OutcomeCellContext context) {
        SourceSpan span = shapes.span(context);
        if (context.policyKind() != null) {
            return new Cell.Layer(span, Shapes.kind(context.policyKind()), tests.name(context.STRING()));
        }
        return new Cell.Expected(span, tests.outcome(span, context.verdict(), context.reason(), context.missing()));
    }
}
