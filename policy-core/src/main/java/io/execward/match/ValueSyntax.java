// SPDX-License-Identifier: Apache-2.0
package io.execward.match;

import io.execward.model.Comparison;
import java.util.Optional;

/** What a policy value has to look like for its operator to read it; one that does not matches nothing (R-COND-15). */
public final class ValueSyntax {
    private ValueSyntax() {}

    /**
     * A value that an operator cannot read.
     *
     * @param rule the rule that says what it reads
     * @param expected what it reads, in words
     */
    public record Unreadable(String rule, String expected) {}

    /** What is wrong with a policy value; empty if the operator can read it. */
    public static Optional<Unreadable> check(Comparison comparison, String text) {
        return switch (comparison.family()) {
            case STRING -> Optional.empty();
            case NUMERIC ->
                unless(Decimal.isNumber(text), "U-09", "a number: sign, digits and a fraction, such as `-10.5`");
            case DATE ->
                unless(PointInTime.parse(text).isPresent(), "R-COND-31", "a date, such as `2030-01-01T10:00:00Z`");
            case BOOL -> unless(isBool(text), "R-COND-35", "`true` or `false`");
            case NULL -> unless(isBool(text), "R-COND-11", "`true` or `false`");
            case BINARY -> unless(ValueMatcher.bytes(text).isPresent(), "R-COND-40", "base64");
            case IP ->
                unless(IpRange.parse(text).isPresent(), "R-COND-45", "an address or a block, such as `203.0.113.0/24`");
            case ARN -> unless(hasSixFields(text), "R-COND-59", "an ARN with all six fields, wildcards allowed");
        };
    }

    private static Optional<Unreadable> unless(boolean readable, String rule, String expected) {
        return readable ? Optional.empty() : Optional.of(new Unreadable(rule, expected));
    }

    static boolean isBool(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    private static boolean hasSixFields(String text) {
        return text.chars().filter(c -> c == ':').count() >= 5;
    }
}
