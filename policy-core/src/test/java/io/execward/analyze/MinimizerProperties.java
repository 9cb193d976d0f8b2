// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.evaluate.PolicyEngine;
import io.execward.json.PolicyQuota;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.Request;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Shorter policies mean the same: every verdict of the small world stays, that of a Deny too. */
class MinimizerProperties {
    private static final PolicyAnalyzer ANALYZER = PolicyAnalyzer.create();
    private static final PolicyMinimizer MINIMIZER = PolicyMinimizer.of(ANALYZER, PolicyKind.IDENTITY);

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void minimizing_keeps_every_verdict_and_is_done_once(@ForAll Random random) {
        Policy policy = new TinyWorld(random, random.nextBoolean()).policy(5);

        Minimized minimized = MINIMIZER.minimize(policy);

        assertThat(minimized.after()).isLessThanOrEqualTo(minimized.before());
        assertThat(PolicyQuota.MANAGED_POLICY.measure(minimized.policy())).isEqualTo(minimized.after());
        PolicyEngine before = TinyWorld.engine(policy);
        PolicyEngine after = TinyWorld.engine(minimized.policy());
        for (Request request : TinyWorld.requests(policy)) {
            assertThat(after.decide(request))
                    .as("%s\nof\n%s\nmade\n%s\nby %s", request, policy, minimized.policy(), minimized.steps())
                    .isEqualTo(before.decide(request));
        }
        assertThat(MINIMIZER.minimize(minimized.policy()).policy())
                .as("of %s", policy)
                .isEqualTo(minimized.policy());
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void tightening_allows_what_both_allow(@ForAll Random random) {
        TinyWorld world = new TinyWorld(random, false);
        Policy policy = world.policy(3);
        Policy ceiling = world.policy(3);

        Optional<Tightening> tight = Tightening.of(ANALYZER, policy, ceiling);

        PolicyEngine one = TinyWorld.engine(policy);
        PolicyEngine other = TinyWorld.engine(ceiling);
        tight.ifPresent(made -> {
            PolicyEngine both = TinyWorld.engine(made.policy());
            for (Request request : TinyWorld.requests(policy, ceiling)) {
                assertThat(TinyWorld.allows(both, request))
                        .as("%s by %s\nof\n%s\nunder\n%s", request, made.policy(), policy, ceiling)
                        .isEqualTo(TinyWorld.allows(one, request) && TinyWorld.allows(other, request));
            }
        });
        boolean plain = List.of(policy, ceiling).stream()
                .flatMap(document -> document.statements().stream())
                .filter(statement -> statement.effect() == Effect.ALLOW)
                .allMatch(statement -> statement.conditions().isEmpty()
                        && !statement.toString().contains("AllExcept"));
        assertThat(plain && tight.isEmpty()).as("%s under %s", policy, ceiling).isFalse();
    }
}
