// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.Context;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** UNDECIDED exactly if enumerating the unknown keys gives several verdicts; the keys, values and patterns are few enough for that. */
class UnknownFactsProperties {
    private static final List<String> KEYS = List.of("aws:PrincipalTag/a", "aws:PrincipalTag/b", "aws:PrincipalTag/c");

    /** One for each set of patterns that a text can match. */
    private static final List<String> VALUES = List.of("a", "b", "ab", "ac", "cb", "zz", "");

    private static final Request REQUEST = Request.of(
            "arn:aws:iam::111122223333:user/alice",
            "ecs:ExecuteCommand",
            "arn:aws:ecs:us-east-1:111122223333:task/dev/abc");

    @Provide
    Arbitrary<List<Statement>> statements() {
        Arbitrary<Condition> conditions = Combinators.combine(
                        Arbitraries.of(
                                Comparison.STRING_EQUALS,
                                Comparison.STRING_NOT_EQUALS,
                                Comparison.STRING_LIKE,
                                Comparison.STRING_NOT_LIKE),
                        Arbitraries.of(KEYS),
                        Arbitraries.of("a", "b", "a*", "*b"))
                .as((comparison, key, value) ->
                        Condition.of(comparison, key, value.indexOf('*') >= 0 && !like(comparison) ? "a" : value));
        Arbitrary<Statement> statements = Combinators.combine(
                        Arbitraries.of(Effect.values()),
                        conditions.list().ofMinSize(1).ofMaxSize(3))
                .as(UnknownFactsProperties::statement);
        return statements.list().ofMinSize(1).ofMaxSize(5);
    }

    private static boolean like(Comparison comparison) {
        return comparison == Comparison.STRING_LIKE || comparison == Comparison.STRING_NOT_LIKE;
    }

    private static Statement statement(Effect effect, List<Condition> conditions) {
        List<String> exec = List.of("ecs:ExecuteCommand");
        Statement statement =
                effect == Effect.ALLOW ? Statement.allow(exec, List.of("*")) : Statement.deny(exec, List.of("*"));
        List<Condition> distinct = new ArrayList<>();
        for (Condition condition : conditions) {
            boolean twin = distinct.stream()
                    .anyMatch(other -> other.operator().equals(condition.operator())
                            && other.key().equals(condition.key()));
            if (!twin) {
                distinct.add(condition);
            }
        }
        return statement.where(distinct.toArray(Condition[]::new));
    }

    @Property(tries = 2_000)
    void undecided_means_that_enumerating_finds_several_verdicts(@ForAll("statements") List<Statement> statements) {
        PolicyEngine engine = PolicyEngine.compile(PolicySet.identity(Policy.of(statements.toArray(Statement[]::new))));
        Set<Verdict> possible = EnumSet.noneOf(Verdict.class);
        enumerate(0, Context.empty(), engine, possible);
        Context unknown = Context.builder().unknownFamily("aws:PrincipalTag/").build();
        Decision decision = engine.explain(REQUEST.with(unknown));
        assertThat(engine.decide(REQUEST.with(unknown))).isEqualTo(decision.verdict());
        if (possible.size() == 1) {
            assertThat(possible).containsExactly(decision.verdict());
            return;
        }
        assertThat(decision.verdict()).isEqualTo(Verdict.UNDECIDED);
        Undecided undecided = decision.undecided().orElseThrow();
        assertThat(undecided.exact()).isTrue();
        assertThat(undecided.ways()).extracting(Undecided.Way::verdict).hasSameElementsAs(possible);
        for (Undecided.Way way : undecided.ways()) {
            Context.Builder told = Context.builder();
            way.values().forEach((fact, value) -> told.put(fact.key(), value.example()));
            assertThat(engine.decide(REQUEST.with(unknown.plus(told.build())))).isEqualTo(way.verdict());
        }
    }

    private static void enumerate(int index, Context context, PolicyEngine engine, Set<Verdict> possible) {
        if (index == KEYS.size()) {
            possible.add(engine.decide(REQUEST.with(context)));
            return;
        }
        enumerate(index + 1, context, engine, possible);
        for (String value : VALUES) {
            enumerate(index + 1, context.plus(Context.of(KEYS.get(index), value)), engine, possible);
        }
    }
}
