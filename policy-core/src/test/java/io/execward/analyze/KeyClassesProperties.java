// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.catalog.KeyType;
import io.execward.match.ConditionMatcher;
import io.execward.match.Decimal;
import io.execward.match.IpAddress;
import io.execward.match.PointInTime;
import io.execward.match.Tri;
import io.execward.model.Comparison;
import io.execward.model.Comparison.Family;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.SetOperator;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** For every value there is a representative that no condition tells from it. */
class KeyClassesProperties {
    private static final ConditionKey KEY = ConditionKey.of("x:key");

    private static final List<String> TEXTS = List.of(
            "a",
            "b",
            "ab",
            "A",
            "aB",
            "k",
            "K",
            "\u212A",
            "\uD83D\uDE00",
            ":",
            "a:",
            "red",
            "Red",
            "ba",
            "aab",
            "other");
    private static final List<String> ARNS = List.of(
            "arn:aws:s:r:1:x",
            "arn:aws:s:r:1:x:y",
            "arn:aws:s::1:x",
            "arn:aws:s:r:2:",
            "arn:aws:s:r",
            "arn:aws:s:r:r:1:x");
    private static final List<String> NUMBERS =
            List.of("5", "5.0", "+5", "7", "-1", "0", "6.5", "1704067200", "1704067200.5", "5.25", "99");
    private static final List<String> DATES = List.of(
            "2024-01-01T00:00:00Z", "2024-01-01", "2024", "2024-06-01T10:00:00.25+02:00", "2023-12-31T23:59:59Z");
    private static final List<String> ADDRESSES =
            List.of("10.0.0.1", "10.0.0.0", "10.255.255.255", "11.0.0.0", "9.9.9.9", "2001:db8::1", "2001:DB9::", "::");
    private static final List<String> BOOLS = List.of("true", "false");
    private static final List<String> BYTES = List.of("b3RoZXI=", "AAAA", "AAA=");

    private static List<String> policyValues(Family family) {
        return switch (family) {
            case STRING, ARN -> List.of();
            case NUMERIC -> NUMBERS;
            case DATE -> DATES;
            case BOOL -> List.of("true", "false", "TRUE", "maybe");
            case BINARY -> BYTES;
            case IP -> List.of("10.0.0.0/8", "10.0.0.0/31", "10.0.0.1", "0.0.0.0/0", "2001:db8::/32", "2001:db8::1");
            case NULL -> BOOLS;
        };
    }

    private static Arbitrary<String> policyValue(Comparison comparison) {
        Arbitrary<String> patterns = Arbitraries.of("a", "b", "A", "k", "K", ":", "*", "?", "\uD83D\uDE00")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
        return switch (comparison.family()) {
            case STRING ->
                Arbitraries.frequencyOf(
                        Tuple.of(2, patterns),
                        Tuple.of(3, Arbitraries.of(TEXTS)),
                        Tuple.of(1, Arbitraries.of(List.of("5", "true", "10.0.0.1", "2024-01-01", "*"))));
            case ARN ->
                Arbitraries.of(
                        "arn:aws:s:*:1:x*",
                        "arn:aws:s:r:?:*",
                        "*:*:*:*:*:*",
                        "arn:aws:s:r:1:x",
                        "arn:*",
                        "arn:aws:s:*:*:*:y");
            default -> Arbitraries.of(policyValues(comparison.family()));
        };
    }

    private static Arbitrary<Condition> conditions(Arbitrary<Comparison> comparisons) {
        return comparisons.flatMap(comparison -> Combinators.combine(
                        policyValue(comparison).list().ofMinSize(1).ofMaxSize(2),
                        Arbitraries.of(
                                SetOperator.NONE,
                                SetOperator.NONE,
                                SetOperator.FOR_ALL_VALUES,
                                SetOperator.FOR_ANY_VALUE),
                        Arbitraries.of(false, false, true))
                .as((values, set, ifExists) -> new Condition(
                        new ConditionOperator(set, comparison, ifExists && comparison != Comparison.NULL),
                        KEY,
                        values)));
    }

    /** Half of the lists are about one family of operators. */
    @Provide
    Arbitrary<List<Condition>> lists() {
        Arbitrary<Comparison> any = Arbitraries.of(Comparison.class);
        Arbitrary<List<Condition>> mixed = conditions(any).list().ofMinSize(1).ofMaxSize(4);
        Arbitrary<List<Condition>> plain = any.flatMap(one -> {
            List<Comparison> same = Arrays.stream(Comparison.values())
                    .filter(c -> c.family() == one.family() || c == Comparison.NULL)
                    .toList();
            return conditions(Arbitraries.of(same)).list().ofMinSize(1).ofMaxSize(5);
        });
        return Arbitraries.oneOf(plain, mixed);
    }

    @Provide
    Arbitrary<List<List<String>>> values() {
        Arbitrary<String> random = Arbitraries.of("a", "b", "c", "A", "K", "\u212A", ":", "\uD83D\uDE00", "x")
                .list()
                .ofMaxSize(5)
                .map(parts -> String.join("", parts));
        Arbitrary<String> one = Arbitraries.oneOf(
                random,
                Arbitraries.of(TEXTS),
                Arbitraries.of(ARNS),
                Arbitraries.of(NUMBERS),
                Arbitraries.of(DATES),
                Arbitraries.of(ADDRESSES),
                Arbitraries.of(BOOLS),
                Arbitraries.of(BYTES));
        return one.list().ofMinSize(1).ofMaxSize(3).uniqueElements().list().ofSize(60);
    }

    @Property(tries = 1_000)
    void every_value_has_a_representative(
            @ForAll("lists") List<Condition> list, @ForAll("values") List<List<String>> values) {
        List<ConditionMatcher> conditions =
                list.stream().map(one -> ConditionMatcher.of(one, true)).toList();
        KeyDomain domain = KeyDomain.of(KEY, conditions);
        KeyClasses classes = KeyClasses.of(KEY, domain, conditions, Context.empty(), Budget.standard());
        boolean oneFamily = conditions.stream()
                        .map(c -> c.condition().operator().comparison().family())
                        .filter(family -> family != Family.NULL)
                        .distinct()
                        .count()
                <= 1;
        Statistics.label("exact").collect(classes.shortfall().isEmpty());
        if (classes.shortfall().isPresent()) {
            boolean binary =
                    list.stream().anyMatch(c -> c.operator().comparison().family() == Family.BINARY);
            assertThat(oneFamily && !binary).as("one family is exact").isFalse();
            return;
        }
        Set<BitSet> known = new HashSet<>();
        for (int i = 0; i < classes.values().size(); i++) {
            BitSet passed = passed(conditions, classes.values().get(i));
            for (int c = 0; c < conditions.size(); c++) {
                assertThat(classes.satisfying().get(c).get(i)).isEqualTo(passed.get(c));
            }
            assertThat(known.add(passed)).as("representatives differ").isTrue();
        }
        assertThat(known).contains(passed(conditions, ContextValue.ABSENT));
        for (List<String> value : values) {
            List<String> one = domain.several() ? value : value.subList(0, 1);
            if (one.stream().allMatch(text -> isOfType(domain, text))) {
                assertThat(known)
                        .as("%s among %s", one, classes.values())
                        .contains(passed(conditions, ContextValue.of(one)));
            }
        }
    }

    private static BitSet passed(List<ConditionMatcher> conditions, ContextValue value) {
        Context context = Context.builder().put(KEY, value).build();
        BitSet passed = new BitSet();
        for (int i = 0; i < conditions.size(); i++) {
            passed.set(i, conditions.get(i).test(context) == Tri.TRUE);
        }
        return passed;
    }

    private static boolean isOfType(KeyDomain domain, String text) {
        return domain.types().stream().anyMatch(type -> switch (type) {
            case NUMERIC -> Decimal.isNumber(text);
            case DATE -> PointInTime.parse(text).isPresent();
            case BOOL -> text.equals("true") || text.equals("false");
            case IP_ADDRESS -> IpAddress.parse(text).isPresent();
            default -> true;
        });
    }

    private static ConditionMatcher condition(String operator, String... values) {
        return ConditionMatcher.of(
                new Condition(ConditionOperator.of(operator).orElseThrow(), KEY, List.of(values)), true);
    }

    private static KeyClasses classes(KeyDomain domain, ConditionMatcher... conditions) {
        return KeyClasses.of(KEY, domain, List.of(conditions), Context.empty(), Budget.standard());
    }

    @Test
    void a_switch_is_true_or_false_or_absent() {
        KeyDomain bool = KeyDomain.of(Set.of(KeyType.BOOL), true);
        assertThat(classes(bool, condition("Bool", "true")).values())
                .containsExactly(ContextValue.ABSENT, ContextValue.of(List.of("true")));
        assertThat(classes(bool, condition("BoolIfExists", "false")).values()).hasSize(2);
    }

    @Test
    void values_read_well() {
        KeyClasses team = classes(KeyDomain.of(KEY, List.of()), condition("StringEquals", "red", "blue"));
        assertThat(team.values()).contains(ContextValue.of(List.of("red"))).doesNotHaveDuplicates();
        KeyClasses not = classes(KeyDomain.of(KEY, List.of()), condition("StringLike", "red-*"));
        assertThat(not.values()).contains(ContextValue.of(List.of("red-other")));
    }

    @Test
    void budgets_are_named() {
        Budget small = new Budget(10, 10, 2, 2, Optional.empty());
        KeyDomain text = KeyDomain.of(KEY, List.of());
        List<ConditionMatcher> many = List.of(condition("StringLike", "*abcdef*"), condition("StringLike", "*fedcba*"));
        assertThat(KeyClasses.of(KEY, text, many, Context.empty(), small).shortfall())
                .hasValueSatisfying(reason -> assertThat(reason.limit()).isEqualTo(Limit.STATES));
        List<ConditionMatcher> numbers = List.of(condition("NumericEquals", "1"), condition("NumericLessThan", "1"));
        assertThat(KeyClasses.of(KEY, KeyDomain.of(KEY, numbers), numbers, Context.empty(), small)
                        .shortfall())
                .hasValueSatisfying(reason -> assertThat(reason.limit()).isEqualTo(Limit.REPRESENTATIVES));
    }
}
