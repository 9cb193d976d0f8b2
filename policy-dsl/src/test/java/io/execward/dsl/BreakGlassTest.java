// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import static io.execward.dsl.Examples.ELEVEN;
import static io.execward.dsl.Examples.KEY;
import static io.execward.dsl.Examples.PAYMENTS;
import static io.execward.dsl.Examples.QUARTER;
import static io.execward.dsl.Examples.TASK;
import static io.execward.dsl.Examples.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.execward.Golden;
import io.execward.ecs.Caller;
import io.execward.ecs.Container;
import io.execward.ecs.ExecRequest;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.json.PolicyQuota;
import io.execward.model.Context;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class BreakGlassTest {
    private static final Principal ONCALL = Principal.of("arn:aws:iam::111122223333:role/ops/OnCall");
    private static final BreakGlass.Ready READY = BreakGlass.to(ONCALL)
            .inCluster(PAYMENTS)
            .intoContainer("app")
            .from(TEN)
            .until(ELEVEN)
            .withMfaYoungerThan(QUARTER)
            .because("INC-42", "payments are stuck in the queue");

    @ParameterizedTest
    @EnumSource(
            value = PolicyQuota.class,
            names = {"MANAGED_POLICY", "GROUP_INLINE", "ROLE_INLINE", "SESSION"})
    void a_grant_holds_in_every_kind_of_policy(PolicyQuota quota) {
        BreakGlass grant = READY.encryptedWith(KEY).issueAs(quota);

        assertThat(grant.proof().holds()).isTrue();
        assertThat(grant.policy().fits(quota)).isTrue();
        assertThat(grant.policy().kind())
                .isEqualTo(quota == PolicyQuota.SESSION ? PolicyKind.SESSION : PolicyKind.IDENTITY);
        Golden.assertSame(
                "break-glass/" + quota + ".txt",
                grant.policy().json() + "\n\n" + grant.proof().print());
    }

    /** Independent of the proof: other ids, other times, another way of putting the question. */
    @Test
    void the_window_is_closed_at_its_begin_and_open_at_its_end() {
        PolicyEngine engine = PolicyEngine.compile(PolicySet.identity(
                READY.issueAs(PolicyQuota.MANAGED_POLICY).policy().policy()));

        assertThat(exec(engine, TEN.minusSeconds(1))).isEqualTo(Verdict.EXPLICIT_DENY);
        assertThat(exec(engine, TEN)).isEqualTo(Verdict.ALLOWED);
        assertThat(exec(engine, ELEVEN.minusSeconds(1))).isEqualTo(Verdict.ALLOWED);
        assertThat(exec(engine, ELEVEN)).isEqualTo(Verdict.EXPLICIT_DENY);
    }

    private static Verdict exec(PolicyEngine engine, Instant time) {
        Caller caller = Caller.of(ONCALL).at(time).withMfa(QUARTER.minusSeconds(60));
        return ExecRequest.of(caller, TASK, Container.named("app")).decide(engine);
    }

    @Test
    void a_ceiling_that_allows_less_is_named() {
        Statement clusterOnly = Statement.allow(List.of("ecs:ExecuteCommand"), List.of(PAYMENTS.toString()))
                .withSid("ClusterOnly");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> READY.within(Policy.of(clusterOnly)).issueAs(PolicyQuota.SESSION))
                .withMessageContaining("inside the ceiling")
                .withMessageContaining("has to be ALLOWED")
                .withMessageContaining("permissions boundary");
    }

    @Test
    void a_ceiling_that_depends_on_what_nobody_told_is_no_ceiling_to_be_inside_of() {
        Statement tagged = Statement.allow(List.of("ecs:*"), List.of("*"))
                .where(io.execward.model.Condition.of(
                        io.execward.model.Comparison.STRING_EQUALS, "aws:ResourceTag/team", "payments"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> READY.within(Policy.of(tagged)).issueAs(PolicyQuota.SESSION))
                .withMessageContaining("is UNDECIDED and has to be ALLOWED");
    }

    @Test
    void a_deny_in_the_ceiling_is_named() {
        Statement allow = Statement.allow(List.of("*"), List.of("*"));
        Statement deny = Statement.deny(List.of("ecs:ExecuteCommand"), List.of(PAYMENTS + ""))
                .withSid("NotPayments");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> READY.within(Policy.of(allow, deny)).issueAs(PolicyQuota.SESSION))
                .withMessageContaining("NotPayments");
    }

    @Test
    void a_grant_inside_its_ceiling_is_proven_there_too() {
        Statement ecs = Statement.allow(List.of("ecs:*"), List.of("*"));
        BreakGlass grant = READY.within(Policy.of(ecs)).issueAs(PolicyQuota.SESSION);

        assertThat(grant.proof().checks())
                .filteredOn(check -> check.what().endsWith("inside the ceiling"))
                .hasSizeGreaterThan(4)
                .allMatch(BreakGlass.Proof.Check::holds);
    }

    @ParameterizedTest
    @EnumSource(
            value = PolicyQuota.class,
            mode = Mode.INCLUDE,
            names = {"ROLE_TRUST", "SERVICE_CONTROL", "RESOURCE_CONTROL", "VPC_ENDPOINT", "SIMULATOR"})
    void a_grant_is_no_policy_that_does_not_grant(PolicyQuota quota) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> READY.issueAs(quota))
                .withMessageContaining(quota.rule());
    }

    @Test
    void a_grant_that_is_too_long_for_its_kind_is_refused() {
        String longName = "a".repeat(255);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BreakGlass.to(ONCALL)
                        .inCluster(Examples.HERE.cluster(longName))
                        .intoContainer(longName)
                        .from(TEN)
                        .until(ELEVEN)
                        .withMfaYoungerThan(QUARTER)
                        .because("INC-42", "a long name")
                        .issueAs(PolicyQuota.SESSION))
                .withMessageContaining("2048 are allowed")
                .withMessageContaining("R-QUOTA-04");
    }

    @Test
    void a_proof_that_fails_makes_no_grant() {
        BreakGlass grant = READY.issueAs(PolicyQuota.SESSION);
        var wrong = new BreakGlass.Proof.Check("exec", Verdict.EXPLICIT_DENY, Verdict.ALLOWED, "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BreakGlass(
                        grant.policy(),
                        "INC-42",
                        "reason",
                        new BreakGlass.Proof(List.of(wrong), 1, PolicyQuota.SESSION)))
                .withMessageContaining("exec is ALLOWED and has to be EXPLICIT_DENY");
    }

    @Test
    void a_window_and_a_ticket_are_needed() {
        var begin =
                BreakGlass.to(ONCALL).inCluster(PAYMENTS).intoContainer("app").from(ELEVEN);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> begin.until(TEN)
                        .withMfaYoungerThan(QUARTER)
                        .because("INC-42", "backwards")
                        .issueAs(PolicyQuota.SESSION))
                .withMessageContaining("R-COND-30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> begin.until(ELEVEN.plusSeconds(60))
                        .withMfaYoungerThan(QUARTER)
                        .because("--", "no letter"))
                .withMessageContaining("ticket");
    }

    @Test
    void a_revocation_hits_credentials_from_before_it_and_those_without_a_time() {
        IamPolicy revoked = READY.issueAs(PolicyQuota.SESSION).revocation(TEN.plusSeconds(1200));
        PolicyEngine engine = Examples.besideEverything(revoked);
        Caller caller = Caller.of(ONCALL).complete();
        var shell = ExecRequest.of(caller, TASK, Container.named("app"));

        assertThat(shell.decide(engine)).isEqualTo(Verdict.EXPLICIT_DENY);
        assertThat(ExecRequest.of(issued(TEN), TASK, Container.named("app")).decide(engine))
                .isEqualTo(Verdict.EXPLICIT_DENY);
        assertThat(ExecRequest.of(issued(TEN.plusSeconds(1200)), TASK, Container.named("app"))
                        .decide(engine))
                .isEqualTo(Verdict.ALLOWED);
    }

    private static Caller issued(Instant time) {
        return Caller.of(ONCALL)
                .with(Context.of("aws:TokenIssueTime", time.toString()))
                .complete();
    }

    @Test
    void a_proof_without_checks_proves_nothing() {
        var nothing = new BreakGlass.Proof(List.of(), 0, PolicyQuota.SESSION);
        var anything = IamPolicy.identity(ExecPolicy.allowExec().inCluster(PAYMENTS));

        assertThat(nothing.holds()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new BreakGlass(anything, "INC-42", "why", nothing));
    }

    @Test
    void a_key_of_another_Region_is_refused() {
        var elsewhere = Place.of("aws", "eu-west-1", Examples.ACCOUNT).key("k");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> READY.encryptedWith(elsewhere))
                .withMessageContaining("R-EXEC-26");
    }
}
