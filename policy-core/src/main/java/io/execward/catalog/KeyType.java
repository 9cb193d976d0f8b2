// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The type of a condition key's values, in the words of the Service Authorization Reference (R-CAT-07). It is what AWS states, and
 * not always what one expects: {@code ecs:enable-execute-command} holds {@code true} or {@code false} and is a String.
 */
public enum KeyType {
    STRING("String"),
    ARN("ARN"),
    BOOL("Bool"),
    NUMERIC("Numeric"),
    DATE("Date"),
    IP_ADDRESS("IPAddress"),
    ARRAY_OF_STRING("ArrayOfString", STRING),
    ARRAY_OF_ARN("ArrayOfARN", ARN),
    ARRAY_OF_BOOL("ArrayOfBool", BOOL);

    private static final Map<String, KeyType> BY_TEXT =
            Arrays.stream(values()).collect(toUnmodifiableMap(KeyType::text, value -> value));

    private final String text;
    private final Optional<KeyType> element;

    KeyType(String text) {
        this.text = text;
        this.element = Optional.empty();
    }

    KeyType(String text, KeyType element) {
        this.text = text;
        this.element = Optional.of(element);
    }

    /** The word of the reference, such as {@code ArrayOfARN}. */
    public String text() {
        return text;
    }

    /** True if a request can hold several values, so that a condition needs {@code ForAllValues} or {@code ForAnyValue}. */
    public boolean isMultivalued() {
        return element.isPresent();
    }

    /** The type of one value; the type itself unless it is multivalued. */
    public KeyType element() {
        return element.orElse(this);
    }

    /** The type of this word; letter case counts. */
    public static Optional<KeyType> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    static List<String> words() {
        return Arrays.stream(values()).map(KeyType::text).toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
