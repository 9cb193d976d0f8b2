// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.account.AccountSnapshot;
import io.execward.evaluate.PolicyEngine;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.SoftAssertionsProvider;

/**
 * {@link ExecwardAssertions} whose failures are collected. For soft assertions of several kinds write {@code class Softly extends
 * SoftAssertions implements ExecwardSoftAssertionsProvider {}}. What is collected are failed checks of policies; the general words that
 * every AssertJ assertion has, such as {@code isEqualTo}, throw at once here too.
 */
@CheckReturnValue
public interface ExecwardSoftAssertionsProvider extends SoftAssertionsProvider {
    /** As {@link ExecwardAssertions#assertThat(PolicySet)}. */
    default PolicyAssert assertThat(PolicySet policies) {
        return assertThat(PolicyEngine.compile(policies));
    }

    /** As {@link ExecwardAssertions#assertThat(Policy)}. */
    default PolicyAssert assertThat(Policy identityPolicy) {
        return assertThat(PolicySet.identity(identityPolicy));
    }

    /** As {@link ExecwardAssertions#assertThat(PolicyEngine)}. */
    default PolicyAssert assertThat(PolicyEngine engine) {
        return new PolicyAssert(engine, this::collectAssertionError);
    }

    /** As {@link ExecwardAssertions#assertThat(AccountSnapshot)}. */
    default AccountAssert assertThat(AccountSnapshot account) {
        return new AccountAssert(account, this::collectAssertionError);
    }
}
