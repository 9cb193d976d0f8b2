// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.Optional;

/** The {@code Version} element: which edition of the policy language a document is written in (R-GRAM-02). */
public enum PolicyVersion {
    /** The old language: {@code ${...}} is ordinary text (R-GRAM-03). Also meant when {@code Version} is missing. */
    V2008_10_17("2008-10-17"),
    /** The current language, with policy variables. */
    V2012_10_17("2012-10-17");

    private final String text;

    PolicyVersion(String text) {
        this.text = text;
    }

    /** The date as a document writes it. */
    public String text() {
        return text;
    }

    /** The version with exactly this text, if there is one. */
    public static Optional<PolicyVersion> of(String text) {
        for (PolicyVersion version : values()) {
            if (version.text.equals(text)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }
}
