// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.model.ConditionKey;
import io.execward.model.Effect;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** One statement that was consulted, and what came of it. */
public record Step(StatementRef statement, Effect effect, Outcome outcome) {
    public Step {
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(outcome, "outcome");
    }

    /** True if the statement applies to the request for sure. */
    public boolean applies() {
        return outcome instanceof Applies;
    }

    /** What came of a statement. */
    public sealed interface Outcome {
        <R> R match(
                Function<? super Applies, R> applies,
                Function<? super RuledOut, R> ruledOut,
                Function<? super Depends, R> depends);
    }

    /** Every element matches. */
    public record Applies() implements Outcome {
        @Override
        public <R> R match(
                Function<? super Applies, R> applies,
                Function<? super RuledOut, R> ruledOut,
                Function<? super Depends, R> depends) {
            return applies.apply(this);
        }
    }

    /** An element does not match. */
    public record RuledOut(Mismatch by) implements Outcome {
        @Override
        public <R> R match(
                Function<? super Applies, R> applies,
                Function<? super RuledOut, R> ruledOut,
                Function<? super Depends, R> depends) {
            return ruledOut.apply(this);
        }
    }

    /** Whether it applies depends on facts that are unknown. */
    public record Depends(List<ConditionKey> on) implements Outcome {
        public Depends {
            on = List.copyOf(on);
        }

        @Override
        public <R> R match(
                Function<? super Applies, R> applies,
                Function<? super RuledOut, R> ruledOut,
                Function<? super Depends, R> depends) {
            return depends.apply(this);
        }
    }
}
