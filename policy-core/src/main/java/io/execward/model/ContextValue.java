// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.List;
import java.util.Objects;

/** What a request says about one context key. */
public sealed interface ContextValue {
    /** The key is not in the request (R-COND-07 to R-COND-11). */
    ContextValue ABSENT = new Absent();

    /** It is not known whether the key is in the request, nor with which value. */
    ContextValue UNKNOWN = new Unknown();

    /** The key with these values; an empty list is a key without a value (R-COND-67). */
    static ContextValue of(List<String> values) {
        return new Present(values);
    }

    /**
     * The key is in the request.
     *
     * @param values one for single-valued keys
     */
    record Present(List<String> values) implements ContextValue {
        public Present {
            values = Text.wellFormed("context value", Objects.requireNonNull(values, "values"));
        }

        @Override
        public String toString() {
            return values.toString();
        }
    }

    /** See {@link #ABSENT}. */
    record Absent() implements ContextValue {
        @Override
        public String toString() {
            return "absent";
        }
    }

    /** See {@link #UNKNOWN}. */
    record Unknown() implements ContextValue {
        @Override
        public String toString() {
            return "unknown";
        }
    }
}
