// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalTest {
    @Test
    void a_refusal_falls_into_problem_next_step_and_rule() {
        assertThat(refusal("`a: b` is none: write `x: y`, or not (R-COND-31, R-GRAM-13)"))
                .isEqualTo(new Refusal("R-COND-31", "`a: b` is none", "write `x: y`, or not"));
        assertThat(refusal("no (for once) rule: write one"))
                .isEqualTo(new Refusal("R-EXEC-150", "no (for once) rule", "write one"));
        assertThat(refusal("nothing to do (U-06)")).isEqualTo(new Refusal("U-06", "nothing to do", ""));
        assertThat(refusal("(R-EXEC-05)")).isEqualTo(new Refusal("R-EXEC-150", "(R-EXEC-05)", ""));
    }

    private static Refusal refusal(String message) {
        return Refusal.of(new IllegalArgumentException(message));
    }
}
