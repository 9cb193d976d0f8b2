// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.analyze.Extent.Share;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.Policy;
import io.execward.model.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ExtentTest {
    private static final Region EXEC = Region.of(List.of("ecs:ExecuteCommand"), List.of("arn:aws:ecs:*:*:task/*"));
    private static final Statement ALLOW = Statement.allow(List.of("ecs:*"), List.of("*"));

    @Test
    void none_all_and_some_of_a_region() {
        Condition mfa = Condition.of(Comparison.BOOL, "aws:MultiFactorAuthPresent", "true");

        assertThat(extent(Statement.deny(List.of("*"), List.of("*"))).share()).contains(Share.NEVER);
        assertThat(extent(ALLOW).share()).contains(Share.ALWAYS);
        assertThat(extent(ALLOW.where(mfa)).share()).contains(Share.CONDITIONAL);
    }

    @Test
    void some_is_shown_by_a_request_of_either_kind() {
        Extent some = extent(Statement.allow(List.of("ecs:*"), List.of("arn:aws:ecs:*:*:task/dev/*")));

        assertThat(some.never()).isInstanceOf(Answer.Fails.class);
        assertThat(some.always()).isInstanceOf(Answer.Fails.class);
    }

    @Test
    void what_is_not_known_is_no_share() {
        AtomicLong clock = new AtomicLong();
        Budget none = Budget.standard().within(Duration.ofNanos(1), () -> clock.addAndGet(10));
        Extent unknown = Extent.of(PolicyAnalyzer.create().with(none), Subject.of(Policy.of(ALLOW)), EXEC);

        assertThat(unknown.share()).isEmpty();
    }

    private static Extent extent(Statement statement) {
        return Extent.of(PolicyAnalyzer.create(), Subject.of(Policy.of(statement)), EXEC);
    }
}
