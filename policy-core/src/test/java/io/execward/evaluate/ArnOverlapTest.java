// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a resource pattern meets others, and where it covers them. */
class ArnOverlapTest {
    private static final String KIND = "arn:aws:ecs:*:111122223333:task-definition/*";

    @ParameterizedTest
    @CsvSource({
        "*, true",
        "arn:aws:ecs:*, true",
        "arn:aws:ecs:*:*:task-definition/web:*, true",
        "arn:aws:ecs:us-east-1:111122223333:task-definition/w?b:1, true",
        "arn:aws:ecs:*:*:task-${aws:username}/x, true",
        "arn:aws:ecs:*:*:3, true",
        "arn:aws:ecs:*:*:task/*, false",
        "arn:aws:ecs:us-east-1:111122223333:service/*, false",
        "arn:aws:ecs:us-east-1:444455556666:*, true", // in doubt: the star of the kind might run over colons
        "arn:aws:iam::111122223333:role/*, false",
    })
    void a_pattern_may_match_something_of_a_kind(String pattern, boolean possible) {
        assertThat(ArnOverlap.of(pattern, KIND).isPossible()).isEqualTo(possible);
    }

    @ParameterizedTest
    @CsvSource({
        "*, web:*, true",
        "arn:aws:ecs:*:*:task-definition/*, web:*, true",
        "arn:aws:ecs:*:111122223333:task-definition/w*, web:*, true",
        "arn:aws:ecs:us-east-1:*:task-definition/web:*, web:1?, true",
        "arn:aws:ecs:us-east-1:*:task-definition/web:?, web:*, false",
        "arn:aws:ecs:us-east-1:*:task-definition/web:?, web:?, true",
        "arn:aws:ecs:eu-west-1:*:task-definition/web:*, web:*, false",
        "arn:aws:ecs:us-*:*:task-definition/web:*, web:*, false",
        "arn:aws:ecs:*:*:task-definition/web:1, web:*, false",
        "arn:aws:ecs:*:*:task-definition/${aws:username}*, web:*, false",
    })
    void a_pattern_covers_what_another_matches_of_a_kind(String pattern, String other, boolean covers) {
        String allowed = "arn:aws:ecs:us-east-1:111122223333:task-definition/" + other;
        assertThat(ArnOverlap.of(pattern, allowed, KIND).isCover()).isEqualTo(covers);
    }
}
