// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import static io.execward.assertj.Given.DEVELOPER;
import static io.execward.assertj.Given.EVERYTHING;
import static io.execward.assertj.Given.EXEC_INTO_APP;
import static io.execward.assertj.Given.TASK;
import static io.execward.assertj.Given.failureOf;
import static io.execward.assertj.Given.policies;
import static io.execward.assertj.Given.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.execward.ecs.TaskArn;
import io.execward.model.PolicyKind;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class SoftSentenceTest {
    @Test
    void all_failures_are_collected() {
        ExecwardSoftAssertions softly = new ExecwardSoftAssertions();
        CallerAssert developer = softly.assertThat(policies(EXEC_INTO_APP)).forPrincipal(DEVELOPER);
        developer.allowsExec().into(TASK).container("app").explicitly();
        developer.allowsExec().into(TASK).container("vault");
        developer.deniesExec().into(TASK).container("app");
        developer.deniesExec().into(TASK).container("vault").because(PolicyKind.SESSION);
        developer.allows(Given::describe);
        developer.grantsNothingBeyond(policies(), Inventory.empty().withTask(TaskArn.of(TASK), "app"));
        assertThat(softly.assertionErrorsCollected())
                .extracting(Throwable::getMessage)
                .satisfiesExactly(
                        one -> assertThat(one).contains("to be EXPLICIT_DENY, but it is ALLOWED"),
                        one -> assertThat(one)
                                .contains("in container `vault`", "to be allowed, but it is IMPLICIT_DENY"),
                        one -> assertThat(one).contains("in container `app`", "to be denied, but it is ALLOWED"),
                        one -> assertThat(one).contains("because of the session policy, which is not so"),
                        one -> assertThat(one).contains("DescribeTasks"),
                        one -> assertThat(one).contains("beyond the ceiling"));
        assertThat(failureOf(softly::assertAll)).contains("Multiple Failures (6 failures)");
    }

    @Test
    void what_follows_a_failed_check_is_not_reported_again() {
        ExecwardSoftAssertions softly = new ExecwardSoftAssertions();
        softly.assertThat(policy(EVERYTHING))
                .forPrincipal(DEVELOPER)
                .deniesExec()
                .into(TASK)
                .container("app")
                .explicitly()
                .because(PolicyKind.IDENTITY)
                .isUndecidedWithout("aws:SourceIp")
                .closesSideDoors();
        assertThat(softly.assertionErrorsCollected()).hasSize(1);
    }

    @Test
    void nothing_is_reported_if_everything_holds() {
        ExecwardSoftAssertions softly = new ExecwardSoftAssertions();
        CallerAssert developer = softly.assertThat(policies(EXEC_INTO_APP)).forPrincipal(DEVELOPER);
        NeedsContainer into = developer.allowsExec().into(TASK);
        into.container("app").closesSideDoors();
        developer.complete().denies(Given::describe);
        softly.assertAll();
    }

    @Test
    @SuppressWarnings("CheckReturnValue") // half sentences are what is tested
    void a_half_sentence_is_reported() {
        ExecwardSoftAssertions softly = new ExecwardSoftAssertions();
        softly.assertThat(policies(EVERYTHING));
        CallerAssert developer = softly.assertThat(policies(EVERYTHING)).forPrincipal(DEVELOPER);
        developer.allowsExec().into(TASK).container("app");
        developer.deniesExec();
        developer.deniesExec().into(TASK);
        softly.assertThat(policies(EVERYTHING)).forPrincipal(DEVELOPER).complete();
        String message = failureOf(softly::assertAll);
        assertThat(message)
                .contains("Multiple Failures (4 failures)")
                .contains("`assertThat(policies)` needs an end")
                .contains("`… deniesExec()` needs an end")
                .contains("`… deniesExec().into(" + TASK + ")` needs an end")
                .contains("`… forPrincipal(" + DEVELOPER + ")` needs an end");
    }

    private static final class Softly extends SoftAssertions implements ExecwardSoftAssertionsProvider {}

    @Test
    void other_soft_assertions_can_be_mixed_in() {
        Softly softly = new Softly();
        softly.assertThat("text").isEqualTo("other");
        softly.assertThat(policy(EVERYTHING))
                .forPrincipal(DEVELOPER)
                .deniesExec()
                .into(TASK)
                .container("app");
        assertThat(softly.assertionErrorsCollected()).hasSize(2);
    }
}
