// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.model.Policy;
import io.execward.model.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyQuotaTest {
    @Test
    void white_space_between_tokens_counts_where_the_rule_says_so() {
        String text = "{\n\t\"Sid\" : \"a b\" \r\n}";
        assertThat(PolicyQuota.MANAGED_POLICY.measure(text)).isEqualTo("{\"Sid\":\"a b\"}".length());
        assertThat(PolicyQuota.SERVICE_CONTROL.measure(text)).isEqualTo(text.length());
    }

    @Test
    void white_space_inside_strings_always_counts() {
        assertThat(PolicyQuota.ROLE_TRUST.measure("[\"a \\\" b\\\\\" , \" c\"]"))
                .isEqualTo("[\"a \\\" b\\\\\",\" c\"]".length());
    }

    @Test
    void a_character_outside_of_the_basic_plane_is_one_character() {
        assertThat(PolicyQuota.SESSION.measure("\"\uD83D\uDE00\"")).isEqualTo(3);
        assertThat(PolicyQuota.MANAGED_POLICY.measure(" \"\uD83D\uDE00\"")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void a_policy_is_measured_in_its_shortest_text(PolicyQuota quota) {
        Policy policy = Policy.of(Statement.allow(List.of("s3:*"), List.of("*")).withSid("two words"));
        assertThat(quota.measure(policy))
                .isEqualTo(PolicyJson.printCompact(policy).length());
        assertThat(quota.measure(PolicyJson.print(policy)))
                .isEqualTo(quota.countsWhiteSpace() ? PolicyJson.print(policy).length() : quota.measure(policy));
    }

    @Test
    void the_limits_are_those_of_the_rules() {
        assertThat(PolicyQuota.values())
                .extracting(quota -> quota.rule() + " " + quota.limit() + " " + quota.countsWhiteSpace())
                .containsExactly(
                        "R-QUOTA-01 6144 false",
                        "R-QUOTA-02 2048 false",
                        "R-QUOTA-02 5120 false",
                        "R-QUOTA-02 10240 false",
                        "R-QUOTA-03 2048 false",
                        "R-QUOTA-04 2048 true",
                        "R-QUOTA-05 10240 true",
                        "R-QUOTA-06 5120 true",
                        "R-QUOTA-10 20480 true",
                        "R-QUOTA-14 131072 true");
    }
}
