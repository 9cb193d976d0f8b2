// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an action does to its resource, in the words of the Service Authorization Reference (R-CAT-07). */
public enum AccessLevel {
    LIST("List"),
    READ("Read"),
    WRITE("Write"),
    TAGGING("Tagging"),
    PERMISSIONS_MANAGEMENT("Permissions management");

    private static final Map<String, AccessLevel> BY_TEXT =
            Arrays.stream(values()).collect(toUnmodifiableMap(AccessLevel::text, value -> value));

    private final String text;

    AccessLevel(String text) {
        this.text = text;
    }

    /** The word of the reference, such as {@code Permissions management}. */
    public String text() {
        return text;
    }

    /** The level of this word; letter case counts. */
    public static Optional<AccessLevel> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    static List<String> words() {
        return Arrays.stream(values()).map(AccessLevel::text).toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
