// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.Source;

/** {@code true} or {@code false}. */
public final class JsonBoolean extends JsonValue {
    private final boolean value;

    JsonBoolean(Source source, int start, int end, boolean value) {
        super(source, start, end);
        this.value = value;
    }

    public boolean value() {
        return value;
    }

    @Override
    String kind() {
        return "a boolean";
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.bool(this);
    }
}
