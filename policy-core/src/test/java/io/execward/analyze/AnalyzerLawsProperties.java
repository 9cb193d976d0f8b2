// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import static io.execward.analyze.TinyWorld.allows;
import static io.execward.analyze.TinyWorld.engine;
import static org.assertj.core.api.Assertions.assertThat;

import io.execward.evaluate.PolicyEngine;
import io.execward.model.ActionPattern;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What must be true of any analyzer of sets. */
class AnalyzerLawsProperties {
    private static final PolicyAnalyzer ANALYZER = PolicyAnalyzer.create();

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void a_set_is_contained_in_its_union_with_another(@ForAll Random random) {
        TinyWorld world = new TinyWorld(random, false);
        Policy a = allowsOf(world.policy(3));
        Policy b = allowsOf(world.policy(3));

        assertHolds(ANALYZER.noNewAccess(Subject.of(plus(a, b)), Subject.of(a)));
        assertHolds(ANALYZER.equivalent(Subject.of(plus(a, b)), Subject.of(plus(b, a))));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void a_deny_takes_away_and_gives_nothing(@ForAll Random random) {
        TinyWorld world = new TinyWorld(random, false);
        Policy policy = world.policy(3);
        Statement deny = world.statement(Effect.DENY);

        assertHolds(ANALYZER.noNewAccess(Subject.of(policy), Subject.of(plus(policy, Policy.of(deny)))));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void none_of_two_is_not_the_one_and_not_the_other(@ForAll Random random) {
        TinyWorld world = new TinyWorld(random, false);
        Statement some = world.statement(Effect.ALLOW);
        List<ActionPattern> a = some.actions().patterns();
        List<ActionPattern> b = world.statement(Effect.ALLOW).actions().patterns();
        List<ActionPattern> both = new ArrayList<>(a);
        both.addAll(b);
        Subject neither = Subject.of(allowAll(new Scope.AllExcept<>(both)));
        Subject apart = Subject.of(PolicySet.builder()
                .identity(allowAll(new Scope.AllExcept<>(a)))
                .boundary(allowAll(new Scope.AllExcept<>(b)))
                .build());
        Subject denied = Subject.of(plus(
                allowAll(Scope.only(new ActionPattern("*"))),
                Policy.of(deny(new Scope.Only<>(a)), deny(new Scope.Only<>(b)))));

        assertHolds(ANALYZER.equivalent(neither, apart));
        assertHolds(ANALYZER.equivalent(neither, denied));
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void mutants_that_differ_are_told_apart(@ForAll Random random) {
        TinyWorld world = new TinyWorld(random, random.nextBoolean());
        Policy policy = world.policy(3);
        Policy mutant = world.mutant(policy);
        PolicyEngine one = engine(policy);
        PolicyEngine other = engine(mutant);

        Answer answer = ANALYZER.equivalent(Subject.of(policy), Subject.of(mutant));

        boolean differ = TinyWorld.requests(policy, mutant).stream()
                .anyMatch(request -> allows(one, request) != allows(other, request));
        if (differ) {
            assertThat(answer).as("%s\n%s", policy, mutant).isInstanceOf(Answer.Fails.class);
        }
    }

    private static void assertHolds(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Holds.class);
    }

    private static Policy allowsOf(Policy policy) {
        return Policy.of(policy.statements().stream()
                .filter(statement -> statement.effect() == Effect.ALLOW)
                .toArray(Statement[]::new));
    }

    private static Policy plus(Policy a, Policy b) {
        List<Statement> all = new ArrayList<>(a.statements());
        all.addAll(b.statements());
        return Policy.of(all.toArray(Statement[]::new));
    }

    private static Policy allowAll(Scope<ActionPattern> actions) {
        return Policy.of(Statement.of(Effect.ALLOW, actions, Scope.only(new ResourcePattern("*"))));
    }

    private static Statement deny(Scope<ActionPattern> actions) {
        return Statement.of(Effect.DENY, actions, Scope.only(new ResourcePattern("*")));
    }
}
