// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.audit.EventMatches;
import io.execward.audit.EventQuestion;
import io.execward.cases.AccountAnswers;
import io.execward.cases.Case;
import io.execward.cases.CaseException;
import io.execward.cases.Question;
import io.execward.cases.QuestionAnswer;
import io.execward.diagnostic.Visible;
import io.execward.json.JsonText;
import io.execward.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers a file of questions, one JSON line each, in order. The whole file is read first, so that the trail is read once for all
 * questions about it.
 */
final class QuestionRunner {
    /** What a line holds: a question, or why it holds none. */
    private record Item(long line, Optional<String> id, Optional<Question> question, Optional<CaseException> error) {}

    private final String name;
    private final LineReport report;
    private final boolean check;

    QuestionRunner(String name, boolean check, LineReport report) {
        this.name = name;
        this.check = check;
        this.report = report;
    }

    /**
     * @param events answers questions about the trail, all in one pass
     * @param answers answers the others, and those too once it knows what the trail tells
     * @param out takes each line
     */
    void run(
            InputStream in,
            Function<Set<EventQuestion>, Map<EventQuestion, EventMatches>> events,
            AccountAnswers answers,
            Consumer<String> out) {
        List<Item> items = read(in);
        Set<EventQuestion> asked = new LinkedHashSet<>();
        for (Item item : items) {
            item.question.ifPresent(question -> {
                if (question.ask() instanceof Question.Events about) {
                    asked.add(about.question());
                }
            });
        }
        AccountAnswers informed = answers.knowing(asked.isEmpty() ? Map.of() : events.apply(asked));
        for (Item item : items) {
            out.accept(answer(item, informed));
        }
    }

    private List<Item> read(InputStream in) {
        LineReader lines = new LineReader(in, InputLine.LONGEST, () -> {});
        List<Item> items = new ArrayList<>();
        try {
            for (Optional<LineReader.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (!InputLine.isBlank(line.get())) {
                    items.add(item(line.get()));
                }
            }
        } catch (IOException e) {
            throw new InputError("error: reading " + name + " failed: " + InputFiles.reason(e));
        }
        return items;
    }

    private Item item(LineReader.Line line) {
        Optional<String> id = Optional.empty();
        try {
            JsonValue value = InputLine.parse(name, line);
            id = Case.id(value);
            return new Item(line.number(), id, Optional.of(Question.read(value)), Optional.empty());
        } catch (CaseException e) {
            return new Item(line.number(), id, Optional.empty(), Optional.of(e));
        }
    }

    private String answer(Item item, AccountAnswers answers) {
        if (item.question.isEmpty()) {
            return refused(item, item.error.orElseGet(() -> new CaseException(0, "the line is no question")));
        }
        Question question = item.question.get();
        try {
            QuestionAnswer answer = answers.answer(question);
            if (check && !question.expected().isEmpty()) {
                report.answered(item.line, answer.difference(question), false);
            } else {
                report.answered();
            }
            return QuestionJson.line(question.id(), answer) + "\n";
        } catch (CaseException e) {
            return refused(item, e);
        } catch (RuntimeException | StackOverflowError e) {
            return refused(
                    item,
                    new CaseException(0, "internal error: " + Visible.line(e.toString()) + "; please report this"));
        }
    }

    private String refused(Item item, CaseException error) {
        report.refused(item.line, error);
        StringBuilder text = new StringBuilder("{\"id\":");
        item.id.ifPresentOrElse(id -> JsonText.appendQuoted(text, id), () -> text.append("null"));
        String column = error.column() > 0 ? ", column " + error.column() : "";
        text.append(",\"error\":");
        JsonText.appendQuoted(text, "line " + item.line + column + ": " + error.text());
        return text.append("}\n").toString();
    }
}
