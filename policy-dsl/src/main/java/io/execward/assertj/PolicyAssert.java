// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.ecs.Caller;
import io.execward.evaluate.PolicyEngine;
import io.execward.model.Principal;
import java.util.function.UnaryOperator;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.AbstractAssert;

/** A sentence about policies, which goes on with who calls. */
@CheckReturnValue
public final class PolicyAssert extends AbstractAssert<PolicyAssert, PolicyEngine> {
    private final Failures failures;
    private final Failures.Mark mark;

    PolicyAssert(PolicyEngine engine, Failures failures) {
        super(engine, PolicyAssert.class);
        this.failures = failures;
        this.mark = failures.begun("assertThat(policies)");
    }

    /**
     * Somebody about whom nothing else is told: what policies ask beyond that is unknown, and may make the answer {@code UNDECIDED}.
     *
     * @throws IllegalArgumentException if the text names no principal; see {@link Principal#of}
     */
    public CallerAssert forPrincipal(String principal) {
        return forPrincipal(Principal.of(principal));
    }

    /** Somebody about whom nothing else is told. */
    public CallerAssert forPrincipal(Principal principal) {
        return forCaller(Caller.of(principal));
    }

    /** Somebody, with all that is told of how the call is made. */
    public CallerAssert forCaller(Caller caller) {
        mark.passed();
        return new CallerAssert(caller, Sentence.begin(resource -> actual, UnaryOperator.identity(), failures, info));
    }
}
