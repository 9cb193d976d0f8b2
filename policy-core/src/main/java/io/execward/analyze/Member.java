// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the search for a text in a set came to. */
sealed interface Member {
    /** Answers for each case. */
    <R> R match(Function<String, R> found, Supplier<R> none, Function<Shortfall, R> unknown);

    /** This text is in the set. */
    record Found(String text) implements Member {
        public Found {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public <R> R match(Function<String, R> found, Supplier<R> none, Function<Shortfall, R> unknown) {
            return found.apply(text);
        }
    }

    /** The set is empty. */
    record None() implements Member {
        @Override
        public <R> R match(Function<String, R> found, Supplier<R> none, Function<Shortfall, R> unknown) {
            return none.get();
        }
    }

    /** Nobody knows whether the set is empty. */
    record Unknown(Shortfall shortfall) implements Member {
        public Unknown {
            Objects.requireNonNull(shortfall, "shortfall");
        }

        @Override
        public <R> R match(Function<String, R> found, Supplier<R> none, Function<Shortfall, R> unknown) {
            return unknown.apply(shortfall);
        }
    }
}
