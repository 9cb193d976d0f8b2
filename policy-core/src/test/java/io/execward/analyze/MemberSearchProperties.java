// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import io.execward.match.Glob;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Searches agree with another library's automata and with all short texts. */
class MemberSearchProperties {
    private static final List<String> LETTERS = List.of("a", "b", "c", ":");
    private static final List<String> SHORT_TEXTS = texts(6);

    /** A pattern as text, with wildcards that stop at colons or do not. */
    record Pattern(String text, boolean inField) {
        Glob glob() {
            return new Glob.Builder().wildcards(text, inField).build();
        }

        Automaton automaton() {
            Automaton all = BasicAutomata.makeEmptyString();
            for (int i = 0; i < text.length(); i++) {
                all = all.concatenate(part(text.charAt(i)));
            }
            return all;
        }

        private Automaton part(char c) {
            Automaton one = inField
                    ? BasicAutomata.makeCharRange(Character.MIN_VALUE, '9')
                            .union(BasicAutomata.makeCharRange(';', Character.MAX_VALUE))
                    : BasicAutomata.makeAnyChar();
            return c == '*' ? one.repeat() : c == '?' ? one : BasicAutomata.makeChar(c);
        }
    }

    private static List<String> texts(int length) {
        List<String> all = new ArrayList<>(List.of(""));
        for (int i = 0; i < all.size() && all.get(i).length() < length; i++) {
            for (String letter : LETTERS) {
                all.add(all.get(i) + letter);
            }
        }
        return all.subList(1, all.size());
    }

    @Provide
    Arbitrary<Pattern> patterns() {
        Arbitrary<String> texts = Arbitraries.of("a", "b", "c", ":", "*", "*", "?")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
        return Combinators.combine(texts, Arbitraries.of(false, false, true)).as(Pattern::new);
    }

    @Provide
    Arbitrary<List<List<Pattern>>> unions() {
        return patterns().list().ofMinSize(1).ofMaxSize(3).list().ofMinSize(1).ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<Pattern>> lists() {
        return patterns().list().ofMaxSize(5);
    }

    private static Patterns patterns(List<Pattern> all) {
        return Patterns.of(all.stream().map(Pattern::glob).toList(), false);
    }

    private static Automaton union(List<Pattern> all) {
        return BasicOperations.union(all.stream().map(Pattern::automaton).toList());
    }

    @Property(tries = 4_000)
    void a_member_is_found_where_there_is_one(
            @ForAll("unions") List<List<Pattern>> all, @ForAll("lists") List<Pattern> none) {
        Automaton expected = BasicAutomata.makeAnyString().minus(BasicAutomata.makeEmptyString());
        for (List<Pattern> union : all) {
            expected = expected.intersection(union(union));
        }
        Automaton members = expected.minus(union(none));
        List<Patterns> lists =
                all.stream().map(MemberSearchProperties::patterns).toList();
        Member member = MemberSearch.find(Universe.TEXT, lists, patterns(none), Budget.standard());
        assertMember(member, members);
        // And without the short cuts before the walk.
        MemberWalk walk = new MemberWalk(Universe.TEXT, lists, patterns(none));
        var shortest = walk.find(Budget.standard());
        assertThat(shortest.isPresent()).isEqualTo(!members.isEmpty());
        shortest.ifPresent(text -> {
            assertThat(members.run(text)).isTrue();
            assertThat(text).hasSameSizeAs(members.getShortestExample(true));
        });
    }

    private static void assertMember(Member member, Automaton members) {
        boolean found = member.match(
                text -> {
                    assertThat(members.run(text)).as(text).isTrue();
                    return true;
                },
                () -> false,
                shortfall -> {
                    throw new AssertionError(shortfall);
                });
        assertThat(found).isEqualTo(!members.isEmpty());
    }

    @Property(tries = 3_000)
    void covers_is_never_wrong_and_meets_is_exact(
            @ForAll("patterns") Pattern wide, @ForAll("patterns") Pattern narrow) {
        if (wide.glob().covers(narrow.glob())) {
            assertThat(narrow.automaton().subsetOf(wide.automaton())).isTrue();
        }
        assertThat(wide.glob().covers(wide.glob())).isTrue();
        assertThat(wide.glob().meets(narrow.glob()))
                .isEqualTo(!wide.automaton().intersection(narrow.automaton()).isEmpty());
    }

    @Property(tries = 1_000)
    void every_set_of_patterns_that_a_text_matches_has_a_representative(@ForAll("lists") List<Pattern> patterns) {
        List<Glob> globs = patterns.stream().map(Pattern::glob).toList();
        TextClasses classes = TextClasses.of(Universe.TEXT, globs, Budget.standard());
        assertThat(classes.shortfall()).isEmpty();
        assertThat(classes.texts().stream().map(text -> accepted(globs, text))).isEqualTo(classes.accepted());
        assertThat(classes.accepted()).doesNotHaveDuplicates();
        Set<BitSet> shortOnes =
                SHORT_TEXTS.stream().map(text -> accepted(globs, text)).collect(Collectors.toSet());
        assertThat(new HashSet<>(classes.accepted())).containsAll(shortOnes);
    }

    private static BitSet accepted(List<Glob> globs, String text) {
        BitSet accepted = new BitSet();
        for (int i = 0; i < globs.size(); i++) {
            accepted.set(i, globs.get(i).matches(text));
        }
        return accepted;
    }
}
