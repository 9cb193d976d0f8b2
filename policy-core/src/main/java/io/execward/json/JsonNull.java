// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.Source;

/** {@code null}. */
public final class JsonNull extends JsonValue {
    JsonNull(Source source, int start, int end) {
        super(source, start, end);
    }

    @Override
    String kind() {
        return "`null`";
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.nothing(this);
    }
}
