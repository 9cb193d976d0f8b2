// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import static io.execward.catalog.CatalogProblems.quoted;

import io.execward.diagnostic.SourceSpan;
import io.execward.diagnostic.Spelling;
import io.execward.json.JsonArray;
import io.execward.json.JsonBoolean;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The members of one object of a catalog, of the types that the format says; others are reported (R-CAT-02). */
final class Members {
    private static final String RULE = "R-CAT-02";

    private final JsonObject object;
    private final CatalogProblems problems;

    private Members(JsonObject object, CatalogProblems problems) {
        this.object = object;
        this.problems = problems;
    }

    /**
     * The members of {@code value}, with those reported that are not {@code known}; empty if it is no object.
     *
     * @param what what messages call the object, such as {@code an action}
     */
    static Optional<Members> of(JsonValue value, String what, List<String> known, CatalogProblems problems) {
        if (!(value instanceof JsonObject object)) {
            problems.error(RULE, value.span(), "this is not " + what, "write an object with `" + known.get(0) + "`");
            return Optional.empty();
        }
        for (JsonObject.Member member : object.members()) {
            if (!known.contains(member.name()) && !problems.isFull()) {
                String help = Spelling.nearest(member.name(), known)
                        .map(word -> "did you mean `" + word + "`?")
                        .orElse("remove it; " + what + " has " + String.join(", ", known));
                problems.error(RULE, member.nameSpan(), quoted(member.name()) + " is not a member of " + what, help);
            }
        }
        return Optional.of(new Members(object, problems));
    }

    /** The object's first character: what to underline when something is missing in it. */
    SourceSpan opening() {
        SourceSpan span = object.span();
        return span.source().span(span.start(), span.start() + 1);
    }

    Optional<JsonValue> value(String name) {
        return object.get(name);
    }

    /** A member that may be missing. */
    Optional<JsonString> text(String name) {
        return object.get(name).flatMap(value -> string(value, "the value of ", name));
    }

    /** A member that must be there; it is reported if it is not. */
    Optional<JsonString> required(String name) {
        if (object.get(name).isEmpty()) {
            missing(name, "\"...\"");
        }
        return text(name);
    }

    /** True or false; reported, and false, if it is missing. */
    boolean flag(String name) {
        Optional<JsonValue> value = object.get(name);
        if (value.isEmpty()) {
            missing(name, "true");
        } else if (value.get() instanceof JsonBoolean flag) {
            return flag.value();
        } else {
            problems.error(
                    RULE,
                    value.get().span(),
                    "the value of `" + name + "` is not a boolean",
                    "write `true` or `false`");
        }
        return false;
    }

    /** The items of a list; none if it is missing. */
    List<JsonValue> list(String name) {
        return object.get(name).map(value -> list(value, name)).orElse(List.of());
    }

    List<JsonValue> list(JsonValue value, String name) {
        if (value instanceof JsonArray array) {
            return array.items();
        }
        problems.error(RULE, value.span(), "the value of `" + name + "` is not a list", "write `[...]`");
        return List.of();
    }

    /** The strings of a list; none if it is missing. */
    List<JsonString> texts(String name) {
        return texts(list(name), name);
    }

    List<JsonString> texts(List<JsonValue> items, String name) {
        List<JsonString> texts = new ArrayList<>();
        items.forEach(item -> string(item, "an item of ", name).ifPresent(texts::add));
        return texts;
    }

    /** The members of an object of any names; none if it is missing. */
    List<JsonObject.Member> map(String name) {
        Optional<JsonValue> value = object.get(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof JsonObject map) {
            return map.members();
        }
        problems.error(RULE, value.get().span(), "the value of `" + name + "` is not an object", "write `{...}`");
        return List.of();
    }

    private Optional<JsonString> string(JsonValue value, String what, String name) {
        if (value instanceof JsonString string) {
            return Optional.of(string);
        }
        problems.error(RULE, value.span(), what + "`" + name + "` is not a string", "write text in double quotes");
        return Optional.empty();
    }

    private void missing(String name, String value) {
        problems.error(RULE, opening(), "`" + name + "` is missing", "write `\"" + name + "\": " + value + "`");
    }
}
