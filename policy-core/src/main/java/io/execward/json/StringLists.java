// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a policy writes as one string or a list of strings. */
final class StringLists {
    private final Problems problems;

    StringLists(Problems problems) {
        this.problems = problems;
    }

    /**
     * One item for each string that is written.
     *
     * @param element what messages call the list
     * @param rule the rule that wants strings
     * @param reader reports and returns empty if it does not like a string
     * @param substitute stands for what is not a string or not liked, so that the others keep their index
     */
    <T> List<T> read(
            JsonValue value, String element, String rule, Function<JsonString, Optional<T>> reader, T substitute) {
        if (value instanceof JsonArray array) {
            List<T> items = new ArrayList<>(array.items().size());
            for (JsonValue item : array.items()) {
                items.add(item(item, element, rule, reader).orElse(substitute));
            }
            if (items.isEmpty()) {
                problems.warning(
                        rule,
                        value.span(),
                        "the list of `" + element + "` is empty",
                        "list something, or remove the statement");
            }
            return items;
        }
        boolean reported = value instanceof JsonNull; // with the member
        return List.of(
                reported ? substitute : item(value, element, rule, reader).orElse(substitute));
    }

    private <T> Optional<T> item(
            JsonValue value, String element, String rule, Function<JsonString, Optional<T>> reader) {
        if (value instanceof JsonString string) {
            return string.reported() ? Optional.empty() : reader.apply(string);
        }
        if (value instanceof JsonNull) {
            Elements.reportNull(element, value, problems);
        } else {
            problems.error(
                    rule,
                    value.span(),
                    value.kind() + " is not a value of `" + element + "`",
                    "write a string or a list of strings");
        }
        return Optional.empty();
    }

    /** One string; reports and returns empty if it is something else. */
    Optional<JsonString> one(JsonValue value, String element, String rule) {
        if (value instanceof JsonString string) {
            return string.reported() ? Optional.empty() : Optional.of(string);
        }
        if (!(value instanceof JsonNull)) {
            problems.error(rule, value.span(), value.kind() + " is not a value of `" + element + "`", "write a string");
        }
        return Optional.empty();
    }
}
