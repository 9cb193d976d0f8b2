// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.account.AccountSnapshot;
import io.execward.account.IamIdentity;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.AbstractAssert;

/** A sentence about an account, which goes on with who calls. */
@CheckReturnValue
public final class AccountAssert extends AbstractAssert<AccountAssert, AccountSnapshot> {
    private final Failures failures;
    private final Failures.Mark mark;

    AccountAssert(AccountSnapshot account, Failures failures) {
        super(account, AccountAssert.class);
        this.failures = failures;
        this.mark = failures.begun("assertThat(account)");
    }

    /**
     * A user or role of the account under its policies, its boundary, the organization's levels, and where a KMS key takes part the
     * key's policy; with its tags. Of a shell
     * the documents tell the tags of task and cluster and the key (R-EXEC-116, R-EXEC-117).
     *
     * @param principal an ARN; that of a role session stands for its role
     * @throws IllegalArgumentException if the documents do not tell of it
     */
    public CallerAssert forPrincipal(String principal) {
        mark.passed();
        IamIdentity identity = actual.identity(principal).orElseThrow(() -> unknown(principal));
        return new CallerAssert(
                actual.caller(identity),
                Sentence.begin(
                        actual.engines(identity), request -> AccountTargets.told(actual, request), failures, info));
    }

    private IllegalArgumentException unknown(String principal) {
        List<String> known = actual.identities().stream()
                .map(identity -> identity.arn().toString())
                .sorted()
                .toList();
        return new IllegalArgumentException(
                "`" + principal + "` is no user or role of the account's documents: known are "
                        + known.stream().limit(8).collect(Collectors.joining(", "))
                        + (known.size() > 8 ? " and " + (known.size() - 8) + " more" : ""));
    }
}
