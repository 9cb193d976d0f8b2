// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.ecs.ExecDecision;
import org.assertj.core.annotation.CanIgnoreReturnValue;

/** A checked sentence about a shell. */
public final class ExecAssert extends AbstractDecisionAssert<ExecAssert> {
    private final ExecDecision decision;

    ExecAssert(ExecDecision decision, Expected expected, Sentence sentence) {
        super(decision, expected, sentence, ExecAssert.class);
        this.decision = decision;
    }

    /**
     * Checks that the same caller has no other road into the same task, as far as it can be told without an inventory. A road that is
     * undecided counts as open. Looked at are
     *
     * <ul>
     *   <li>a direct session, on both forms of the task's ARN, with a document that goes unchecked: if the task itself is not denied,
     *       some document opens it (R-EXEC-19, R-EXEC-20);
     *   <li>port forwarding with the documents of AWS, likewise;
     *   <li>where exec is not denied: UpdateCluster, which can switch the exec log off first (R-EXEC-136);
     *   <li>where exec is denied: setting or removing the tags of task and cluster on which that rests (R-EXEC-123).
     * </ul>
     *
     * <p>Roads by launching tasks or changing services and task definitions need an inventory: see {@link
     * io.execward.review.AccessReview}.
     *
     * @throws AssertionError naming every open road, with its decision
     */
    @CanIgnoreReturnValue
    public ExecAssert closesSideDoors() {
        if (held()) {
            SideDoors.open(decision, sentence().engines()).ifPresent(this::fail);
        }
        return this;
    }
}
