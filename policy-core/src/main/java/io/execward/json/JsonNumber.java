// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.Source;

/** A JSON number; never converted, so nothing is lost. */
public final class JsonNumber extends JsonValue {
    JsonNumber(Source source, int start, int end) {
        super(source, start, end);
    }

    /** The number as written. */
    public String text() {
        return source().text().substring(start(), end());
    }

    @Override
    String kind() {
        return "a number";
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.number(this);
    }
}
