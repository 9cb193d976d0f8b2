// SPDX-License-Identifier: Apache-2.0
package io.execward.junit;

import io.execward.audit.EventQuestion;
import io.execward.cases.AccountAnswers;
import io.execward.cases.Case;
import io.execward.cases.CaseException;
import io.execward.cases.Question;
import io.execward.cases.QuestionAnswer;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opentest4j.AssertionFailedError;

/** A question about an account, whose answer must be the one that it expects. */
final class QuestionLine implements CaseFile.Check {
    private final AccountAnswers answers;

    QuestionLine(AccountAnswers answers) {
        this.answers = answers;
    }

    /** What the lines ask about the trail. Lines that are no questions ask nothing here, and fail when they run. */
    static Set<EventQuestion> events(List<CaseFile.Line> lines) {
        Set<EventQuestion> events = new LinkedHashSet<>();
        for (CaseFile.Line line : lines) {
            try {
                if (Question.read(line.value()).ask() instanceof Question.Events about) {
                    events.add(about.question());
                }
            } catch (CaseException | PolicySyntaxException e) {
                // Its own test says so.
            }
        }
        return events;
    }

    @Override
    public String name(JsonValue value) {
        return Case.id(value).orElse("line");
    }

    @Override
    public void run(JsonValue value) {
        Question question = Question.read(value);
        if (question.expected().isEmpty()) {
            throw new CaseException(1, "the question expects nothing: add `expected` with the answer");
        }
        QuestionAnswer answer = answers.answer(question);
        Optional<String> difference = answer.difference(question);
        if (difference.isPresent()) {
            throw new AssertionFailedError(
                    value.span() + ": " + difference.get()
                            + answers.explanation(question)
                                    .map(why -> "\n\n" + why)
                                    .orElse(""),
                    String.valueOf(question.expected().values().stream()
                            .map(expected -> expected.span().text())
                            .toList()),
                    String.valueOf(answer.members()));
        }
    }
}
