// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.ecs.OperationDecision;
import io.execward.evaluate.Verdict;
import io.execward.model.PolicyKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.annotation.CanIgnoreReturnValue;
import org.assertj.core.api.AbstractAssert;

/**
 * A sentence that was checked, and may go on about the reason. If the check failed under soft assertions, what follows is not checked:
 * the failure shows the decision already.
 */
public abstract sealed class AbstractDecisionAssert<SELF extends AbstractDecisionAssert<SELF>>
        extends AbstractAssert<SELF, OperationDecision> permits ExecAssert, OperationAssert {
    private final Sentence sentence;
    private final boolean held;

    AbstractDecisionAssert(OperationDecision decision, Expected expected, Sentence sentence, Class<SELF> self) {
        super(decision, self);
        this.sentence = sentence;
        sentence.describe(this);
        this.held = expected.holds(decision);
        if (!held) {
            fail("Expected " + Words.of(decision.request()) + "\nto " + expected.words() + ", but it is "
                    + Refusal.words(decision) + ":\n\n" + decision.print());
        }
    }

    /**
     * Checks that this is among the reasons of the verdict. A refusal has as reasons all that would block by itself, an allowed call
     * the statements that allow it.
     *
     * @throws AssertionError with the explained decision, if the reason is another one, or if it may still be allowed
     */
    @CanIgnoreReturnValue
    public SELF because(Reason reason) {
        if (held && !reason.holds(actual)) {
            String none = Expected.UNDECIDED.holds(actual) ? "; an undecided call has no reason" : "";
            fail("Expected " + Words.of(actual.request()) + "\nto be " + actual.verdict() + " because " + reason
                    + ", which is not so" + none + ":\n\n" + actual.print());
        }
        return myself;
    }

    /** Checks that this layer is among the reasons; the same as {@code because(Reason.layer(kind))}. */
    @CanIgnoreReturnValue
    public SELF because(PolicyKind layer) {
        return because(Reason.layer(layer));
    }

    /**
     * Checks that a Deny applies, so that no Allow anywhere can open it.
     *
     * @throws AssertionError with the explained decision, if no Deny applies
     */
    @CanIgnoreReturnValue
    public SELF explicitly() {
        return is(Verdict.EXPLICIT_DENY);
    }

    /**
     * Checks that no Deny applies, so that an Allow is all that is missing.
     *
     * @throws AssertionError with the explained decision, if a Deny applies
     */
    @CanIgnoreReturnValue
    public SELF implicitly() {
        return is(Verdict.IMPLICIT_DENY);
    }

    /**
     * Checks that the verdict rests on these facts: if they were not told, it would be {@code UNDECIDED}, and each would matter. They
     * are taken back together, and everything else stays as told.
     *
     * @param key of a condition, such as {@code aws:MultiFactorAuthPresent} or {@code aws:ResourceTag/team}
     * @throws AssertionError with the decision without them, if there is a verdict still or if one of them does not matter
     */
    @CanIgnoreReturnValue
    public SELF isUndecidedWithout(String key, String... more) {
        List<String> keys = new ArrayList<>(List.of(key));
        keys.addAll(Arrays.asList(more));
        if (held) {
            Optional<String> difference = Forgotten.difference(actual.request(), keys, sentence.engines());
            difference.ifPresent(this::fail);
        }
        return myself;
    }

    private SELF is(Verdict verdict) {
        if (held && actual.verdict() != verdict) {
            fail("Expected " + Words.of(actual.request()) + "\nto be " + verdict + ", but it is " + actual.verdict()
                    + ":\n\n" + actual.print());
        }
        return myself;
    }

    final boolean held() {
        return held;
    }

    final Sentence sentence() {
        return sentence;
    }

    final void fail(String message) {
        sentence.failures().failed(failure("%s", message.stripTrailing()));
    }
}
