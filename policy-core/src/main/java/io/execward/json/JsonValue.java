// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;

/**
 * A JSON value and where it stands in its source. Immutable; equal by identity, since two places are two values.
 *
 * <p>Texts in the tree are as the document means them: escapes are resolved, and neither NUL nor half of a surrogate pair occurs
 * (R-READ-03).
 */
public abstract sealed class JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {
    private final Source source;
    private final int start;
    private final int end;

    JsonValue(Source source, int start, int end) {
        this.source = source;
        this.start = start;
        this.end = end;
    }

    /** The text of the value, quotes, brackets and braces included. */
    public final SourceSpan span() {
        return source.span(start, end);
    }

    /** The text that the value was read from. */
    public final Source source() {
        return source;
    }

    /** What messages call a value of this type, such as {@code an object}. */
    abstract String kind();

    /** Answers for every type of value. */
    public abstract <R> R match(Cases<R> cases);

    final int start() {
        return start;
    }

    final int end() {
        return end;
    }

    /** The value's first character: what to underline when something is missing inside it. */
    final SourceSpan opening() {
        return source.span(start, start + 1);
    }

    /** One answer for each type of value. */
    public interface Cases<R> {
        R object(JsonObject object);

        R array(JsonArray array);

        R string(JsonString string);

        R number(JsonNumber number);

        R bool(JsonBoolean bool);

        R nothing(JsonNull nothing);
    }
}
