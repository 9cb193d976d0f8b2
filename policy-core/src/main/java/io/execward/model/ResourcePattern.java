// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

/**
 * One entry of {@code Resource} or {@code NotResource}: {@code *}, or text that starts with {@code arn:} and may hold wildcards
 * and, behind the fifth colon, policy variables (R-GRAM-12, R-RES-13). It may have fewer than six fields (R-RES-08).
 *
 * @param text as the document writes it
 */
public record ResourcePattern(String text) {
    /** @throws IllegalArgumentException if {@code text} is neither {@code *} nor starts with {@code arn:} */
    public ResourcePattern {
        Text.wellFormed("resource", text);
        if (!text.equals("*") && !text.startsWith("arn:")) {
            throw new IllegalArgumentException(
                    "`" + text + "` is not a resource: write `*` or an ARN that starts with `arn:` (R-GRAM-12)");
        }
    }

    /** True for the lone {@code *}, which alone matches a request on {@code *} (R-RES-01, R-RES-11). */
    public boolean isEverything() {
        return text.equals("*");
    }

    /** True if the fifth colon is there, so that no field is missing (R-RES-08). */
    public boolean hasSixFields() {
        return resourceFieldStart(text) >= 0;
    }

    /** The index behind the fifth colon that is outside a policy variable, or -1 if there are fewer (R-ARN-01). */
    public static int resourceFieldStart(String text) {
        int colons = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '$' && text.startsWith("${", i)) {
                int close = text.indexOf('}', i);
                i = close < 0 ? text.length() : close;
            } else if (c == ':' && ++colons == 5) {
                return i + 1;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return text;
    }
}
