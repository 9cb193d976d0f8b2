// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import java.util.Objects;
import java.util.function.Function;

/** Which containers a report is about. */
public sealed interface ContainerChoice {
    /** Every container of each task, as if each were named. */
    static ContainerChoice each() {
        return new Each();
    }

    /** The container of this name; in a task without one, the request fails (R-EXEC-91). */
    static ContainerChoice named(String name) {
        return new Named(name);
    }

    /** The request names no container, which only a task with a single one allows (R-EXEC-91). */
    static ContainerChoice omitted() {
        return new Omitted();
    }

    /** Answers for every kind of choice. */
    <R> R match(Function<Each, R> each, Function<Named, R> named, Function<Omitted, R> omitted);

    /** See {@link #each}. */
    record Each() implements ContainerChoice {
        @Override
        public <R> R match(Function<Each, R> each, Function<Named, R> named, Function<Omitted, R> omitted) {
            return each.apply(this);
        }
    }

    /** See {@link #named}. */
    record Named(String name) implements ContainerChoice {
        public Named {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public <R> R match(Function<Each, R> each, Function<Named, R> named, Function<Omitted, R> omitted) {
            return named.apply(this);
        }
    }

    /** See {@link #omitted}. */
    record Omitted() implements ContainerChoice {
        @Override
        public <R> R match(Function<Each, R> each, Function<Named, R> named, Function<Omitted, R> omitted) {
            return omitted.apply(this);
        }
    }
}
