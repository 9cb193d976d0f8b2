// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import static io.execward.assertj.ExecwardAssertions.assertThat;
import static io.execward.assertj.Given.DEVELOPER;
import static io.execward.assertj.Given.EVERYTHING;
import static io.execward.assertj.Given.EXEC_INTO_APP;
import static io.execward.assertj.Given.EXEC_WITH_MFA;
import static io.execward.assertj.Given.NO_VAULT;
import static io.execward.assertj.Given.TASK;
import static io.execward.assertj.Given.failureOf;
import static io.execward.assertj.Given.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.execward.Golden;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReasonTest {
    private static final PolicySet BOUNDED = PolicySet.builder()
            .identity(policy(EVERYTHING, NO_VAULT))
            .boundary(policy(PolicyKind.PERMISSIONS_BOUNDARY, EXEC_INTO_APP))
            .build();

    private static ExecAssert denied(String container) {
        return assertThat(BOUNDED)
                .forPrincipal(DEVELOPER)
                .deniesExec()
                .into(TASK)
                .container(container);
    }

    @Test
    void a_boundary_that_omits_exec_denies_implicitly() {
        denied("sidecar")
                .implicitly()
                .because(PolicyKind.PERMISSIONS_BOUNDARY)
                .because(Reason.noAllowIn(PolicyKind.PERMISSIONS_BOUNDARY))
                .because(Reason.condition("ecs:container-name"))
                .because(Reason.check("cluster"))
                .because(Reason.check("task"));
    }

    @Test
    void a_deny_is_named_by_layer_and_sid() {
        denied("vault")
                .explicitly()
                .because(PolicyKind.IDENTITY)
                .because(Reason.denyIn(PolicyKind.IDENTITY))
                .because(Reason.statement("KeepVaultShut"))
                .because(PolicyKind.PERMISSIONS_BOUNDARY);
    }

    @Test
    void an_allowed_call_has_its_allows_as_reasons() {
        assertThat(BOUNDED)
                .forPrincipal(DEVELOPER)
                .allowsExec()
                .into(TASK)
                .container("app")
                .because(Reason.statement("Everything"))
                .because(Reason.statement("ExecIntoApp"))
                .because(PolicyKind.PERMISSIONS_BOUNDARY);
    }

    @Test
    void another_reason_than_the_one_there_is_fails() {
        Golden.assertSame(
                "assertj/another-reason.txt",
                failureOf(() -> denied("sidecar").because(Reason.statement("KeepVaultShut"))));
        refuses("sidecar", Reason.layer(PolicyKind.IDENTITY));
        refuses("sidecar", Reason.denyIn(PolicyKind.PERMISSIONS_BOUNDARY));
        refuses("sidecar", Reason.check("key"));
        refuses("sidecar", Reason.condition("aws:SourceIp"));
        refuses("sidecar", Reason.statement("Everything"));
        refuses("vault", Reason.noAllowIn(PolicyKind.IDENTITY));
        refuses("vault", Reason.layer(PolicyKind.SERVICE_CONTROL));
    }

    private static void refuses(String container, Reason reason) {
        assertThat(failureOf(() -> denied(container).because(reason)))
                .contains("because " + reason + ", which is not so");
    }

    @Test
    void an_undecided_call_has_no_reason() {
        ExecAssert undecided = assertThat(PolicySet.identity(policy(EXEC_WITH_MFA)))
                .forPrincipal(DEVELOPER)
                .leavesExecUndecided()
                .into(TASK)
                .container("app");
        assertThat(failureOf(() -> undecided.because(PolicyKind.IDENTITY))).contains("an undecided call has no reason");
    }

    @Test
    void the_other_kind_of_refusal_fails() {
        assertThat(failureOf(() -> denied("vault").implicitly()))
                .contains("to be IMPLICIT_DENY, but it is EXPLICIT_DENY");
        assertThat(failureOf(() -> denied("sidecar").explicitly()))
                .contains("to be EXPLICIT_DENY, but it is IMPLICIT_DENY");
    }

    @Test
    void a_fact_that_does_not_matter_cannot_leave_it_undecided() {
        ExecAssert withMfa = assertThat(PolicySet.identity(policy(EXEC_WITH_MFA)))
                .forPrincipal(DEVELOPER)
                .withMfa(Duration.ofMinutes(5))
                .allowsExec()
                .into(TASK)
                .container("app");
        withMfa.isUndecidedWithout("aws:MultiFactorAuthPresent");
        Golden.assertSame(
                "assertj/does-not-matter.txt",
                failureOf(() -> withMfa.isUndecidedWithout("aws:MultiFactorAuthPresent", "aws:SourceIp")));
        assertThat(failureOf(() -> withMfa.isUndecidedWithout("ecs:container-name")))
                .contains("`ecs:container-name` does not matter");
    }

    @Test
    void what_a_deny_settles_is_not_undecided_without_an_allow() {
        assertThat(failureOf(() -> denied("vault").isUndecidedWithout("aws:MultiFactorAuthPresent")))
                .contains("does not matter");
        denied("vault").isUndecidedWithout("ecs:container-name");
    }
}
