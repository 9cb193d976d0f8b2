// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.match.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class PatternMeetTest {
    private static final List<String> TEXTS = texts();

    @Test
    void patterns_meet_in_patterns() {
        assertThat(PatternMeet.of("ecs:*", "*:Run*", false).orElseThrow())
                .containsExactlyInAnyOrder("ecs:*:Run*", "ecs:Run*");
        assertThat(PatternMeet.of("ab*", "*bc", false).orElseThrow()).containsExactlyInAnyOrder("ab*bc", "abc");
        assertThat(PatternMeet.of("ecs:run*", "ecs:Run?", true)).contains(List.of("ecs:run?"));
        assertThat(PatternMeet.of("a*", "b*", false)).contains(List.of());
    }

    @Test
    void a_variable_is_like_itself_only() {
        assertThat(PatternMeet.of("task/${aws:username}/*", "task/*", false))
                .contains(List.of("task/${aws:username}/*"));
        assertThat(PatternMeet.of("task/${aws:username}", "task/x", false)).isEmpty();
        assertThat(PatternMeet.covers("task/*", "task/${aws:username}", false)).isTrue();
        assertThat(PatternMeet.covers("task/?", "task/${aws:username}", false)).isFalse();
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void a_text_is_in_the_meet_if_both_match_it(@ForAll Random random) {
        String a = pattern(random);
        String b = pattern(random);
        Optional<List<String>> meet = PatternMeet.of(a, b, false);
        boolean covers = PatternMeet.covers(a, b, false);
        for (String text : TEXTS) {
            boolean both = Glob.of(a).matches(text) && Glob.of(b).matches(text);
            meet.ifPresent(patterns -> assertThat(
                            patterns.stream().anyMatch(p -> Glob.of(p).matches(text)))
                    .as("%s by %s and %s: %s", text, a, b, patterns)
                    .isEqualTo(both));
            assertThat(covers && Glob.of(b).matches(text) && !Glob.of(a).matches(text))
                    .as("%s covers %s but for %s", a, b, text)
                    .isFalse();
        }
    }

    private static String pattern(Random random) {
        StringBuilder pattern = new StringBuilder();
        for (int left = random.nextInt(6); left > 0; left--) {
            pattern.append("ab*?".charAt(random.nextInt(4)));
        }
        return pattern.toString();
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(""));
        for (int i = 0; texts.get(i).length() < 6; i++) {
            texts.add(texts.get(i) + "a");
            texts.add(texts.get(i) + "b");
        }
        return texts;
    }
}
