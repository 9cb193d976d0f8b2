// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;

/** Two texts say the same if this view of their trees is equal: member order and positions do not count. */
final class JsonEquality {
    private JsonEquality() {}

    static boolean same(JsonValue a, JsonValue b) {
        return view(a).equals(view(b));
    }

    private static Object view(JsonValue value) {
        return value.match(new JsonValue.Cases<Object>() {
            @Override
            public Object object(JsonObject object) {
                return object.members().stream().collect(toMap(JsonObject.Member::name, each -> view(each.value())));
            }

            @Override
            public Object array(JsonArray array) {
                return array.items().stream().map(JsonEquality::view).toList();
            }

            @Override
            public Object string(JsonString string) {
                return string.value();
            }

            @Override
            public Object number(JsonNumber number) {
                return List.of("number", number.text());
            }

            @Override
            public Object bool(JsonBoolean bool) {
                return bool.value();
            }

            @Override
            public Object nothing(JsonNull nothing) {
                return Map.of("null", true);
            }
        });
    }
}
