// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import java.util.function.Function;

/** A value: itself, or the name that a {@code let} gives to one or more. */
public sealed interface Value extends Node {
    /** Answers for either. */
    <R> R match(Function<? super Literal, R> literal, Function<? super Name, R> name);

    /**
     * Itself.
     *
     * @param text as meant: escapes are resolved
     * @param quoted false for a number
     */
    record Literal(SourceSpan span, String text, boolean quoted) implements Value {
        @Override
        public <R> R match(Function<? super Literal, R> literal, Function<? super Name, R> name) {
            return literal.apply(this);
        }
    }

    /** What the {@code let} of this name says. */
    record Name(SourceSpan span, String name) implements Value, TagSet {
        @Override
        public <R> R match(Function<? super Literal, R> literal, Function<? super Name, R> name) {
            return name.apply(this);
        }

        @Override
        public <R> R matchTags(Function<? super TagSet.Written, R> written, Function<? super Name, R> name) {
            return name.apply(this);
        }
    }
}
