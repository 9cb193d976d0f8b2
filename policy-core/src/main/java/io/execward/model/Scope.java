// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.List;
import java.util.function.Function;

/**
 * What a statement speaks about. {@code Action}, {@code Resource} and {@code Principal} are {@link Only};
 * {@code NotAction}, {@code NotResource} and {@code NotPrincipal} are {@link AllExcept}. One element with two polarities, so a
 * statement with both cannot exist (R-GRAM-10).
 *
 * @param <P> the kind of pattern listed
 */
public sealed interface Scope<P> {
    /** In document order. Empty is legal and inert for an Allow (R-GRAM-11, R-GRAM-12; U-24 for a Deny with {@code Not…}). */
    List<P> patterns();

    /** Answers for either polarity. */
    <R> R match(Function<? super Only<P>, R> only, Function<? super AllExcept<P>, R> allExcept);

    /** Whatever one of the patterns matches. */
    record Only<P>(List<P> patterns) implements Scope<P> {
        public Only {
            patterns = List.copyOf(patterns);
        }

        @Override
        public <R> R match(Function<? super Only<P>, R> only, Function<? super AllExcept<P>, R> allExcept) {
            return only.apply(this);
        }
    }

    /** Whatever none of the patterns matches. */
    record AllExcept<P>(List<P> patterns) implements Scope<P> {
        public AllExcept {
            patterns = List.copyOf(patterns);
        }

        @Override
        public <R> R match(Function<? super Only<P>, R> only, Function<? super AllExcept<P>, R> allExcept) {
            return allExcept.apply(this);
        }
    }

    /** {@link Only} these patterns. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <P> Scope<P> only(P... patterns) {
        return new Only<>(List.of(patterns));
    }

    /** {@link AllExcept} these patterns. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <P> Scope<P> allExcept(P... patterns) {
        return new AllExcept<>(List.of(patterns));
    }
}
