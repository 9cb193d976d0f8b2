// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A fact from the documents, or why there is none. */
final class Known<T> {
    private final @Nullable T value;
    private final Judgement.Unknown unknown;

    private static final Judgement.Unknown NONE = new Judgement.Unknown(NotChecked.Reason.NOT_SUPPLIED, "");

    private Known(@Nullable T value, Judgement.Unknown unknown) {
        this.value = value;
        this.unknown = unknown;
    }

    static <T> Known<T> of(T value) {
        return new Known<>(Objects.requireNonNull(value), NONE);
    }

    static <T> Known<T> notSupplied(String because) {
        return unknown(NotChecked.Reason.NOT_SUPPLIED, because);
    }

    static <T> Known<T> unknown(NotChecked.Reason reason, String because) {
        return new Known<>(null, new Judgement.Unknown(reason, because));
    }

    static <T> Known<T> of(Optional<T> value, String because) {
        return value.map(Known::of).orElseGet(() -> notSupplied(because));
    }

    <R> Known<R> map(Function<? super T, ? extends R> function) {
        return value == null ? new Known<>(null, unknown) : of(function.apply(value));
    }

    <R> Known<R> flatMap(Function<? super T, Known<R>> function) {
        return value == null ? new Known<>(null, unknown) : function.apply(value);
    }

    /** The value, or empty where it is not known. */
    Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** This, or {@code other} where this is not known. */
    Known<T> or(Known<T> other) {
        return value == null && other.value != null ? other : this;
    }

    /** A rule that needs this fact. */
    Judgement judge(Function<? super T, Judgement> rule) {
        return value == null ? unknown : rule.apply(value);
    }
}
