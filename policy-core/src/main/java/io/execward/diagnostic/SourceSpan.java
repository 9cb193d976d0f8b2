// SPDX-License-Identifier: Apache-2.0
package io.execward.diagnostic;

import java.util.Objects;

/**
 * A stretch of a source.
 *
 * @param start offset in UTF-16 code units, from 0
 * @param end offset behind the last one; equal to {@code start} for a place between two characters
 */
public record SourceSpan(Source source, int start, int end) {
    /** @throws IllegalArgumentException if the offsets are not within the text, in order */
    public SourceSpan {
        Objects.requireNonNull(source, "source");
        if (start < 0 || start > end || end > source.text().length()) {
            throw new IllegalArgumentException("no span " + start + " to " + end + " in " + source.name());
        }
    }

    /** Where it starts, as people count. */
    public Source.Position position() {
        return source.position(start);
    }

    /** The text it covers. */
    public String text() {
        return source.text().substring(start, end);
    }

    /** File, line and column, such as {@code oncall.json:4:17}. */
    @Override
    public String toString() {
        return source.name() + ":" + position();
    }
}
