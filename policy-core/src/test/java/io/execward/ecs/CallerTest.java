// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known about a caller: told, derived, unknown (R-EXEC-12, R-EXEC-141). */
class CallerTest {
    private static final Caller ALICE = Caller.of(Operations.ALICE);

    private static ContextValue value(Caller caller, String key) {
        return ExecRequest.of(caller, Operations.TASK, Container.omitted())
                .toRequest()
                .context()
                .get(ConditionKey.of(key));
    }

    private static ContextValue present(String value) {
        return ContextValue.of(List.of(value));
    }

    @Test
    void told_tags_are_all_there_are() {
        Caller tagged = ALICE.tagged(Map.of("team", "payments"));
        assertThat(value(tagged, "aws:PrincipalTag/team")).isEqualTo(present("payments"));
        assertThat(value(tagged, "aws:PrincipalTag/cost")).isEqualTo(ContextValue.ABSENT);
        assertThat(value(ALICE, "aws:PrincipalTag/team")).isEqualTo(ContextValue.UNKNOWN);
        assertThat(value(ALICE.tagged(Map.of()), "aws:PrincipalTag/team")).isEqualTo(ContextValue.ABSENT);
    }

    @Test
    void some_tags_may_be_told_and_others_stay_unknown() {
        Caller tagged = ALICE.taggedAtLeast(Map.of("team", "payments"));
        assertThat(value(tagged, "aws:PrincipalTag/team")).isEqualTo(present("payments"));
        assertThat(value(tagged, "aws:PrincipalTag/cost")).isEqualTo(ContextValue.UNKNOWN);
    }

    @Test
    void tags_that_differ_only_in_letter_case_are_unknown() {
        Caller tagged = ALICE.tagged(Map.of("team", "a", "TEAM", "b"));
        assertThat(value(tagged, "aws:PrincipalTag/Team")).isEqualTo(ContextValue.UNKNOWN); // R-COND-68
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "2001:db8::7", "::ffff:192.0.2.1"})
    void an_address_is_public_and_excludes_endpoints(String address) {
        Caller from = ALICE.from(address);
        assertThat(value(from, "aws:SourceIp")).isEqualTo(present(address));
        assertThat(value(from, "aws:SourceVpce")).isEqualTo(ContextValue.ABSENT); // R-KEY-05
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "203.0.113", "203.0.113.256", "203.0.113.07", "fe80::1%eth0", "203.0.113.0/24"})
    void what_is_no_address_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALICE.from(text))
                .withMessageContaining("is not an address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "saml:sub",
                "SAML:sub_type",
                "accounts.google.com:aud",
                "oidc.eks.us-east-1.amazonaws.com/id/1:sub"
            })
    void what_an_identity_provider_said_of_who_took_a_role_is_unknown(String key) {
        Caller role = Caller.of(Principal.of("arn:aws:iam::111122223333:role/dev"));
        assertThat(value(role, key)).isEqualTo(ContextValue.UNKNOWN);
        assertThat(value(role.complete(), key)).isEqualTo(ContextValue.ABSENT);
        assertThat(value(ALICE, key)).isEqualTo(ContextValue.ABSENT);
    }

    @Test
    void mfa_time_and_more_are_as_told() {
        Caller told = ALICE.withMfa(Duration.ofMinutes(5)).at(Instant.parse("2030-01-01T10:00:00Z"));
        assertThat(value(told, "aws:MultiFactorAuthAge")).isEqualTo(present("300"));
        assertThat(value(told, "aws:EpochTime")).isEqualTo(present("1893492000"));
        assertThat(value(told.withoutMfaKeys(), "aws:MultiFactorAuthPresent")).isEqualTo(ContextValue.ABSENT);
        assertThat(value(told.with(Context.of("aws:PrincipalAccount", "999988887777")), "aws:PrincipalAccount"))
                .isEqualTo(present("999988887777"));
    }

    @Test
    void of_a_complete_caller_what_is_neither_told_nor_derived_is_absent() {
        Caller complete = ALICE.complete();
        assertThat(value(complete, "aws:SourceIp")).isEqualTo(ContextValue.ABSENT);
        assertThat(value(complete, "aws:PrincipalTag/team")).isEqualTo(ContextValue.ABSENT);
        assertThat(value(complete, "aws:CurrentTime")).isEqualTo(ContextValue.ABSENT);
        assertThat(value(complete, "aws:username")).isEqualTo(present("alice"));
        assertThat(value(complete, "aws:PrincipalArn")).isEqualTo(present(Operations.ALICE.text()));
        assertThat(value(complete.from("203.0.113.7"), "aws:SourceIp")).isEqualTo(present("203.0.113.7"));
        Context unknown = Context.builder().unknown("aws:SourceVpce").build();
        assertThat(value(complete.with(unknown), "aws:SourceVpce")).isEqualTo(ContextValue.UNKNOWN);
    }

    @Test
    void a_complete_caller_says_nothing_about_targets() {
        ExecRequest request = ExecRequest.of(ALICE.complete(), Operations.TASK, Container.omitted());
        assertThat(request.toRequest().context().get(ConditionKey.of("ecs:container-name")))
                .isEqualTo(ContextValue.UNKNOWN);
        assertThat(request.toRequest().resources())
                .allSatisfy(resource -> assertThat(resource.context().get(ConditionKey.of("aws:ResourceTag/team")))
                        .isEqualTo(ContextValue.UNKNOWN));
        assertThat(request.clusterTagged(Map.of())
                        .taskTagged(Map.of())
                        .toRequest()
                        .resources())
                .allSatisfy(
                        resource -> assertThat(resource.context().isComplete()).isTrue());
    }

    @Test
    void of_a_complete_session_of_a_role_whose_path_is_not_told_the_arn_stays_unknown() {
        Principal session = Principal.of("arn:aws:sts::111122223333:assumed-role/OnCall/alice");
        assertThat(value(Caller.of(session).complete(), "aws:PrincipalArn")).isEqualTo(ContextValue.UNKNOWN);
    }

    @Test
    void assumed_absence_speaks_of_targets_too_but_not_of_keys_that_are_always_sent() {
        ExecRequest request = ExecRequest.of(ALICE.assumingAbsence(), Operations.TASK, Container.omitted());
        assertThat(request.toRequest().context().get(ConditionKey.of("aws:CurrentTime")))
                .isEqualTo(ContextValue.UNKNOWN);
        assertThat(request.toRequest().context().get(ConditionKey.of("aws:SourceIp")))
                .isEqualTo(ContextValue.ABSENT);
        assertThat(request.toRequest().context().get(ConditionKey.of("ecs:container-name")))
                .isEqualTo(ContextValue.ABSENT);
        assertThat(request.toRequest().resources())
                .allSatisfy(
                        resource -> assertThat(resource.context().isComplete()).isTrue());
    }
}
