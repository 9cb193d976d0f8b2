// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.model.Policy;

/**
 * How long a policy may be (section G of the rules). Characters are Unicode code points: AWS counts characters and does not define
 * them, and outside of the basic plane a document that IAM accepts has none (R-GRAM-19).
 */
public enum PolicyQuota {
    /** A customer managed policy. */
    MANAGED_POLICY("R-QUOTA-01", 6_144, false),
    /** All inline policies of a user together. */
    USER_INLINE("R-QUOTA-02", 2_048, false),
    /** All inline policies of a group together. */
    GROUP_INLINE("R-QUOTA-02", 5_120, false),
    /** All inline policies of a role together. */
    ROLE_INLINE("R-QUOTA-02", 10_240, false),
    /** A role trust policy; the limit can be raised to 8,192. */
    ROLE_TRUST("R-QUOTA-03", 2_048, false),
    /** A session policy as it is passed, together with the ARNs of managed ones. */
    SESSION("R-QUOTA-04", 2_048, true),
    /** A service control policy. */
    SERVICE_CONTROL("R-QUOTA-05", 10_240, true),
    /** A resource control policy. */
    RESOURCE_CONTROL("R-QUOTA-06", 5_120, true),
    /** The policy of a VPC endpoint. */
    VPC_ENDPOINT("R-QUOTA-10", 20_480, true),
    /** A document for the policy simulator. */
    SIMULATOR("R-QUOTA-14", 131_072, true);

    private final String rule;
    private final int limit;
    private final boolean countsWhiteSpace;

    PolicyQuota(String rule, int limit, boolean countsWhiteSpace) {
        this.rule = rule;
        this.limit = limit;
        this.countsWhiteSpace = countsWhiteSpace;
    }

    /** The rule that sets the limit. */
    public String rule() {
        return rule;
    }

    /** The most characters that are accepted. */
    public int limit() {
        return limit;
    }

    /** True if white space outside of strings counts; inside it always does (U-16). */
    public boolean countsWhiteSpace() {
        return countsWhiteSpace;
    }

    /**
     * The size of a document as this quota counts it.
     *
     * @param documentText JSON text; where it is not, the count is of no use
     */
    public int measure(String documentText) {
        int count = documentText.codePointCount(0, documentText.length());
        return countsWhiteSpace ? count : count - whiteSpaceOutsideStrings(documentText);
    }

    /** The size of a policy in its shortest text, {@link PolicyJson#printCompact}. */
    public int measure(Policy policy) {
        return measure(PolicyJson.printCompact(policy));
    }

    private static int whiteSpaceOutsideStrings(String text) {
        int count = 0;
        boolean inString = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString && c == '\\') {
                i++;
            } else if (c == '"') {
                inString = !inString;
            } else if (!inString && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) {
                count++;
            }
        }
        return count;
    }
}
