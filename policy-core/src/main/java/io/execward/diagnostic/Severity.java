// SPDX-License-Identifier: Apache-2.0
package io.execward.diagnostic;

/** How bad a diagnostic is. */
public enum Severity {
    /** The document cannot be used. */
    ERROR("error"),
    /** The document can be used, and probably does not say what its author means. */
    WARNING("warning");

    private final String text;

    Severity(String text) {
        this.text = text;
    }

    /** The word that messages begin with. */
    public String text() {
        return text;
    }
}
