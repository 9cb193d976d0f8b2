// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What one rule says about one container. */
sealed interface Judgement {
    /** The rule does not apply. */
    static Judgement clear() {
        return new Clear();
    }

    /** {@code sentence} if {@code applies}. */
    static Judgement when(boolean applies, String sentence, String help, String... evidence) {
        return applies ? applies(sentence, help, evidence) : clear();
    }

    static Judgement applies(String sentence, String help, String... evidence) {
        return new Applies(sentence, help, List.of(evidence));
    }

    <R> R match(Function<Clear, R> clear, Function<Applies, R> applies, Function<Unknown, R> unknown);

    /** The same judgement; a finding has this severity in place of the rule's. */
    default Judgement as(Severity severity) {
        return match(
                clear -> clear,
                applies -> new Applies(applies.sentence, applies.help, applies.evidence, severity),
                unknown -> unknown);
    }

    record Clear() implements Judgement {
        @Override
        public <R> R match(Function<Clear, R> clear, Function<Applies, R> applies, Function<Unknown, R> unknown) {
            return clear.apply(this);
        }
    }

    /**
     * The rule applies.
     *
     * @param severity in place of the rule's own; mostly empty
     */
    record Applies(String sentence, String help, List<String> evidence, Optional<Severity> severity)
            implements Judgement {
        Applies(String sentence, String help, List<String> evidence) {
            this(sentence, help, evidence, Optional.empty());
        }

        Applies(String sentence, String help, List<String> evidence, Severity severity) {
            this(sentence, help, evidence, Optional.of(severity));
        }

        @Override
        public <R> R match(Function<Clear, R> clear, Function<Applies, R> applies, Function<Unknown, R> unknown) {
            return applies.apply(this);
        }
    }

    record Unknown(NotChecked.Reason reason, String because) implements Judgement {
        @Override
        public <R> R match(Function<Clear, R> clear, Function<Applies, R> applies, Function<Unknown, R> unknown) {
            return unknown.apply(this);
        }
    }
}
