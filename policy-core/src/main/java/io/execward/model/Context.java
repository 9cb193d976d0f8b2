// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The facts of a request: each condition key is present with values, absent, or unknown. What is not named is absent. Keys are
 * found whatever their letter case (R-COND-05). Immutable.
 */
public final class Context {
    private static final Context EMPTY = new Context(Map.of(), List.of());

    private record Entry(ConditionKey key, ContextValue value) {}

    private final Map<String, Entry> entries;
    private final List<String> unknownPrefixes;

    private Context(Map<String, Entry> entries, List<String> unknownPrefixes) {
        this.entries = entries;
        this.unknownPrefixes = unknownPrefixes;
    }

    /** No key at all: every key is absent. */
    public static Context empty() {
        return EMPTY;
    }

    /** A context with one key. */
    public static Context of(String key, String... values) {
        return builder().put(key, values).build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** What is said about this key. */
    public ContextValue get(ConditionKey key) {
        Entry entry = entries.get(key.folded());
        if (entry != null) {
            return entry.value();
        }
        for (int i = 0; i < unknownPrefixes.size(); i++) {
            if (key.folded().startsWith(unknownPrefixes.get(i))) {
                return ContextValue.UNKNOWN;
            }
        }
        return ContextValue.ABSENT;
    }

    /** The keys that are named, in the order in which they were added; keys that are unknown as a family are not listed. */
    public List<ConditionKey> keys() {
        return entries.values().stream().map(Entry::key).toList();
    }

    /** True if no key is unknown, so that every question about this context has an answer. */
    public boolean isComplete() {
        return unknownPrefixes.isEmpty() && entries.values().stream().noneMatch(e -> e.value() == ContextValue.UNKNOWN);
    }

    /** True if no key is named and none is unknown. */
    public boolean isEmpty() {
        return entries.isEmpty() && unknownPrefixes.isEmpty();
    }

    /** This context with what {@code more} says; where both name a key, {@code more} wins. */
    public Context plus(Context more) {
        if (more.isEmpty()) {
            return this;
        }
        return isEmpty() ? more : builder().addAll(this).addAll(more).build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Context that
                && entries.equals(that.entries)
                && unknownPrefixes.equals(that.unknownPrefixes);
    }

    @Override
    public int hashCode() {
        return entries.hashCode() * 31 + unknownPrefixes.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (Entry entry : entries.values()) {
            String value = entry.value() instanceof ContextValue.Present present
                    ? present.values().toString()
                    : entry.value() == ContextValue.ABSENT ? "absent" : "unknown";
            text.append(text.length() > 1 ? ", " : "")
                    .append(entry.key())
                    .append('=')
                    .append(value);
        }
        for (String prefix : unknownPrefixes) {
            text.append(text.length() > 1 ? ", " : "").append(prefix).append("*=unknown");
        }
        return text.append('}').toString();
    }

    /** Collects keys; a key that is named again, in any letter case, is replaced. */
    public static final class Builder {
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private final List<String> unknownPrefixes = new ArrayList<>();

        private Builder() {}

        /**
         * The key is present with these values, or present without a value if there are none.
         *
         * @throws IllegalArgumentException if {@code key} is not a condition key (R-GRAM-18)
         */
        public Builder put(String key, String... values) {
            return put(ConditionKey.of(key), ContextValue.of(Arrays.asList(values)));
        }

        /** The key with this value. */
        public Builder put(ConditionKey key, ContextValue value) {
            entries.put(key.folded(), new Entry(key, value));
            return this;
        }

        /** The key is not in the request. */
        public Builder absent(String key) {
            return put(ConditionKey.of(key), ContextValue.ABSENT);
        }

        /** Nothing is known about the key. */
        public Builder unknown(String key) {
            return put(ConditionKey.of(key), ContextValue.UNKNOWN);
        }

        /**
         * Nothing is known about any key that starts so and is not named, such as {@code aws:ResourceTag/}; an empty prefix
         * makes every key unknown that is not named.
         */
        public Builder unknownFamily(String prefix) {
            String folded = CaseFolding.fold(prefix);
            if (!unknownPrefixes.contains(folded)) {
                unknownPrefixes.add(folded);
            }
            return this;
        }

        /** All that {@code context} says; what it names replaces what was named before. */
        public Builder addAll(Context context) {
            entries.putAll(context.entries);
            context.unknownPrefixes.forEach(this::unknownFamily);
            return this;
        }

        public Context build() {
            return new Context(Collections.unmodifiableMap(new LinkedHashMap<>(entries)), List.copyOf(unknownPrefixes));
        }
    }
}
