// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import static io.execward.analyze.TinyWorld.allows;
import static io.execward.analyze.TinyWorld.engine;
import static io.execward.analyze.TinyWorld.isInside;
import static org.assertj.core.api.Assertions.assertThat;

import io.execward.evaluate.PolicyEngine;
import io.execward.model.ActionPattern;
import io.execward.model.Policy;
import io.execward.model.Request;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What a change gains and loses, against all requests of a small world. */
class DifferenceProperties {
    private static final PolicyAnalyzer ANALYZER = PolicyAnalyzer.create();
    private static final int PAIRS = 20;

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void gained_requests_lie_in_gained_regions_and_witnesses_are_gained(@ForAll Random random) {
        boolean variables = random.nextBoolean();
        TinyWorld world = new TinyWorld(random, variables);
        for (int i = 0; i < PAIRS; i++) {
            int most = i % 10 == 0 ? 3 : 1; // most pairs are small, so that there can be many
            Policy before = world.policy(most);
            Policy after = random.nextInt(4) == 0 ? world.policy(most) : world.mutant(before);
            Difference difference = Difference.of(ANALYZER, Subject.of(before), Subject.of(after));
            assertThat(variables
                            || (difference.gained().isComplete()
                                    && difference.lost().isComplete()))
                    .as("%s\n%s\n%s", before, after, difference)
                    .isTrue();
            List<Request> requests = TinyWorld.requests(before, after);
            check(difference.gained(), before, after, some(requests, random));
            check(difference.lost(), after, before, some(requests, random));
        }
    }

    private static List<Request> some(List<Request> all, Random random) {
        return all.size() <= 40
                ? all
                : random.ints(40, 0, all.size()).mapToObj(all::get).toList();
    }

    private static void check(Difference.Side side, Policy existing, Policy next, List<Request> requests) {
        PolicyEngine old = engine(existing);
        PolicyEngine now = engine(next);
        for (Difference.Change change : side.changes()) {
            Request witness = change.witness().request();
            assertThat(allows(now, witness) && !allows(old, witness))
                    .as("%s", witness)
                    .isTrue();
            assertThat(isInside(change.region(), witness))
                    .as("%s in %s", witness, change)
                    .isTrue();
            assertThat(change.except()).noneMatch(part -> isInside(part, witness));
        }
        for (Request request : requests) {
            if (side.isComplete() && allows(now, request) && !allows(old, request)) {
                assertThat(side.changes())
                        .as("%s\nis gained from\n%s\nto\n%s", request, existing, next)
                        .anyMatch(change -> isInside(change.region(), request)
                                && change.except().stream().noneMatch(part -> isInside(part, request)));
            }
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void order_and_splitting_change_nothing(@ForAll Random random) {
        Policy policy = new TinyWorld(random, true).policy(4);
        List<Statement> pieces = new ArrayList<>();
        for (Statement statement : policy.statements()) {
            List<Scope<ActionPattern>> scopes = statement
                    .actions()
                    .match(
                            only -> only.patterns().stream()
                                    .map(pattern -> Scope.only(pattern))
                                    .toList(),
                            allExcept -> List.of(allExcept));
            scopes.forEach(scope -> pieces.add(Edits.withActions(statement, scope)));
        }
        Collections.shuffle(pieces, random);
        Policy other = Policy.of(pieces.toArray(Statement[]::new));

        Difference difference = Difference.of(ANALYZER, Subject.of(policy), Subject.of(other));

        assertThat(difference.gained().changes()).isEmpty();
        assertThat(difference.lost().changes()).isEmpty();
    }
}
