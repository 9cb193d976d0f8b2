// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.PolicyPath;
import java.util.List;

/** The first element of a statement that ruled it out: one reason, with what the policy says and what the request brings. */
public sealed interface Mismatch {
    /** Where the element stands in its document. */
    PolicyPath at();

    /** Answers for every reason. */
    <R> R match(Cases<R> cases);

    /** One answer for each reason. */
    interface Cases<R> {
        R principalDiffers(PrincipalDiffers mismatch);

        R actionDiffers(ActionDiffers mismatch);

        R resourceDiffers(ResourceDiffers mismatch);

        R keyAbsent(KeyAbsent mismatch);

        R keyPresent(KeyPresent mismatch);

        R severalValues(SeveralValues mismatch);

        R valueDiffers(ValueDiffers mismatch);
    }

    /**
     * The statement is not about this caller.
     *
     * @param policyValues the entries; none if the statement has no principal, which matches nobody (R-PRIN-17)
     */
    record PrincipalDiffers(PolicyPath at, List<String> policyValues, String was) implements Mismatch {
        public PrincipalDiffers {
            policyValues = List.copyOf(policyValues);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.principalDiffers(this);
        }
    }

    /** No entry of {@code Action} matches, or one of {@code NotAction} does. */
    record ActionDiffers(PolicyPath at, List<String> policyValues, String was) implements Mismatch {
        public ActionDiffers {
            policyValues = List.copyOf(policyValues);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.actionDiffers(this);
        }
    }

    /** No entry of {@code Resource} matches, or one of {@code NotResource} does. */
    record ResourceDiffers(PolicyPath at, List<String> policyValues, String was) implements Mismatch {
        public ResourceDiffers {
            policyValues = List.copyOf(policyValues);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.resourceDiffers(this);
        }
    }

    /** The condition needs a key that the request does not have. */
    record KeyAbsent(PolicyPath at, ConditionOperator operator, ConditionKey key, List<String> needs)
            implements Mismatch {
        public KeyAbsent {
            needs = List.copyOf(needs);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.keyAbsent(this);
        }
    }

    /** {@code Null} wants a key to be absent that the request has. */
    record KeyPresent(PolicyPath at, ConditionKey key, List<String> was) implements Mismatch {
        public KeyPresent {
            was = List.copyOf(was);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.keyPresent(this);
        }
    }

    /** The request has several values where the operator has no set prefix (R-COND-13). */
    record SeveralValues(PolicyPath at, ConditionOperator operator, ConditionKey key, List<String> was)
            implements Mismatch {
        public SeveralValues {
            was = List.copyOf(was);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.severalValues(this);
        }
    }

    /**
     * The key has another value than the condition accepts.
     *
     * @param needs the policy values, variables resolved where they can be
     */
    record ValueDiffers(
            PolicyPath at, ConditionOperator operator, ConditionKey key, List<String> needs, List<String> was)
            implements Mismatch {
        public ValueDiffers {
            needs = List.copyOf(needs);
            was = List.copyOf(was);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.valueDiffers(this);
        }
    }
}
