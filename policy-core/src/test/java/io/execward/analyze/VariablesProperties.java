// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.match.ConditionMatcher;
import io.execward.match.Glob;
import io.execward.match.ResourceMatcher;
import io.execward.match.ResourceMatcher.Reach;
import io.execward.match.StatementMatcher;
import io.execward.match.Tri;
import io.execward.model.ActionPattern;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Effect;
import io.execward.model.PolicyKind;
import io.execward.model.Resource;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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

/**
 * Whatever values variables and targets have in a request: values from {@link Variables} make the same conditions and patterns true
 * together, unless a shortfall says that this is not sure.
 */
class VariablesProperties {
    private static final ConditionKey V = ConditionKey.of("x:v");
    private static final ConditionKey U = ConditionKey.of("x:u");
    private static final ConditionKey T = ConditionKey.of("x:t");
    private static final ConditionKey S = ConditionKey.of("x:s");
    private static final List<ConditionKey> KEYS = List.of(V, U, T, S);

    private static Arbitrary<String> constants() {
        return Arbitraries.of("a", "b", "/", "*", "?", "a/")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
    }

    /** Mostly of the kind that real policies have: literal text, a variable, and something behind it. */
    private static Arbitrary<String> templates() {
        Arbitrary<String> before = Arbitraries.of("", "", "a", "b", "a/", "b/", "*", "*/", "?", "*a");
        Arbitrary<String> variable =
                Arbitraries.of("${x:v}", "${x:v}", "${x:v}", "${x:u}", "${x:v, 'a'}", "${x:v}/${x:u}", "${x:v}a${x:u}");
        Arbitrary<String> after = Arbitraries.of("", "", "/*", "/", "/a", "*", "a", "-?", "/*a", "b*");
        return Combinators.combine(before, variable, after).as((b, v, a) -> b + v + a);
    }

    private static Arbitrary<Condition> condition(ConditionKey key, Arbitrary<String> values) {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(5, Arbitraries.just(Comparison.STRING_LIKE)),
                                Tuple.of(3, Arbitraries.just(Comparison.STRING_EQUALS)),
                                Tuple.of(1, Arbitraries.just(Comparison.STRING_NOT_LIKE)),
                                Tuple.of(1, Arbitraries.just(Comparison.STRING_EQUALS_IGNORE_CASE))),
                        values)
                .as((comparison, value) -> new Condition(ConditionOperator.of(comparison), key, List.of(value)));
    }

    @Provide
    Arbitrary<List<Condition>> policies() {
        Arbitrary<String> either = Arbitraries.oneOf(templates(), constants());
        return Combinators.combine(
                        condition(T, templates()).list().ofMinSize(1).ofMaxSize(2),
                        condition(T, constants()).list().ofMaxSize(2),
                        condition(S, either).list().ofMaxSize(2),
                        condition(V, constants()).list().ofMaxSize(2),
                        condition(U, constants()).list().ofMaxSize(1))
                .as((a, b, c, d, e) -> {
                    List<Condition> all = new ArrayList<>(a);
                    all.addAll(b);
                    all.addAll(c);
                    all.addAll(d);
                    all.addAll(e);
                    return all;
                });
    }

    /** One statement for the resources and one for each condition. */
    private static List<StatementMatcher> statements(List<Condition> conditions, String... resources) {
        List<StatementMatcher> all = new ArrayList<>(List.of(statement(List.of(), resources)));
        conditions.forEach(condition -> all.add(statement(List.of(condition), "*")));
        return all;
    }

    private static StatementMatcher statement(List<Condition> conditions, String... resources) {
        Statement statement = new Statement(
                Optional.empty(),
                Effect.ALLOW,
                Optional.empty(),
                new Scope.Only<>(List.of(new ActionPattern("*"))),
                Optional.of(new Scope.Only<>(
                        Arrays.stream(resources).map(ResourcePattern::new).toList())),
                conditions);
        return StatementMatcher.of(statement, PolicyKind.IDENTITY, true);
    }

    @Property(tries = 800)
    void no_request_is_lost(@ForAll("policies") List<Condition> policy, @ForAll long seed) {
        List<StatementMatcher> statements = statements(policy, "*");
        List<ConditionMatcher> conditions = statements.stream()
                .flatMap(statement -> Arrays.stream(statement.conditions()))
                .toList();
        Variables variables = Variables.of(statements, List.of(), Context.empty());
        Reached reached = new Reached(conditions, variables);
        if (variables.shortfall().isEmpty()) {
            reached.assign(0, Context.empty());
        }
        boolean inside = variables.shortfall().isEmpty() && !reached.inexact;
        Statistics.label("inside").collect(inside).coverage(c -> c.check(true).percentage(p -> p > 25));
        if (!inside) {
            return;
        }
        Random random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            Context request = request(random, policy);
            assertThat(reached.all).as("%s%nunder %s", request, policy).contains(passed(conditions, request));
        }
    }

    /** The sets of conditions that can be true together, by the values that {@link Variables} and {@link KeyClasses} find. */
    private static final class Reached {
        final List<ConditionMatcher> conditions;
        final Variables variables;
        final Set<BitSet> all = new HashSet<>();
        boolean inexact;

        Reached(List<ConditionMatcher> conditions, Variables variables) {
            this.conditions = conditions;
            this.variables = variables;
        }

        void assign(int next, Context chosen) {
            if (next == variables.keys().size()) {
                List<ConditionKey> rest = KEYS.stream()
                        .filter(key -> !variables.keys().stream().anyMatch(key::sameAs))
                        .toList();
                fill(rest, 0, chosen);
                return;
            }
            ConditionKey key = variables.keys().get(next);
            KeyDomain domain = KeyDomain.of(key, variables.conditions(key));
            Variables.Values values = variables.values(key, domain, chosen, Budget.standard());
            inexact |= values.shortfall().isPresent();
            for (ContextValue value : values.values()) {
                assign(next + 1, chosen.plus(Context.builder().put(key, value).build()));
            }
        }

        private void fill(List<ConditionKey> keys, int next, Context chosen) {
            if (next == keys.size()) {
                all.add(passed(conditions, chosen));
                return;
            }
            ConditionKey key = keys.get(next);
            List<ConditionMatcher> own = variables.conditions(key);
            KeyClasses classes = KeyClasses.of(key, KeyDomain.of(key, own), own, chosen, Budget.standard());
            inexact |= classes.shortfall().isPresent();
            for (ContextValue value : classes.values()) {
                fill(
                        keys,
                        next + 1,
                        chosen.plus(Context.builder().put(key, value).build()));
            }
        }
    }

    private static BitSet passed(List<ConditionMatcher> conditions, Context request) {
        BitSet passed = new BitSet();
        for (int i = 0; i < conditions.size(); i++) {
            passed.set(i, conditions.get(i).test(request) == Tri.TRUE);
        }
        return passed;
    }

    private static Context request(Random random, List<Condition> policy) {
        Context.Builder request = Context.builder();
        List<String> values = new ArrayList<>();
        for (ConditionKey key : List.of(V, U)) {
            String value = word(random, 3);
            values.add(value);
            if (random.nextInt(8) > 0) {
                request.put(key, ContextValue.of(List.of(value)));
            }
        }
        for (ConditionKey key : List.of(T, S)) {
            String value = word(random, 5);
            if (random.nextInt(3) > 0) {
                value = solution(
                        policy.get(random.nextInt(policy.size())).values().get(0), values, random);
            }
            if (random.nextInt(10) > 0) {
                request.put(key, ContextValue.of(List.of(value)));
            }
        }
        return request.build();
    }

    private static String solution(String pattern, List<String> values, Random random) {
        String text = pattern.replace("${x:v}", values.get(0))
                .replace("${x:u}", values.get(1))
                .replace("${x:v, 'a'}", random.nextBoolean() ? "a" : values.get(0));
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            filled.append(c == '*' ? word(random, 3) : c == '?' ? "b" : String.valueOf(c));
        }
        return filled.toString();
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(length + 1); i > 0; i--) {
            word.append("aabb/cAB".charAt(random.nextInt(8)));
        }
        return word.toString();
    }

    @Provide
    Arbitrary<List<String>> resources() {
        Arbitrary<String> head = Arbitraries.of("arn:aws:s:*:*:", "arn:aws:s:r:1:", "arn:aws:s::*:", "arn:aws:s:*:");
        Arbitrary<String> tail = Arbitraries.of(
                "${x:v}", "a/${x:v}", "a/${x:v}/*", "b/${x:v}", "b/*", "a/*", "a/b", "*a", "a/${x:v, 'b'}", "*");
        return Combinators.combine(head, tail)
                .as((h, t) -> h + t)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property(tries = 500)
    void no_resource_is_lost(
            @ForAll("resources") List<String> patterns, @ForAll("owns") List<Condition> own, @ForAll long seed) {
        List<StatementMatcher> statements = statements(own, patterns.toArray(String[]::new));
        Variables variables = Variables.of(statements, List.of(), Context.empty());
        boolean[] inexact = {variables.shortfall().isPresent()};
        Set<List<Boolean>> reached = new HashSet<>();
        if (!inexact[0] && !variables.keys().isEmpty()) {
            KeyDomain domain = KeyDomain.of(V, variables.conditions(V));
            Variables.Values values = variables.values(V, domain, Context.empty(), Budget.standard());
            inexact[0] |= values.shortfall().isPresent();
            for (ContextValue value : values.values()) {
                Context chosen = Context.builder().put(V, value).build();
                List<Glob> globs = new ArrayList<>();
                for (ResourceMatcher resource : statements.get(0).resources()) {
                    if (resource.reach(chosen) == Reach.PATTERNS) {
                        globs.addAll(resource.patterns(chosen));
                    }
                }
                TextClasses classes = TextClasses.of(Universe.ARN, globs, Budget.standard());
                inexact[0] |= classes.shortfall().isPresent();
                classes.texts().forEach(text -> reached.add(truths(statements, Resource.of(text), chosen)));
            }
        }
        boolean inside = !inexact[0] && !variables.keys().isEmpty();
        Statistics.label("inside").collect(inside).coverage(c -> c.check(true).percentage(p -> p > 20));
        Random random = new Random(seed);
        for (int i = 0; inside && i < 200; i++) {
            String v = word(random, 3);
            Context request = random.nextInt(8) == 0 ? Context.empty() : Context.of("x:v", v);
            String pattern = patterns.get(random.nextInt(patterns.size()));
            String text = "arn:aws:s:" + (random.nextBoolean() ? "r" : "") + ":1:"
                    + (random.nextInt(3) == 0 ? "x:" + word(random, 2) + ":" : "")
                    + solution(
                            pattern.substring(pattern.lastIndexOf(
                                            ':', pattern.indexOf('$') < 0 ? pattern.length() : pattern.indexOf('$'))
                                    + 1),
                            List.of(v, v),
                            random);
            if (!text.endsWith(":1:")) {
                Resource resource = Resource.of(text);
                assertThat(reached)
                        .as("%s with %s under %s and %s", text, request, patterns, own)
                        .contains(truths(statements, resource, request));
            }
        }
    }

    @Provide
    Arbitrary<List<Condition>> owns() {
        return condition(V, constants()).list().ofMaxSize(2);
    }

    private static List<Boolean> truths(List<StatementMatcher> statements, Resource resource, Context context) {
        List<Boolean> truths = new ArrayList<>();
        for (StatementMatcher statement : statements) {
            for (ResourceMatcher matcher : statement.resources()) {
                truths.add(matcher.matches(resource, context) == Tri.TRUE);
            }
            for (ConditionMatcher condition : statement.conditions()) {
                truths.add(condition.test(context) == Tri.TRUE);
            }
        }
        return truths;
    }

    private static Optional<Shortfall> shortfall(String... resources) {
        return Variables.of(List.of(statement(List.of(), resources)), List.of(), Context.empty())
                .shortfall();
    }

    /** The shortest value makes the variable pattern cover the constant one; a longer value does not. */
    @Test
    void a_short_value_does_not_stand_for_longer_ones() {
        List<StatementMatcher> statements = statements(
                List.of(
                        new Condition(ConditionOperator.of(Comparison.STRING_LIKE), T, List.of("a/${x:v}/*")),
                        new Condition(ConditionOperator.of(Comparison.STRING_LIKE), T, List.of("a/a/*")),
                        new Condition(ConditionOperator.of(Comparison.STRING_LIKE), V, List.of("a", "a/*"))),
                "*");
        List<ConditionMatcher> conditions = statements.stream()
                .flatMap(statement -> Arrays.stream(statement.conditions()))
                .toList();
        Reached reached = new Reached(conditions, Variables.of(statements, List.of(), Context.empty()));
        reached.assign(0, Context.empty());
        assertThat(reached.inexact).isFalse();
        Context request =
                Context.builder().put("x:v", "a/b").put("x:t", "a/a/c").build();
        assertThat(reached.all).contains(passed(conditions, request));
    }

    @Test
    void values_that_a_condition_names_are_all_tried() {
        List<StatementMatcher> statements = statements(
                List.of(
                        new Condition(ConditionOperator.of(Comparison.STRING_LIKE), T, List.of("a/${x:v}/*")),
                        new Condition(ConditionOperator.of(Comparison.STRING_EQUALS), V, List.of("a", "a/b"))),
                "*");
        Variables variables = Variables.of(statements, List.of(), Context.empty());
        Variables.Values values =
                variables.values(V, KeyDomain.of(V, variables.conditions(V)), Context.empty(), Budget.standard());
        assertThat(values.shortfall()).isEmpty();
        assertThat(values.values())
                .contains(ContextValue.ABSENT, ContextValue.of(List.of("a")), ContextValue.of(List.of("a/b")));
    }

    @Test
    void the_usual_forms_are_inside() {
        assertThat(shortfall("arn:aws:ecs:us-east-1:111122223333:task/${aws:PrincipalTag/team}/*", "arn:aws:ecs:*:*:*"))
                .isEmpty();
        assertThat(shortfall("arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::*:mfa/${aws:username}"))
                .isEmpty();
        assertThat(shortfall("arn:aws:ecs:*:*:task/${aws:PrincipalTag/team}/*")).isEmpty();
    }

    @Test
    void what_is_outside_is_named() {
        assertThat(shortfall("arn:aws:s3:::b/${aws:username}/${aws:username}"))
                .hasValueSatisfying(reason -> assertThat(reason.detail()).contains("b/${…}/${…}", "twice"));
        assertThat(shortfall("arn:aws:s3:::b/${aws:username}", "arn:aws:s3:::b/${aws:userid}"))
                .isPresent();
        assertThat(shortfall("arn:aws:s3:::*/${aws:username}/*", "arn:aws:s3:::*/x/${aws:username}/*"))
                .isPresent();
    }
}
