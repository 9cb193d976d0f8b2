// SPDX-License-Identifier: Apache-2.0
package io.execward.cases;

import io.execward.json.JsonArray;
import io.execward.json.JsonNumber;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The answer to a question.
 *
 * @param members {@code answer}, then what there is to say besides, in the order in which it is printed
 */
public record QuestionAnswer(Map<String, Value> members) {
    public QuestionAnswer {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    static final String ANSWER = "answer";

    /** Part of an answer. */
    public sealed interface Value {
        /** Answers for every kind. */
        <R> R match(Function<? super Word, R> word, Function<? super Count, R> count, Function<? super Words, R> words);

        /** True if a question file expects this. */
        boolean is(JsonValue expected);
    }

    /** A verdict, or another word. */
    public record Word(String text) implements Value {
        @Override
        public <R> R match(
                Function<? super Word, R> word, Function<? super Count, R> count, Function<? super Words, R> words) {
            return word.apply(this);
        }

        @Override
        public boolean is(JsonValue expected) {
            return expected instanceof JsonString string && string.value().equals(text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** How many. */
    public record Count(int number) implements Value {
        @Override
        public <R> R match(
                Function<? super Word, R> word, Function<? super Count, R> count, Function<? super Words, R> words) {
            return count.apply(this);
        }

        @Override
        public boolean is(JsonValue expected) {
            return expected instanceof JsonNumber value && value.span().text().equals(Integer.toString(number));
        }

        @Override
        public String toString() {
            return Integer.toString(number);
        }
    }

    /** Codes, ids or names; their order says nothing. */
    public record Words(List<String> texts) implements Value {
        public Words {
            texts = List.copyOf(texts);
        }

        @Override
        public <R> R match(
                Function<? super Word, R> word, Function<? super Count, R> count, Function<? super Words, R> words) {
            return words.apply(this);
        }

        @Override
        public boolean is(JsonValue expected) {
            Optional<List<String>> list = strings(expected);
            return list.isPresent()
                    && list.get().size() == texts.size()
                    && new TreeSet<>(list.get()).equals(new TreeSet<>(texts));
        }

        boolean includes(JsonValue expected) {
            return strings(expected).map(texts::containsAll).orElse(false);
        }

        private static Optional<List<String>> strings(JsonValue value) {
            if (!(value instanceof JsonArray array)) {
                return Optional.empty();
            }
            List<String> texts = new ArrayList<>();
            for (JsonValue item : array.items()) {
                if (!(item instanceof JsonString string)) {
                    return Optional.empty();
                }
                texts.add(string.value());
            }
            return Optional.of(texts);
        }

        @Override
        public String toString() {
            return texts.toString();
        }
    }

    QuestionAnswer(Value answer) {
        this(Map.of(ANSWER, answer));
    }

    QuestionAnswer with(String name, Value value) {
        Map<String, Value> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new QuestionAnswer(more);
    }

    /** What is not as the question expects, in words; empty if all is. */
    public Optional<String> difference(Question question) {
        List<String> different = new ArrayList<>();
        question.expected().forEach((name, expected) -> {
            if (!holds(name, expected)) {
                String member = member(name);
                String is = members.containsKey(member) ? String.valueOf(members.get(member)) : "not there";
                different.add((name.equals("expected") ? "" : member + " ") + "is " + is + ", expected "
                        + expected.span().text());
            }
        });
        return different.isEmpty() ? Optional.empty() : Optional.of(question.id() + " " + String.join("; ", different));
    }

    private boolean holds(String name, JsonValue expected) {
        Value value = members.get(member(name));
        if (value == null) {
            return false;
        }
        return name.equals("warningsInclude")
                ? value instanceof Words words && words.includes(expected)
                : value.is(expected);
    }

    private static String member(String expected) {
        return switch (expected) {
            case "expected" -> ANSWER;
            case "warningsInclude" -> "warnings";
            default -> expected;
        };
    }
}
