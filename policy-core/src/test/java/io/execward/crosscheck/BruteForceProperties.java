// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.analyze.PolicyAnalyzer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** No answer to a random question is contradicted by a request. A failure prints the question as JSON, made small. */
class BruteForceProperties {
    /** Without policy variables every answer must be known too. */
    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void answers_without_variables_are_right(@ForAll long seed) {
        assertNoFault(seed, Theme.plain());
    }

    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void answers_about_policy_variables_are_right(@ForAll long seed) {
        assertNoFault(seed, Theme.withVariables());
    }

    private static void assertNoFault(long seed, List<Theme> themes) {
        Campaign campaign = new Campaign(PolicyAnalyzer.create(), themes, 500);
        assertThat(campaign.ask(seed).map(campaign::smaller)).isEmpty();
    }
}
