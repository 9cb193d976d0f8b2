// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.account.AccountSnapshot;
import io.execward.evaluate.PolicyEngine;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractSoftAssertions;

/**
 * Collects failures until {@link #assertAll}, which also reports every sentence that was begun and has no end. For one thread.
 *
 * <pre>{@code
 * ExecwardSoftAssertions softly = new ExecwardSoftAssertions();
 * CallerAssert onCall = softly.assertThat(policies).forPrincipal(role).withMfa(Duration.ofMinutes(5));
 * onCall.allowsExec().into(task).container("app");
 * onCall.deniesExec().into(task).container("vault");
 * softly.assertAll();
 * }</pre>
 */
public class ExecwardSoftAssertions extends AbstractSoftAssertions implements ExecwardSoftAssertionsProvider {
    private final List<Begun> begun = new ArrayList<>();

    /** Nothing is collected yet. */
    public ExecwardSoftAssertions() {}

    private static final class Begun implements Failures.Mark {
        private final String soFar;
        private boolean open = true;

        Begun(String soFar) {
            this.soFar = soFar;
        }

        @Override
        public void passed() {
            open = false;
        }
    }

    private final class Collected implements Failures {
        @Override
        public void failed(AssertionError error) {
            collectAssertionError(error);
        }

        @Override
        public Mark begun(String soFar) {
            Begun mark = new Begun(soFar);
            begun.add(mark);
            return mark;
        }
    }

    @Override
    public PolicyAssert assertThat(PolicyEngine engine) {
        return new PolicyAssert(engine, new Collected());
    }

    @Override
    public AccountAssert assertThat(AccountSnapshot account) {
        return new AccountAssert(account, new Collected());
    }

    /** @throws AssertionError with every failure, and every half sentence */
    @Override
    public void assertAll() {
        for (Begun mark : begun) {
            if (mark.open) {
                collectAssertionError(new AssertionError("Half a sentence checks nothing: `" + mark.soFar
                        + "` needs an end, such as `container(\"app\")`"));
            }
        }
        begun.clear();
        super.assertAll();
    }
}
