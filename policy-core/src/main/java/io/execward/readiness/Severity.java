// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

/** How much a finding matters (section D of the exec rules). */
public enum Severity {
    /** Exec cannot work now. */
    BLOCKER("blocker"),
    /** Exec works, but is wrong or fragile. */
    WARNING("warning"),
    /** Good to know. */
    INFO("info");

    private final String text;

    Severity(String text) {
        this.text = text;
    }

    /** The lower-case word. */
    public String text() {
        return text;
    }
}
