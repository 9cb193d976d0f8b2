// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a request: each condition key is present with values, absent, or unknown. What is not named is absent. Keys are
 * found whatever their letter case (R-COND-05). Immutable.
 */
public final class Context {
    private static final Context EMPTY = new Context(Map.of(), List.of(), null);

    private record Entry(ConditionKey key, ContextValue value) {}

    private final Map<String, Entry> entries;
    private final List<String> unknownPrefixes;
    /** What holds where this context says nothing: adding a few facts to many copies none. */
    private final @Nullable Context base;

    private Context(Map<String, Entry> entries, List<String> unknownPrefixes, @Nullable Context base) {
        this.entries = entries;
        this.unknownPrefixes = unknownPrefixes;
        this.base = base;
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

    /** What is said about this key: what names it wins over what makes a whole family unknown. */
    public ContextValue get(ConditionKey key) {
        String folded = key.folded();
        for (Context context = this; context != null; context = context.base) {
            Entry entry = context.entries.get(folded);
            if (entry != null) {
                return entry.value();
            }
        }
        for (Context context = this; context != null; context = context.base) {
            for (int i = 0; i < context.unknownPrefixes.size(); i++) {
                if (folded.startsWith(context.unknownPrefixes.get(i))) {
                    return ContextValue.UNKNOWN;
                }
            }
        }
        return ContextValue.ABSENT;
    }

    /** True if nothing is known about the key. */
    public boolean isUnknown(ConditionKey key) {
        return get(key) instanceof ContextValue.Unknown;
    }

    /** The keys that are named, in the order in which they were added; keys that are unknown as a family are not listed. */
    public List<ConditionKey> keys() {
        return flat().entries.values().stream().map(Entry::key).toList();
    }

    /** True if no key is unknown, so that every question about this context has an answer. */
    public boolean isComplete() {
        Context all = flat();
        return all.unknownPrefixes.isEmpty()
                && all.entries.values().stream().noneMatch(entry -> entry.value() instanceof ContextValue.Unknown);
    }

    /** True if no key is named and none is unknown. */
    public boolean isEmpty() {
        return entries.isEmpty() && unknownPrefixes.isEmpty() && (base == null || base.isEmpty());
    }

    /** This context with what {@code more} says; where both name a key, {@code more} wins. */
    public Context plus(Context more) {
        if (more.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return more;
        }
        Context added = more.flat();
        return new Context(added.entries, added.unknownPrefixes, this);
    }

    /** The same context as one link. */
    private Context flat() {
        return base == null ? this : builder().addAll(this).build();
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Context that)) {
            return false;
        }
        if (isSameChain(this, that)) {
            return true;
        }
        Context a = flat();
        Context b = that.flat();
        return a.entries.equals(b.entries) && a.unknownPrefixes.equals(b.unknownPrefixes);
    }

    /** Contexts made in the same way are compared link by link, without making either one flat. */
    @SuppressWarnings("ReferenceEquality") // a shared tail is equal without looking
    private static boolean isSameChain(@Nullable Context one, @Nullable Context other) {
        Context a = one;
        Context b = other;
        while (a != b) {
            if (a == null
                    || b == null
                    || !a.entries.equals(b.entries)
                    || !a.unknownPrefixes.equals(b.unknownPrefixes)) {
                return false;
            }
            a = a.base;
            b = b.base;
        }
        return true;
    }

    @Override
    public int hashCode() {
        Context all = flat();
        return all.entries.hashCode() * 31 + all.unknownPrefixes.hashCode();
    }

    @Override
    public String toString() {
        Context all = flat();
        StringBuilder text = new StringBuilder("{");
        for (Entry entry : all.entries.values()) {
            text.append(text.length() > 1 ? ", " : "")
                    .append(entry.key())
                    .append('=')
                    .append(entry.value());
        }
        for (String prefix : all.unknownPrefixes) {
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
            if (context.base != null) {
                addAll(context.base);
            }
            entries.putAll(context.entries);
            context.unknownPrefixes.forEach(this::unknownFamily);
            return this;
        }

        public Context build() {
            return new Context(
                    Collections.unmodifiableMap(new LinkedHashMap<>(entries)), List.copyOf(unknownPrefixes), null);
        }
    }
}
