// SPDX-License-Identifier: Apache-2.0
package io.execward.cases;

import io.execward.diagnostic.SourceSpan;
import io.execward.json.JsonValue;

/** What keeps a line from being a case or a question, or a question from having an answer. */
public final class CaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int column;

    /** @param column in code points, from 1; 0 for the line as a whole */
    public CaseException(int column, String message) {
        super(message, null, false, false);
        this.column = column;
    }

    static CaseException at(JsonValue value, String message) {
        return at(value.span(), message);
    }

    /** At the beginning of a span of the line, whose source is that line alone. */
    public static CaseException at(SourceSpan span, String message) {
        return at(span.source().text(), span.start(), message);
    }

    static CaseException at(String line, int offset, String message) {
        return new CaseException(line.codePointCount(0, offset) + 1, message);
    }

    /** Where on the line, in code points from 1; 0 for the line as a whole. */
    public int column() {
        return column;
    }

    /** What is wrong, one lower-case sentence. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
