// SPDX-License-Identifier: Apache-2.0
package io.execward.proof;

import io.execward.evaluate.StatementRef;
import io.execward.model.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What is known of one road of one principal. In checks, {@link Unknown} counts as {@link Open}. */
public sealed interface Outcome {
    /** Answers for each member. */
    <R> R match(
            Function<? super Closed, R> closed, Function<? super Open, R> open, Function<? super Unknown, R> unknown);

    /** True only if the road is proven to be closed. */
    default boolean isClosed() {
        return match(closed -> true, open -> false, unknown -> false);
    }

    /**
     * No request opens it.
     *
     * @param catalog the date of the service catalog on which that rests; empty if it rests on none
     * @param because the statements that were needed to show it; none if nothing allows anything of the kind
     */
    record Closed(Optional<LocalDate> catalog, List<StatementRef> because) implements Outcome {
        public Closed {
            Objects.requireNonNull(catalog, "catalog");
            because = List.copyOf(because);
        }

        @Override
        public <R> R match(
                Function<? super Closed, R> closed,
                Function<? super Open, R> open,
                Function<? super Unknown, R> unknown) {
            return closed.apply(this);
        }
    }

    /**
     * These requests are allowed, all of them.
     *
     * @param requests complete, and decided by the engine as allowed
     * @param because the statements that allow them
     * @param notes what has to be known about the requests, in sentences: ties between facts that they do not keep, or what has to be
     *     done before; none if they can be made as they are
     */
    record Open(List<Request> requests, List<StatementRef> because, List<String> notes) implements Outcome {
        public Open {
            requests = List.copyOf(requests);
            because = List.copyOf(because);
            notes = List.copyOf(notes);
        }

        @Override
        public <R> R match(
                Function<? super Closed, R> closed,
                Function<? super Open, R> open,
                Function<? super Unknown, R> unknown) {
            return open.apply(this);
        }
    }

    /**
     * Nobody knows.
     *
     * @param why one lower-case sentence: the limit that was reached, the construct that is not analysed, or the document that is
     *     missing
     */
    record Unknown(String why) implements Outcome {
        public Unknown {
            Objects.requireNonNull(why, "why");
        }

        @Override
        public <R> R match(
                Function<? super Closed, R> closed,
                Function<? super Open, R> open,
                Function<? super Unknown, R> unknown) {
            return unknown.apply(this);
        }
    }
}
