// SPDX-License-Identifier: Apache-2.0
package io.execward.cases;

import io.execward.json.JsonArray;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The members of an object that may have these and no others. */
record Fields(JsonObject object, String what) {
    /** @throws CaseException if the value is no object or has another member */
    static Fields of(JsonValue value, String what, Set<String> known) {
        JsonObject object = object(value, what);
        for (JsonObject.Member member : object.members()) {
            if (!known.contains(member.name())) {
                throw CaseException.at(
                        value.source().text(),
                        member.nameSpan().start(),
                        "`" + member.name() + "` is not a member of " + what + ": known are "
                                + String.join(", ", new TreeSet<>(known)));
            }
        }
        return new Fields(object, what);
    }

    JsonValue required(String name) {
        return optional(name).orElseThrow(() -> CaseException.at(object, what + " has no `" + name + "`"));
    }

    Optional<JsonValue> optional(String name) {
        return object.get(name);
    }

    static JsonObject object(JsonValue value, String what) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw CaseException.at(value, what + " must be an object");
    }

    static List<JsonValue> list(JsonValue value, String what) {
        if (value instanceof JsonArray array) {
            return array.items();
        }
        throw CaseException.at(value, what + " must be a list");
    }

    static String text(JsonValue value, String what) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        throw CaseException.at(value, what + " must be a string");
    }

    static List<String> texts(JsonValue value, String what) {
        List<JsonValue> items = list(value, what);
        List<String> texts = new ArrayList<>(items.size());
        for (JsonValue item : items) {
            texts.add(text(item, "each item of " + what));
        }
        return texts;
    }
}
