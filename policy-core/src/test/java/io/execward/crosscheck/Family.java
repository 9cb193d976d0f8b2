// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

import io.execward.model.Comparison;
import io.execward.model.ContextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Kinds of context keys, each with the values at which the operators on them are known to go wrong. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are those of List.of
enum Family {
    /** Letters, both cases of one, a letter whose case folds across alphabets, a slash, a star, a character of two chars. */
    STRING(
            List.of("aws:PrincipalTag/t", "aws:ResourceTag/t", "aws:username", "app:x"),
            List.of("a", "b", "A", "aa", "ab", "ba", "a/b", "*", "a*", "\uD83D\uDE00", "k", "\u212A", "aaa", "abab"),
            List.of(
                    "a",
                    "b",
                    "A",
                    "ab",
                    "*",
                    "a*",
                    "*a",
                    "?",
                    "??",
                    "a?",
                    "*a*",
                    "?*",
                    "a*b",
                    "A*",
                    "k",
                    "K",
                    "ab*ab",
                    "\uD83D\uDE00",
                    "**",
                    "a**"),
            List.of(
                    Comparison.STRING_EQUALS,
                    Comparison.STRING_NOT_EQUALS,
                    Comparison.STRING_EQUALS_IGNORE_CASE,
                    Comparison.STRING_NOT_EQUALS_IGNORE_CASE,
                    Comparison.STRING_LIKE,
                    Comparison.STRING_NOT_LIKE)),
    /** Keys of several values. */
    SET(
            List.of("aws:TagKeys", "app:m"),
            List.of("a", "b", "A", "ab"),
            List.of("a", "b", "A", "*", "a*", "?", "ab"),
            STRING.comparisons),
    NUMERIC(
            List.of("aws:MultiFactorAuthAge"),
            List.of(
                    "-2", "-1", "-0.5", "0", "-0", "4.999", "5", "5.0", "+5", "5.001", "7", "10", "10.50", "10.5",
                    "11"),
            List.of("5", "10", "5.0", "10.50", "-1", "0", "+5", "05"),
            List.of(
                    Comparison.NUMERIC_EQUALS,
                    Comparison.NUMERIC_NOT_EQUALS,
                    Comparison.NUMERIC_LESS_THAN,
                    Comparison.NUMERIC_LESS_THAN_EQUALS,
                    Comparison.NUMERIC_GREATER_THAN,
                    Comparison.NUMERIC_GREATER_THAN_EQUALS)),
    /** One instant in several spellings, its neighbours, and epoch seconds. */
    DATE(
            List.of("aws:CurrentTime"),
            List.of(
                    "2025-12-31T23:59:59Z",
                    "2025-12-31T23:59:59.5Z",
                    "2026-01-01T00:00:00Z",
                    "2026-01-01T02:00:00+02:00",
                    "1767225600",
                    "2026-01-01T00:00:00.25Z",
                    "1767225600.5",
                    "2026-01-01T12:00:00Z",
                    "2026-01-02T00:00:00Z",
                    "2026-01-02T00:00:01Z",
                    "1969-12-31T23:59:59Z",
                    "0"),
            List.of(
                    "2026-01-01",
                    "2026-01-01T00:00:00Z",
                    "2026-01-01T02:00:00+02:00",
                    "1767225600",
                    "2026-01-02",
                    "2026-01-01T00:00:00.5Z",
                    "1970-01"),
            List.of(
                    Comparison.DATE_EQUALS,
                    Comparison.DATE_NOT_EQUALS,
                    Comparison.DATE_LESS_THAN,
                    Comparison.DATE_LESS_THAN_EQUALS,
                    Comparison.DATE_GREATER_THAN,
                    Comparison.DATE_GREATER_THAN_EQUALS)),
    BOOL(
            List.of("aws:SecureTransport"),
            List.of("true", "false"),
            List.of("true", "false", "TRUE"),
            List.of(Comparison.BOOL)),
    /** Blocks of four addresses and less; the IPv6 forms of IPv4 addresses are another family. */
    IP(
            List.of("aws:SourceIp"),
            List.of(
                    "9.255.255.255",
                    "10.0.0.0",
                    "10.0.0.1",
                    "10.0.0.2",
                    "10.0.0.3",
                    "10.0.0.4",
                    "255.255.255.255",
                    "::ffff:10.0.0.1",
                    "::a00:1",
                    "::1",
                    "2001:db8::a",
                    "2001:DB8:0:0:0:0:0:B",
                    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
            List.of(
                    "10.0.0.0/30",
                    "10.0.0.0/31",
                    "10.0.0.2/31",
                    "10.0.0.1",
                    "10.0.0.3/32",
                    "0.0.0.0/0",
                    "128.0.0.0/1",
                    "0.0.0.0/1",
                    "::/0",
                    "::ffff:10.0.0.1",
                    "::ffff:0:0/96",
                    "2001:DB8::A/127",
                    "8000::/1"),
            List.of(Comparison.IP_ADDRESS, Comparison.NOT_IP_ADDRESS)),
    /** With colons where a star must not cross them, and text that is no ARN. */
    ARN(
            List.of("aws:PrincipalArn", "app:arn"),
            List.of(
                    "arn:aws:i::1:role/a",
                    "arn:aws:i::1:role/b",
                    "arn:aws:i::1:role/a:b",
                    "arn:aws:i:x:1:role/a",
                    "arn:aws:i:x:y:1:role/a",
                    "arn:aws:i::2:role/a",
                    "arn:aws:ij::1:role/a",
                    "arn:cn:i::1:role/a",
                    "arn:aws:i::1",
                    "a"),
            List.of(
                    "arn:aws:i::1:role/a",
                    "arn:aws:i::1:role/*",
                    "arn:aws:i::*:role/a",
                    "arn:aws:i*:role/a",
                    "arn:aws:i:*:1:role/a",
                    "arn:*:*:*:*:*",
                    "arn:*",
                    "*",
                    "arn:aws:?::1:*a",
                    "arn:aws:i::1:*:b",
                    "arn:a*s:i::?:role/?"),
            List.of(
                    Comparison.ARN_EQUALS,
                    Comparison.ARN_NOT_EQUALS,
                    Comparison.ARN_LIKE,
                    Comparison.ARN_NOT_LIKE,
                    Comparison.STRING_LIKE,
                    Comparison.STRING_NOT_LIKE)),
    BINARY(
            List.of("app:bin"),
            List.of("YQ==", "Yg==", "YWI="),
            List.of("YQ==", "Yg==", "YQ"),
            List.of(Comparison.BINARY_EQUALS));

    private final List<String> keys;
    private final List<String> values;
    private final List<String> patterns;
    private final List<Comparison> comparisons;

    Family(List<String> keys, List<String> values, List<String> patterns, List<Comparison> comparisons) {
        this.keys = keys;
        this.values = values;
        this.patterns = patterns;
        this.comparisons = comparisons;
    }

    /** Names of keys that have such values. */
    List<String> keys() {
        return keys;
    }

    /** What a policy may say about them. */
    List<String> patterns() {
        return patterns;
    }

    /** Operators of the family, without {@code Null}. */
    List<Comparison> comparisons() {
        return comparisons;
    }

    /** What a request may say: absent first. */
    List<ContextValue> choices() {
        List<ContextValue> all = new ArrayList<>();
        all.add(ContextValue.ABSENT);
        if (this == STRING || this == SET) {
            all.add(ContextValue.of(List.of(""))); // a tag may be empty
        }
        values.forEach(value -> all.add(ContextValue.of(List.of(value))));
        if (this == SET) {
            for (int bits = 1; bits < 1 << values.size(); bits++) {
                List<String> set = subset(bits);
                if (set.size() > 1) {
                    all.add(ContextValue.of(set));
                }
            }
        }
        return all;
    }

    private List<String> subset(int bits) {
        List<String> set = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if ((bits >> i & 1) == 1) {
                set.add(values.get(i));
            }
        }
        return set;
    }

    /** The family whose key this is, in any letter case. */
    static Family of(String key) {
        return Stream.of(values())
                .filter(family -> family.keys.stream().anyMatch(key::equalsIgnoreCase))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no family has the key `" + key + "`"));
    }
}
