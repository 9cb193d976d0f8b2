// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Text with policy variables, taken apart (section D of the rules): literal runs, {@code ${key}}, {@code ${key, 'default'}}, and
 * the escapes {@code ${*}}, {@code ${?}}, {@code ${$}}. Only documents of version 2012-10-17 have them (R-VAR-02).
 *
 * @param pieces in order; joined, they are the text
 * @param problems what is malformed; empty if the text may be used
 */
public record PolicyVariables(List<Piece> pieces, List<Problem> problems) {
    public PolicyVariables {
        pieces = List.copyOf(pieces);
        problems = List.copyOf(problems);
    }

    /** A run of text between variables, a character that an escape stands for, or a variable. */
    public sealed interface Piece {}

    /** Ordinary text; {@code *} and {@code ?} in it are wildcards where the element has them. */
    public record Literal(String text) implements Piece {}

    /** A character that is meant literally: {@code *}, {@code ?} or {@code $} (R-VAR-09). */
    public record Escaped(char character) implements Piece {}

    /** A reference to a context key (R-VAR-01), with the text to use if it has no value (R-VAR-08). */
    public record Variable(ConditionKey key, Optional<String> defaultValue) implements Piece {}

    /**
     * What is wrong with one variable (R-VAR-11).
     *
     * @param start offset of its {@code $} in the text
     * @param end offset behind it
     */
    public record Problem(int start, int end, String message) {}

    /** True if {@code text} has no variable, escape or malformed variable in it. */
    public static boolean isPlain(String text) {
        return !text.contains("${");
    }

    /** Takes {@code text} apart as a 2012-10-17 document means it. Never throws: what is malformed is in {@link #problems}. */
    public static PolicyVariables parse(String text) {
        List<Piece> pieces = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf("${", at);
            if (open < 0) {
                open = text.length();
            }
            if (open > at) {
                pieces.add(new Literal(text.substring(at, open)));
            }
            if (open == text.length()) {
                break;
            }
            int close = text.indexOf('}', open);
            if (close < 0) {
                problems.add(new Problem(open, text.length(), "a policy variable has no closing `}`"));
                break;
            }
            variable(text.substring(open + 2, close), open, close + 1, pieces, problems);
            at = close + 1;
        }
        return new PolicyVariables(pieces, problems);
    }

    private static void variable(String inside, int start, int end, List<Piece> pieces, List<Problem> problems) {
        if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
            pieces.add(new Escaped(inside.charAt(0)));
            return;
        }
        if (inside.isBlank()) {
            problems.add(new Problem(start, end, "a policy variable names no key"));
            return;
        }
        int comma = inside.indexOf(',');
        String name = comma < 0 ? inside : inside.substring(0, comma);
        if (name.indexOf('$') >= 0 || name.indexOf('{') >= 0 || name.chars().anyMatch(Character::isWhitespace)) {
            problems.add(new Problem(start, end, "the name of a policy variable holds no blank, `$` or `{`"));
            return;
        }
        ConditionKey key;
        try {
            key = ConditionKey.of(name);
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(start, end, "a policy variable names a condition key `prefix:name`"));
            return;
        }
        if (comma < 0) {
            pieces.add(new Variable(key, Optional.empty()));
            return;
        }
        Optional<String> defaultValue = defaultValue(inside.substring(comma + 1));
        if (defaultValue.isEmpty()) {
            problems.add(new Problem(
                    start, end, "the default of a policy variable is written `, 'text'`: comma, space, single quotes"));
            return;
        }
        pieces.add(new Variable(key, defaultValue));
    }

    /** Quotes and braces inside a default are undocumented, hence refused (E-V6). */
    private static Optional<String> defaultValue(String text) {
        boolean quoted = text.length() >= 3 && text.startsWith(" '") && text.endsWith("'");
        String value = quoted ? text.substring(2, text.length() - 1) : "";
        boolean plain = value.indexOf('\'') < 0 && value.indexOf('{') < 0;
        return quoted && plain ? Optional.of(value) : Optional.empty();
    }
}
