// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.Source;
import java.util.List;

/** A JSON array. */
public final class JsonArray extends JsonValue {
    private final List<JsonValue> items;

    JsonArray(Source source, int start, int end, List<JsonValue> items) {
        super(source, start, end);
        this.items = List.copyOf(items);
    }

    /** In document order. */
    public List<JsonValue> items() {
        return items;
    }

    @Override
    String kind() {
        return "a list";
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.array(this);
    }
}
