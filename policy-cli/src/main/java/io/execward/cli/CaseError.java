// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.json.JsonValue;

/** What keeps a line from being a case. */
final class CaseError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int column;

    /** @param column in code points, from 1; 0 for the line as a whole */
    CaseError(int column, String message) {
        super(message, null, false, false);
        this.column = column;
    }

    static CaseError at(JsonValue value, String message) {
        return at(value.source().text(), value.span().start(), message);
    }

    static CaseError at(String line, int offset, String message) {
        return new CaseError(line.codePointCount(0, offset) + 1, message);
    }

    int column() {
        return column;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
