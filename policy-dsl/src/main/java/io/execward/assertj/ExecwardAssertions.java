// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.account.AccountSnapshot;
import io.execward.evaluate.PolicyEngine;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import org.assertj.core.annotation.CheckReturnValue;

/**
 * Where assertions begin.
 *
 * <pre>{@code
 * assertThat(policies)
 *         .forPrincipal("arn:aws:iam::111122223333:role/developer")
 *         .allowsExec()
 *         .into("arn:aws:ecs:us-east-1:111122223333:task/dev/0a1b2c3d")
 *         .container("app");
 * }</pre>
 */
@CheckReturnValue
public final class ExecwardAssertions {
    private ExecwardAssertions() {}

    /** About these policies; explanations name policy and statement number. */
    public static PolicyAssert assertThat(PolicySet policies) {
        return assertThat(PolicyEngine.compile(policies));
    }

    /** About one identity policy and nothing else. */
    public static PolicyAssert assertThat(Policy identityPolicy) {
        return assertThat(PolicySet.identity(identityPolicy));
    }

    /** About compiled policies; where the engine was told what they were read from, explanations name file and line. */
    public static PolicyAssert assertThat(PolicyEngine engine) {
        return new PolicyAssert(engine, Failures.THROWN);
    }

    /** About the policies that everybody in an account has, by its documents. */
    public static AccountAssert assertThat(AccountSnapshot account) {
        return new AccountAssert(account, Failures.THROWN);
    }
}
