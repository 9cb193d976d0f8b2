// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import java.util.function.Function;

/** What a {@code let} may name: things of a kind, plain values, or tags. */
public sealed interface LetValue {
    /** Answers for each. */
    <R> R match(Function<? super Things, R> things, Function<? super Plain, R> plain, Function<? super Tags, R> tags);

    /** Things of a kind, such as a cluster. */
    record Things(Reference reference) implements LetValue {
        @Override
        public <R> R match(
                Function<? super Things, R> things, Function<? super Plain, R> plain, Function<? super Tags, R> tags) {
            return things.apply(this);
        }
    }

    /** One or more values. */
    record Plain(Values values) implements LetValue {
        @Override
        public <R> R match(
                Function<? super Things, R> things, Function<? super Plain, R> plain, Function<? super Tags, R> tags) {
            return plain.apply(this);
        }
    }

    /** A tag set. */
    record Tags(TagSet.Written set) implements LetValue {
        @Override
        public <R> R match(
                Function<? super Things, R> things, Function<? super Plain, R> plain, Function<? super Tags, R> tags) {
            return tags.apply(this);
        }
    }
}
