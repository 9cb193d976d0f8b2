// SPDX-License-Identifier: Apache-2.0
package io.execward.match;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Every plan of {@link Glob} answers as the definition does. */
class GlobProperties {
    /** Few letters, so that partial matches and repetitions are common; one of two UTF-16 units, a newline and a colon. */
    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of("a", "b", "ab", "aab", "\uD83D\uDE00", "\n", ":")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.of("*", "**")),
                        Tuple.of(1, Arbitraries.just("?")),
                        Tuple.of(6, Arbitraries.of("a", "b", "ab", "aab", "\uD83D\uDE00", "\n", ":")))
                .list()
                .ofMaxSize(10)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 20_000)
    void a_glob_matches_as_its_definition_says(@ForAll("patterns") String pattern, @ForAll("values") String value) {
        assertThat(Glob.of(pattern).matches(value)).isEqualTo(matches(pattern, value, false));
    }

    @Property(tries = 20_000)
    void a_wildcard_within_a_field_stops_at_colons(@ForAll("patterns") String pattern, @ForAll("values") String value) {
        Glob glob = new Glob.Builder().wildcards(pattern, true).build();
        assertThat(glob.matches(value)).isEqualTo(matches(pattern, value, true));
    }

    @Property(tries = 5_000)
    void the_automaton_agrees_with_every_faster_plan(
            @ForAll("patterns") String pattern, @ForAll("values") String value) {
        Glob glob = Glob.of(pattern);
        assertThat(glob.automaton().matches(value, 0, value.length())).isEqualTo(glob.matches(value));
    }

    @Property(tries = 5_000)
    void a_part_of_a_value_matches_as_it_would_alone(
            @ForAll("patterns") String pattern, @ForAll("values") String before, @ForAll("values") String value) {
        String whole = before + value + "b";
        assertThat(Glob.of(pattern).matches(whole, before.length(), before.length() + value.length()))
                .isEqualTo(Glob.of(pattern).matches(value));
    }

    @Property(tries = 5_000)
    void what_matches_begins_with_the_prefix(@ForAll("patterns") String pattern, @ForAll("values") String value) {
        Glob glob = Glob.of(pattern);
        if (glob.matches(value)) {
            assertThat(value).startsWith(glob.prefix());
        }
    }

    /** The definition, as a table over code points. */
    private static boolean matches(String pattern, String value, boolean inField) {
        int[] p = pattern.codePoints().toArray();
        int[] v = value.codePoints().toArray();
        boolean[][] accepts = new boolean[p.length + 1][v.length + 1];
        accepts[0][0] = true;
        for (int i = 1; i <= p.length; i++) {
            for (int j = 0; j <= v.length; j++) {
                boolean wild = j > 0 && !(inField && v[j - 1] == ':');
                if (p[i - 1] == '*') {
                    accepts[i][j] = accepts[i - 1][j] || (wild && accepts[i][j - 1]);
                } else if (j > 0) {
                    accepts[i][j] = accepts[i - 1][j - 1] && (p[i - 1] == '?' ? wild : p[i - 1] == v[j - 1]);
                }
            }
        }
        return accepts[p.length][v.length];
    }
}
