// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import java.util.function.Function;
import java.util.function.Supplier;

/** The role whose permissions a shell in a task has (R-EXEC-56, R-EXEC-57). */
public sealed interface TaskRole {
    /** The launch's override, else what the definition names. */
    record Named(String arn) implements TaskRole {}

    /** Neither the launch nor the definition names one. */
    record None() implements TaskRole {}

    /** The launch names none, and the definition was not supplied. */
    record NotKnown(String taskDefinitionArn) implements TaskRole {}

    /** Answers for all three. */
    default <R> R match(Function<String, R> named, Supplier<R> none, Function<String, R> notKnown) {
        if (this instanceof Named role) {
            return named.apply(role.arn());
        }
        return this instanceof NotKnown role ? notKnown.apply(role.taskDefinitionArn()) : none.get();
    }
}
