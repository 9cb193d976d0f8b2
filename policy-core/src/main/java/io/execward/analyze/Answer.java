// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.evaluate.StatementRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What is known about a claim over all requests. In checks, {@link Unknown} counts as {@link Fails}. */
public sealed interface Answer {
    /** Answers for each member. */
    <R> R match(
            Function<? super Holds, R> holds, Function<? super Fails, R> fails, Function<? super Unknown, R> unknown);

    /**
     * The claim is true of every request.
     *
     * @param catalog empty if it is true whatever AWS services there are; else it is true only of requests that the service catalog of
     *     this date makes possible
     * @param because the statements that were needed to show it: what covers, denies or leaves out; empty if none was
     */
    record Holds(Optional<LocalDate> catalog, List<StatementRef> because) implements Answer {
        public Holds {
            Objects.requireNonNull(catalog, "catalog");
            because = List.copyOf(because);
        }

        @Override
        public <R> R match(
                Function<? super Holds, R> holds,
                Function<? super Fails, R> fails,
                Function<? super Unknown, R> unknown) {
            return holds.apply(this);
        }
    }

    /** The claim is false of this request. */
    record Fails(Witness witness) implements Answer {
        public Fails {
            Objects.requireNonNull(witness, "witness");
        }

        @Override
        public <R> R match(
                Function<? super Holds, R> holds,
                Function<? super Fails, R> fails,
                Function<? super Unknown, R> unknown) {
            return fails.apply(this);
        }
    }

    /**
     * Nobody knows: a limit was reached, or a policy says something that lies outside what is decided exactly.
     *
     * @param limit what ran out or stood in the way
     * @param detail one lower-case sentence that names the number, the pattern or the construct
     */
    record Unknown(Limit limit, String detail) implements Answer {
        public Unknown {
            Objects.requireNonNull(limit, "limit");
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public <R> R match(
                Function<? super Holds, R> holds,
                Function<? super Fails, R> fails,
                Function<? super Unknown, R> unknown) {
            return unknown.apply(this);
        }
    }
}
