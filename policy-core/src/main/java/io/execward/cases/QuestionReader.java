// SPDX-License-Identifier: Apache-2.0
package io.execward.cases;

import static io.execward.cases.Fields.text;

import io.execward.audit.EventQuery;
import io.execward.audit.EventQuestion;
import io.execward.json.JsonObject;
import io.execward.json.JsonValue;
import io.execward.model.Action;
import io.execward.model.Context;
import io.execward.model.Resource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads one question (R-EXEC-141), strictly: a member that its kind does not have is an error. What is expected and the text for
 * people never take part in an answer.
 */
final class QuestionReader {
    private static final Set<String> ALWAYS = Set.of("id", "kind", "expected", "why", "question");

    /** The members of each kind, and what it may expect besides {@code expected}. */
    private record Kind(Set<String> members, Set<String> expected, Function<Fields, Question.Ask> reader) {}

    private static final Map<String, Kind> KINDS = new TreeMap<>(Map.of(
            "exec",
            new Kind(
                    Set.of("principal", "task", "cluster", "container", "context"),
                    Set.of("clusterCheck", "taskCheck"),
                    QuestionReader::exec),
            "action",
            new Kind(Set.of("principal", "action", "resource", "context"), Set.of(), QuestionReader::action),
            "readiness",
            new Kind(
                    Set.of("task", "cluster", "container"),
                    Set.of("blockers", "warningsInclude"),
                    QuestionReader::readiness),
            "events",
            new Kind(Set.of("query", "cluster", "action", "answerAs"), Set.of(), QuestionReader::events),
            "client",
            new Kind(Set.of(), Set.of(), fields -> new Question.Client())));

    private QuestionReader() {}

    /** @throws CaseException if the value is no question */
    static Question read(JsonValue value) {
        JsonObject object = Fields.object(value, "a question");
        JsonValue kindValue =
                object.get("kind").orElseThrow(() -> CaseException.at(object, "a question has no `kind`"));
        String word = text(kindValue, "`kind`");
        Kind kind = KINDS.get(word);
        if (kind == null) {
            throw CaseException.at(
                    kindValue,
                    "`" + word + "` is not a kind of question: known are " + String.join(", ", KINDS.keySet())
                            + " (R-EXEC-141)");
        }
        Set<String> known = new HashSet<>(ALWAYS);
        known.addAll(kind.members);
        known.addAll(kind.expected);
        Fields fields = Fields.of(object, "a question of kind `" + word + "`", known);
        Map<String, JsonValue> expected = new LinkedHashMap<>();
        for (JsonObject.Member member : object.members()) {
            if (member.name().equals("expected") || kind.expected.contains(member.name())) {
                expected.put(member.name(), member.value());
            }
        }
        return new Question(text(fields.required("id"), "`id`"), kind.reader.apply(fields), expected);
    }

    private static Question.Ask exec(Fields fields) {
        return new Question.Exec(
                name(fields, "principal"),
                name(fields, "task"),
                optionalName(fields, "cluster"),
                optionalName(fields, "container"),
                context(fields));
    }

    private static Question.Ask action(Fields fields) {
        return new Question.Act(
                name(fields, "principal"),
                CaseReader.parsed(fields.required("action"), "`action`", Action::of),
                CaseReader.parsed(fields.required("resource"), "`resource`", Resource::of),
                context(fields));
    }

    private static Question.Ask readiness(Fields fields) {
        return new Question.Ready(
                name(fields, "task"), optionalName(fields, "cluster"), optionalName(fields, "container"));
    }

    private static Question.Ask events(Fields fields) {
        return new Question.Events(
                new EventQuestion(
                        word(
                                fields,
                                "query",
                                EventQuery::of,
                                Arrays.stream(EventQuery.values())
                                        .map(EventQuery::word)
                                        .collect(Collectors.joining(", "))),
                        optionalName(fields, "cluster").map(it -> text(it, "`cluster`")),
                        optionalName(fields, "action").map(it -> text(it, "`action`"))),
                word(
                        fields,
                        "answerAs",
                        word -> Arrays.stream(Question.AnswerAs.values())
                                .filter(as -> as.word().equals(word))
                                .findFirst(),
                        Arrays.stream(Question.AnswerAs.values())
                                .map(Question.AnswerAs::word)
                                .collect(Collectors.joining(", "))));
    }

    private static <T> T word(Fields fields, String name, Function<String, Optional<T>> parser, String known) {
        JsonValue value = fields.required(name);
        String word = text(value, "`" + name + "`");
        return parser.apply(word)
                .orElseThrow(() -> CaseException.at(
                        value,
                        "`" + word + "` is not a value of `" + name + "`: known are " + known + " (R-EXEC-141)"));
    }

    private static JsonValue name(Fields fields, String name) {
        JsonValue value = fields.required(name);
        text(value, "`" + name + "`");
        return value;
    }

    private static Optional<JsonValue> optionalName(Fields fields, String name) {
        fields.optional(name).ifPresent(value -> text(value, "`" + name + "`"));
        return fields.optional(name);
    }

    private static Context context(Fields fields) {
        return fields.optional("context")
                .map(value -> CaseReader.context(value, "`context`"))
                .orElse(Context.empty());
    }
}
