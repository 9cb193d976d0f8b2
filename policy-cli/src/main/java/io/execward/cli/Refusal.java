// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

/**
 * What the library says of a value that it refuses, in the parts of a diagnostic.
 *
 * @param help empty if the message says it all
 */
record Refusal(String rule, String message, String help) {
    /** The rule for what no rule of IAM is about: the form of kit files. */
    static final String KIT_FILES = "R-EXEC-150";

    /** The parts of {@code problem: next step (rule)}; what is missing stays empty, and the rule is that of kit files. */
    static Refusal of(IllegalArgumentException e) {
        String text = String.valueOf(e.getMessage());
        String rule = KIT_FILES;
        int open = text.lastIndexOf(" (");
        if (text.endsWith(")") && isRule(text, open + 2)) {
            String inside = text.substring(open + 2, text.length() - 1);
            int comma = inside.indexOf(',');
            rule = comma < 0 ? inside : inside.substring(0, comma);
            text = text.substring(0, open);
        }
        int colon = colon(text);
        return colon < 0
                ? new Refusal(rule, text, "")
                : new Refusal(rule, text.substring(0, colon), text.substring(colon + 2));
    }

    private static boolean isRule(String text, int start) {
        return start > 1
                && (text.startsWith("R-", start) || text.startsWith("U-", start) || text.startsWith("E-", start));
    }

    /** The first colon that is not within the user's own words. */
    private static int colon(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '`') {
                quoted = !quoted;
            } else if (!quoted && text.startsWith(": ", i)) {
                return i;
            }
        }
        return -1;
    }

    /** In one line. */
    String line() {
        return message + (help.isEmpty() ? "" : ": " + help) + " (" + rule + ")";
    }
}
