// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an action does to its resource, in the words of the Service Authorization Reference (R-CAT-02). */
public enum AccessLevel {
    LIST("List"),
    READ("Read"),
    WRITE("Write"),
    TAGGING("Tagging"),
    PERMISSIONS_MANAGEMENT("Permissions management");

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
        return Arrays.stream(values()).filter(level -> level.text.equals(text)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(AccessLevel::text).toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
