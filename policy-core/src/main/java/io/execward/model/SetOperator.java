// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

/** The prefix of a condition operator that quantifies over the request's values (R-COND-60 to R-COND-65). */
public enum SetOperator {
    /** No prefix: the key is single-valued. */
    NONE(""),
    /** Every request value must satisfy the operator; true without values. */
    FOR_ALL_VALUES("ForAllValues:"),
    /** Some request value must satisfy the operator; false without values. */
    FOR_ANY_VALUE("ForAnyValue:");

    private final String prefix;

    SetOperator(String prefix) {
        this.prefix = prefix;
    }

    /** The prefix as a document writes it, with its colon; empty for {@link #NONE}. */
    public String prefix() {
        return prefix;
    }
}
