// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.model.ContextValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which unknown facts matter to a verdict, and how.
 *
 * @param facts the smallest set of facts that settles the verdict; each of them can flip it, no other can
 * @param ways how they can fall, complete and without overlap; empty if they are too many to tell apart
 * @param exact false if not every way was told apart: then the facts named may be too many, and the verdict may in truth be one
 */
public record Undecided(List<Fact> facts, List<Way> ways, boolean exact) {
    public Undecided {
        facts = List.copyOf(facts);
        ways = List.copyOf(ways);
    }

    /**
     * One way in which facts can fall.
     *
     * @param values for each fact that matters on this way, how it falls
     * @param verdict what comes of it
     */
    public record Way(Map<Fact, Value> values, Verdict verdict) {
        public Way {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            Objects.requireNonNull(verdict, "verdict");
        }
    }

    /**
     * How a fact falls.
     *
     * @param words such as {@code `development`}, or {@code absent or any other value}
     * @param example one of the values that are meant, to try
     */
    public record Value(String words, ContextValue example) {
        public Value {
            Objects.requireNonNull(words, "words");
            Objects.requireNonNull(example, "example");
        }
    }
}
