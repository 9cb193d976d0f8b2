// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.diagnostic.SourceSpan;
import io.execward.json.JsonArray;
import io.execward.json.JsonBoolean;
import io.execward.json.JsonNull;
import io.execward.json.JsonNumber;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The members of an object of a document, each read as what it has to be (R-EXEC-115). Members that nobody asks for are ignored,
 * {@code null} is as good as no member, and what has the wrong type is reported.
 */
final class Fields {
    private static final String RULE = "R-EXEC-115";

    private final JsonObject object;
    private final String what;
    private final Findings findings;

    private Fields(JsonObject object, String what, Findings findings) {
        this.object = object;
        this.what = what;
        this.findings = findings;
    }

    /**
     * The fields of an object; empty if it is none, which is reported.
     *
     * @param what how messages call the object, such as {@code the task}
     */
    static Optional<Fields> of(JsonValue value, String what, Findings findings) {
        if (value instanceof JsonObject object) {
            return Optional.of(new Fields(object, what, findings));
        }
        wrongType(value, what, "an object", findings);
        return Optional.empty();
    }

    private static void wrongType(JsonValue value, String what, String expected, Findings findings) {
        findings.error(
                RULE, value.span(), what + " is not " + expected, "write " + expected + ", or make the document again");
    }

    Findings findings() {
        return findings;
    }

    /** The opening brace. */
    SourceSpan opening() {
        SourceSpan all = object.span();
        return all.source().span(all.start(), all.start() + 1);
    }

    /** The value of the member, or the opening brace if there is none. */
    SourceSpan place(String name) {
        return object.get(name).map(JsonValue::span).orElseGet(this::opening);
    }

    void error(String rule, String member, String message, String help) {
        findings.error(rule, place(member), message, help);
    }

    /** The member, unless it is {@code null}. */
    Optional<JsonValue> value(String name) {
        return object.get(name).filter(value -> !(value instanceof JsonNull));
    }

    private <T> Optional<T> required(String name, Optional<T> read) {
        if (value(name).isEmpty()) {
            findings.error(
                    RULE,
                    opening(),
                    what + " has no `" + name + "`",
                    "make the document again without leaving members out");
        }
        return read;
    }

    Optional<JsonValue> requiredValue(String name) {
        return required(name, value(name));
    }

    Optional<String> text(String name) {
        Optional<JsonValue> value = value(name);
        if (value.isPresent() && !(value.get() instanceof JsonString)) {
            wrongType(value.get(), "`" + name + "`", "a string", findings);
        }
        return value.filter(JsonString.class::isInstance).map(each -> ((JsonString) each).value());
    }

    /** Text that is there and not empty. */
    Optional<String> requiredText(String name) {
        Optional<String> text = required(name, text(name));
        if (text.isPresent() && text.get().isEmpty()) {
            error(RULE, name, "`" + name + "` is empty", "make the document again");
            return Optional.empty();
        }
        return text;
    }

    /** Text, where an empty one means that there is none. */
    Optional<String> textIfAny(String name) {
        return text(name).filter(text -> !text.isEmpty());
    }

    /** Text that a parser of the model takes, where an empty one means that there is none. */
    <T> Optional<T> textIfAny(String name, Function<String, T> parser) {
        return textIfAny(name).flatMap(text -> parsed(name, text, parser));
    }

    /** Text that a parser of the model takes. */
    <T> Optional<T> requiredText(String name, Function<String, T> parser) {
        return requiredText(name).flatMap(text -> parsed(name, text, parser));
    }

    private <T> Optional<T> parsed(String name, String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException e) {
            String message = e.getMessage();
            error(RULE, name, message == null ? "`" + name + "` cannot be read" : message, "correct `" + name + "`");
            return Optional.empty();
        }
    }

    Optional<Boolean> flag(String name) {
        Optional<JsonValue> value = value(name);
        if (value.isPresent() && !(value.get() instanceof JsonBoolean)) {
            wrongType(value.get(), "`" + name + "`", "`true` or `false`", findings);
        }
        return value.filter(JsonBoolean.class::isInstance).map(each -> ((JsonBoolean) each).value());
    }

    boolean flag(String name, boolean otherwise) {
        return flag(name).orElse(otherwise);
    }

    Optional<Boolean> requiredFlag(String name) {
        return required(name, flag(name));
    }

    /** A whole number from 1. */
    Optional<Integer> requiredCount(String name) {
        Optional<JsonValue> value = required(name, value(name));
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof JsonNumber number) {
            Optional<Integer> count = count(number.text());
            if (count.isPresent()) {
                return count;
            }
        }
        wrongType(value.get(), "`" + name + "`", "a whole number from 1", findings);
        return Optional.empty();
    }

    private static Optional<Integer> count(String text) {
        try {
            return Optional.of(Integer.parseInt(text)).filter(count -> count > 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A point in time, as ISO 8601 text or as seconds since 1970, which version 1 of the AWS CLI prints. */
    Optional<Instant> time(String name) {
        Optional<JsonValue> value = value(name);
        Optional<Instant> time = value.flatMap(Fields::time);
        if (value.isPresent() && time.isEmpty()) {
            wrongType(value.get(), "`" + name + "`", "a point in time", findings);
        }
        return time;
    }

    Optional<Instant> requiredTime(String name) {
        return required(name, time(name));
    }

    private static Optional<Instant> time(JsonValue value) {
        try {
            if (value instanceof JsonString text) {
                return Optional.of(OffsetDateTime.parse(text.value()).toInstant());
            }
            if (value instanceof JsonNumber number && number.text().length() <= 18) {
                String text = number.text();
                boolean plain = text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
                if (plain) {
                    BigDecimal seconds = new BigDecimal(text);
                    long nanos =
                            seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
                    return Optional.of(Instant.ofEpochSecond(seconds.longValue(), nanos));
                }
            }
            return Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The items of a list; empty if there is no such member. */
    Optional<List<JsonValue>> list(String name) {
        Optional<JsonValue> value = value(name);
        if (value.isPresent() && !(value.get() instanceof JsonArray)) {
            wrongType(value.get(), "`" + name + "`", "a list", findings);
        }
        return value.filter(JsonArray.class::isInstance).map(each -> ((JsonArray) each).items());
    }

    Optional<List<JsonValue>> requiredList(String name) {
        return required(name, list(name));
    }

    /** The objects of a list, none if there is no such member. */
    List<Fields> objects(String name, String each) {
        return objects(list(name).orElse(List.of()), each);
    }

    List<Fields> requiredObjects(String name, String each) {
        return objects(requiredList(name).orElse(List.of()), each);
    }

    private List<Fields> objects(List<JsonValue> items, String each) {
        List<Fields> all = new ArrayList<>();
        for (JsonValue item : items) {
            of(item, each, findings).ifPresent(all::add);
        }
        return all;
    }

    /** The texts of a list, none if there is no such member. */
    List<String> texts(String name) {
        return texts(name, list(name).orElse(List.of()));
    }

    List<String> requiredTexts(String name) {
        return texts(name, requiredList(name).orElse(List.of()));
    }

    private List<String> texts(String name, List<JsonValue> items) {
        List<String> all = new ArrayList<>();
        for (JsonValue item : items) {
            if (item instanceof JsonString string) {
                all.add(string.value());
            } else {
                wrongType(item, "an item of `" + name + "`", "a string", findings);
            }
        }
        return all;
    }

    Optional<Fields> object(String name) {
        return value(name).flatMap(value -> of(value, "`" + name + "`", findings));
    }

    /**
     * A list of objects with a name and a value, as tags, attributes and environments are; empty if there is no such member. A name
     * that stands twice with two values is a contradiction (R-EXEC-114).
     */
    Optional<Map<String, String>> pairs(String name, String nameMember, String valueMember) {
        return list(name).map(items -> {
            Map<String, String> pairs = new LinkedHashMap<>();
            for (Fields pair : objects(items, "an item of `" + name + "`")) {
                pair.requiredText(nameMember)
                        .ifPresent(key ->
                                pair.pair(name, key, pair.text(valueMember).orElse(""), pairs));
            }
            return pairs;
        });
    }

    private void pair(String list, String key, String value, Map<String, String> pairs) {
        String earlier = pairs.putIfAbsent(key, value);
        if (earlier != null && !earlier.equals(value)) {
            findings.error(
                    "R-EXEC-114",
                    opening(),
                    "`" + list + "` has `" + key + "` twice, with two values",
                    "make the document again: AWS never prints that");
        }
    }
}
