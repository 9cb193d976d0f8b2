// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.ecs.OperationDecision;

/** A checked sentence about any operation. */
public final class OperationAssert extends AbstractDecisionAssert<OperationAssert> {
    OperationAssert(OperationDecision decision, Expected expected, Sentence sentence) {
        super(decision, expected, sentence, OperationAssert.class);
    }
}
