// SPDX-License-Identifier: Apache-2.0
package io.execward.match;

/** A truth value that may not be known: Kleene's three-valued logic. */
public enum Tri {
    FALSE,
    UNKNOWN,
    TRUE;

    public static Tri of(boolean value) {
        return value ? TRUE : FALSE;
    }

    public Tri and(Tri other) {
        return this == FALSE || other == TRUE ? this : this == TRUE || other == FALSE ? other : UNKNOWN;
    }

    public Tri or(Tri other) {
        return this == TRUE || other == FALSE ? this : this == FALSE || other == TRUE ? other : UNKNOWN;
    }

    public Tri not() {
        return this == UNKNOWN ? UNKNOWN : of(this == FALSE);
    }
}
