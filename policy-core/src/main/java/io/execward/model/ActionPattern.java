// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

/**
 * One entry of {@code Action} or {@code NotAction}: {@code *}, or {@code prefix:name} where both parts may hold {@code *} (any
 * run of characters) and {@code ?} (exactly one). Letter case does not matter when matching (R-ACT-01, R-ACT-02), but is kept.
 *
 * @param text as the document writes it
 */
public record ActionPattern(String text) {
    /** @throws IllegalArgumentException if {@code text} is neither {@code *} nor {@code prefix:name} (R-GRAM-11) */
    public ActionPattern {
        Text.wellFormed("action", text);
        if (!text.equals("*") && text.indexOf(':') < 1) {
            throw new IllegalArgumentException(
                    "`" + text + "` is not an action: write `*` or `service:Action` (R-GRAM-11)");
        }
    }

    /** True for the lone {@code *}: every action of every service (R-ACT-04). */
    public boolean isEverything() {
        return text.equals("*");
    }

    /** The part before the first colon (R-ACT-05); {@code *} for the lone star. */
    public String servicePattern() {
        return isEverything() ? text : text.substring(0, text.indexOf(':'));
    }

    /** The part behind the first colon (R-ACT-05); {@code *} for the lone star. */
    public String namePattern() {
        return isEverything() ? text : text.substring(text.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
