// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;

/** A JSON string. */
public final class JsonString extends JsonValue {
    private final String value;
    private final boolean reported;

    JsonString(Source source, int start, int end, String value, boolean reported) {
        super(source, start, end);
        this.value = value;
        this.reported = reported;
    }

    /** The text that is meant, escapes resolved. */
    public String value() {
        return value;
    }

    /**
     * Where a part of the value is written; an escape belongs to the character that it stands for.
     *
     * @param from offset in {@link #value}
     * @param to offset behind the part
     * @throws IndexOutOfBoundsException if the offsets are not within the value, in order
     */
    public SourceSpan span(int from, int to) {
        if (from < 0 || from > to || to > value.length()) {
            throw new IndexOutOfBoundsException(
                    "no part " + from + " to " + to + " in " + value.length() + " characters");
        }
        String text = source().text();
        int first = Escapes.skip(text, start() + 1, from);
        return source().span(first, Escapes.skip(text, first, to - from));
    }

    /** True if the reader has complained about the text (R-READ-03): whoever looks on need not. */
    boolean reported() {
        return reported;
    }

    @Override
    String kind() {
        return "a string";
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.string(this);
    }
}
