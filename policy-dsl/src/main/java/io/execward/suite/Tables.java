// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.diagnostic.SourceSpan;
import io.execward.lang.CallerFact;
import io.execward.lang.Cell;
import io.execward.lang.Operation;
import io.execward.lang.Outcome;
import io.execward.lang.Reference;
import io.execward.lang.TagSet;
import io.execward.lang.TestItem;
import io.execward.lang.Text;
import io.execward.lang.Value;
import io.execward.lang.Values;
import io.execward.lang.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables of expectations: each row becomes the expectation that could stand in its place. */
final class Tables {
    private final Complaints complaints;
    private final TestItem.ExpectTable table;

    Tables(TestItem.ExpectTable table, Complaints complaints) {
        this.table = table;
        this.complaints = complaints;
    }

    /**
     * A row, written out.
     *
     * @param caller who calls in this row; empty for the caller of the test
     */
    record Written(TestItem.Expect expect, Optional<Value> caller) {}

    /** Rows that are wrong are complained about and left out; the others are read all the same. */
    List<Written> rows() {
        checkColumns();
        List<Written> rows = new ArrayList<>();
        for (TestItem.Row row : table.rows()) {
            complaints.at(row.span(), () -> rows.add(row(row)));
        }
        if (table.rows().isEmpty()) {
            complaints.error("TEST-09", table.span(), "the table has no row, so that nothing is tested", "add a row");
        }
        return rows;
    }

    private void checkColumns() {
        List<String> seen = new ArrayList<>();
        for (Cell column : table.columns()) {
            String name = name(column);
            if (seen.contains(name)) {
                throw complaints.fatal(
                        "TEST-05", column.span(), "there are two columns `" + name + "`", "keep one of the two");
            }
            seen.add(name);
        }
        if (!seen.contains("is")) {
            throw complaints.fatal(
                    "TEST-09",
                    table.span(),
                    "the table has no column `is`, so that it expects nothing",
                    "add a column `is` with `allowed`, `denied` …");
        }
        for (Operation.Part part : table.operation().parts()) {
            if (part instanceof Operation.Open open
                    && !seen.contains(open.type().word())) {
                throw complaints.fatal(
                        "TEST-04",
                        open.span(),
                        "there is no column `" + open.type().word() + "`",
                        "add it, or name the " + open.type().word() + " here");
            }
        }
    }

    private String name(Cell column) {
        if (column instanceof Cell.Type type) {
            return type.type().word();
        }
        if (column instanceof Cell.Column word) {
            return word.word();
        }
        return key(column).value();
    }

    /** A column that is a string is a condition key. */
    private Text key(Cell column) {
        if (column instanceof Cell.Plain plain
                && plain.values().items().size() == 1
                && plain.values().items().get(0) instanceof Value.Literal literal
                && literal.quoted()) {
            return new Text(literal.span(), literal.text());
        }
        throw complaints.fatal(
                "TEST-10",
                column.span(),
                "`" + column.span().text() + "` names no column",
                "write the name of a part, such as `task`, `container`, `mfa`, `is`, or a condition key in quotes");
    }

    private Written row(TestItem.Row row) {
        if (row.cells().size() != table.columns().size()) {
            throw complaints.fatal(
                    "TEST-10",
                    row.span(),
                    "the row has " + row.cells().size() + " cells, the table "
                            + table.columns().size() + " columns",
                    "leave a cell empty where nothing is told");
        }
        List<Operation.Part> parts = new ArrayList<>();
        for (Operation.Part part : table.operation().parts()) {
            if (!(part instanceof Operation.Open)) {
                parts.add(part);
            }
        }
        Filled filled = new Filled(parts);
        for (int i = 0; i < row.cells().size(); i++) {
            filled.add(table.columns().get(i), row.cells().get(i));
        }
        Outcome outcome = filled.outcome(row.span());
        Operation operation = new Operation(
                row.span(), table.operation().verb(), table.operation().action(), filled.parts);
        return new Written(new TestItem.Expect(row.span(), operation, outcome), filled.caller);
    }

    /** What the cells of one row add. */
    private final class Filled {
        final List<Operation.Part> parts;
        Optional<Value> caller = Optional.empty();
        private Optional<Outcome> is = Optional.empty();
        private Optional<Outcome.Reason> because = Optional.empty();

        Filled(List<Operation.Part> parts) {
            this.parts = parts;
        }

        /** An empty cell tells nothing. */
        void add(Cell column, Cell cell) {
            if (cell instanceof Cell.Empty) {
                return;
            }
            if (column instanceof Cell.Type type) {
                parts.add(new Operation.Things(
                        cell.span(), "", new Reference(cell.span(), Optional.of(type.type()), values(cell))));
            } else if (column instanceof Cell.Column word) {
                add(word.word(), cell);
            } else {
                parts.add(new CallerFact.Present(cell.span(), key(column), values(cell)));
            }
        }

        private void add(String column, Cell cell) {
            switch (column) {
                case "is" -> is = Optional.of(outcome(cell));
                case "because" -> because = Optional.of(reason(cell));
                case "mfa" -> parts.add(mfa(cell));
                case "from" -> parts.add(new CallerFact.From(cell.span(), value(cell)));
                case "through" -> parts.add(new CallerFact.Through(cell.span(), value(cell)));
                case "at" -> parts.add(new CallerFact.At(cell.span(), value(cell)));
                case "tagged" -> parts.add(new CallerFact.Tagged(cell.span(), tags(cell)));
                case "exec" -> parts.add(exec(cell));
                case "tag" -> parts.add(tag(cell));
                case "caller" -> caller = Optional.of(value(cell));
                default ->
                    throw complaints.fatal(
                            "TEST-10", cell.span(), "`" + column + "` is no column of a table", "leave it out");
            }
        }

        Outcome outcome(SourceSpan row) {
            Outcome outcome = is.orElseThrow(() -> complaints.fatal(
                    "TEST-09", row, "the row expects nothing", "write `allowed`, `denied` … below `is`"));
            if (because.isEmpty()) {
                return outcome;
            }
            return new Outcome(outcome.span(), outcome.verdict(), because, outcome.without());
        }

        private Outcome outcome(Cell cell) {
            if (cell instanceof Cell.Expected expected) {
                return expected.outcome();
            }
            throw wrong(
                    cell, "an outcome: `allowed`, `denied`, `explicitly denied`, `implicitly denied` or `undecided`");
        }

        private Outcome.Reason reason(Cell cell) {
            if (cell instanceof Cell.Layer layer) {
                return new Outcome.Reason(cell.span(), Optional.of(layer.kind()), layer.name());
            }
            if (value(cell) instanceof Value.Literal literal) {
                Text name = new Text(literal.span(), literal.text());
                return new Outcome.Reason(cell.span(), Optional.empty(), Optional.of(name));
            }
            throw wrong(cell, "a layer, or a Sid or policy name in quotes");
        }

        private CallerFact mfa(Cell cell) {
            if (cell instanceof Cell.HowLong age) {
                return new CallerFact.Mfa(cell.span(), age.age());
            }
            if (cell instanceof Cell.Column word && word.word().equals("without mfa")) {
                return new CallerFact.NoMfa(cell.span());
            }
            throw wrong(cell, "how long ago, such as `5 minutes`, or `without mfa`");
        }

        private Operation.Exec exec(Cell cell) {
            if (cell instanceof Cell.Exec exec) {
                return new Operation.Exec(cell.span(), exec.enabled());
            }
            throw wrong(cell, "`enabled` or `disabled`");
        }

        private TagSet tags(Cell cell) {
            if (cell instanceof Cell.Tags tags) {
                return tags.tags();
            }
            if (value(cell) instanceof Value.Name name) {
                return name;
            }
            throw wrong(cell, "tags: `{ team = \"payments\" }`");
        }

        /** Tags to set for `tag`, tag keys to remove for `untag`. */
        private Operation.Part tag(Cell cell) {
            if (cell instanceof Cell.Tags tags) {
                return new Operation.Tags(cell.span(), tags.tags());
            }
            List<Word> keys = new ArrayList<>();
            for (Value value : values(cell).items()) {
                keys.add(value.match(
                        literal -> new Word(literal.span(), literal.text(), true),
                        name -> new Word(name.span(), name.name(), false)));
            }
            return new Operation.TagKeys(cell.span(), keys);
        }

        private Value value(Cell cell) {
            List<Value> items = values(cell).items();
            if (items.size() != 1) {
                throw wrong(cell, "one value");
            }
            return items.get(0);
        }

        private Values values(Cell cell) {
            if (cell instanceof Cell.Plain plain) {
                return plain.values();
            }
            throw wrong(cell, "a value");
        }

        private Complaints.Given wrong(Cell cell, String wanted) {
            return complaints.fatal(
                    "TEST-10", cell.span(), "`" + cell.span().text() + "` does not fit its column", "write " + wanted);
        }
    }
}
