// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.account.AccountSnapshot;
import io.execward.account.EcsTask;
import io.execward.account.IamIdentity;
import io.execward.ecs.Caller;
import io.execward.ecs.OperationRequest;
import io.execward.evaluate.PolicyCompiler;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.StatementRef;
import io.execward.evaluate.Verdict;
import io.execward.model.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The grouped matrix says of every principal and every container what asking about them alone says. */
class ReviewProperties {
    /** An account and what is told about its callers. */
    record Question(AccountSnapshot account, ReviewOptions options) {
        Caller caller(IamIdentity identity) {
            return options.facts().apply(account.caller(identity));
        }
    }

    /** Engines compiled for one principal alone. */
    private record Oracle(AccountSnapshot account, IamIdentity identity, Map<String, PolicyEngine> engines) {
        Oracle(AccountSnapshot account, IamIdentity identity) {
            this(account, identity, new HashMap<>());
        }

        PolicyEngine engine(Request request) {
            boolean key = request.action().service().equals("kms");
            String name = key ? request.resources().get(0).text() : "";
            return engines.computeIfAbsent(
                    name,
                    n -> PolicyEngine.compile(
                            key
                                    ? account.policies(
                                            identity,
                                            request.action(),
                                            request.resources().get(0))
                                    : account.policies(identity)));
        }

        Verdict decide(Request request) {
            return engine(request).decide(request);
        }
    }

    @Provide
    Arbitrary<Question> questions() {
        return Arbitraries.randomValue(random -> {
                    SmallAccounts accounts = new SmallAccounts(new Random(random.nextLong()));
                    return new Question(accounts.draw(), accounts.options());
                })
                .dontShrink();
    }

    @Property(tries = 400)
    void every_cell_is_what_the_engine_says_of_that_principal_and_that_task(@ForAll("questions") Question question) {
        AccountSnapshot account = question.account();
        AccessReview review = AccessReview.of(account, question.options());
        Set<String> seen = new HashSet<>();
        for (int p = 0; p < review.principals().size(); p++) {
            for (IamIdentity identity : review.principals().get(p).members()) {
                Oracle oracle = new Oracle(account, identity);
                Caller caller = question.caller(identity);
                for (int t = 0; t < review.targets().size(); t++) {
                    TargetGroup group = review.targets().get(t);
                    for (EcsTask task : group.tasks()) {
                        Target target = Target.of(account, task, group.container());
                        check(review.cell(p, t), oracle, caller, target, question.options());
                        alone(review.cell(p, t), question, identity, target);
                        seen.add(identity.arn() + " " + task.arn() + " " + group.container());
                    }
                }
            }
        }
        int containers = account.tasks().stream()
                .mapToInt(task -> task.containers().size())
                .sum();
        assertThat(seen).hasSize(containers * account.identities().size());
    }

    /** Not only the verdicts: statements, conditions and sentences are those of the container by itself too. */
    private static void alone(Cell cell, Question question, IamIdentity identity, Target target) {
        AccountSnapshot account = question.account();
        Caller caller = question.caller(identity);
        Engines engines = new Engines(account, PolicyCompiler.of(account.sources()), identity);
        Set<String> tags = TagsRead.by(account, account.identities());
        for (RoadPlan plan : new RoadPlans(account, question.options(), caller, tags).of(target)) {
            Optional<List<Object>> said = cell.road(plan.kind()).map(ReviewProperties::said);
            assertThat(said)
                    .as("%s %s", identity.arn(), target)
                    .isEqualTo(new Roads(engines, caller).judge(plan).map(ReviewProperties::said));
        }
    }

    private static List<Object> said(Road road) {
        return List.of(
                road.kind(),
                road.verdict(),
                road.decidedBy().stream().map(StatementRef::toString).toList(),
                road.onlyIf(),
                road.closedBy().stream().map(StatementRef::toString).toList(),
                road.because());
    }

    /** Every road of one principal and one container, judged without any grouping and with engines of its own. */
    private static void check(Cell cell, Oracle oracle, Caller caller, Target target, ReviewOptions options) {
        List<RoadPlan> plans =
                new RoadPlans(oracle.account(), options, Caller.of(caller.principal()), Set.of()).of(target);
        for (RoadPlan plan : plans) {
            Road road = cell.road(plan.kind()).orElseThrow();
            List<List<Request>> ways = plan.ways().stream()
                    .map(way -> way.stream()
                            .flatMap(call -> call.requests(caller).stream())
                            .toList())
                    .toList();
            boolean sure = ways.stream()
                    .anyMatch(way -> way.stream().allMatch(request -> oracle.decide(request) == Verdict.ALLOWED));
            if (sure || plan.choice().isEmpty()) {
                assertThat(road.verdict() == Verdict.ALLOWED)
                        .as("%s %s", target, road)
                        .isEqualTo(sure);
            }
            boolean hopeless = ways.stream()
                    .allMatch(way -> way.stream()
                            .anyMatch(request -> oracle.decide(request).isDenied()));
            if (hopeless && !ways.isEmpty() && plan.choice().isEmpty()) {
                assertThat(road.isOpen()).as("%s %s", target, road).isFalse();
            }
            if (plan.kind() == RoadKind.EXEC) {
                assertThat(road.verdict() == Verdict.ALLOWED)
                        .isEqualTo(ways.get(0).stream().allMatch(r -> oracle.decide(r) == Verdict.ALLOWED));
            }
            if (!road.isOpen()) {
                checkClosed(road, ways, oracle);
            }
            if (road.verdict().isDenied()) {
                checkEveryChoice(road, target, caller, oracle);
            }
        }
        assertThat(cell.roads().keySet())
                .containsAll(plans.stream().map(RoadPlan::kind).toList());
    }

    /** A road that is called closed is closed for whatever definition, cluster, service and tags, as far as these go. */
    private static void checkEveryChoice(Road road, Target target, Caller caller, Oracle oracle) {
        for (List<OperationRequest> way : ChosenWays.of(road.kind(), target, caller)) {
            assertThat(way.stream()
                            .flatMap(call -> call.requests().stream())
                            .allMatch(request -> oracle.decide(request) == Verdict.ALLOWED))
                    .as("%s is called closed: %s", way, road)
                    .isFalse();
        }
    }

    /** Without the statements that are said to close it, the road is open, perhaps under conditions. */
    private static void checkClosed(Road road, List<List<Request>> ways, Oracle oracle) {
        if (road.closedBy().isEmpty()) {
            return;
        }
        assertThat(ways)
                .as("%s", road)
                .anyMatch(way -> way.stream()
                        .noneMatch(request -> without(oracle.engine(request), road.closedBy())
                                .decide(request)
                                .isDenied()));
    }

    /** Compiled anew from policies in which the named statements deny nothing. */
    private static PolicyEngine without(PolicyEngine engine, List<StatementRef> statements) {
        List<StatementRef> own = new ArrayList<>();
        PolicyCompiler compiler = PolicyCompiler.of(Map.of());
        PolicyEngine again = compiler.compile(engine.policies());
        for (StatementRef ref : again.statements()) {
            if (statements.stream().anyMatch(named -> same(named, ref))) {
                own.add(ref);
            }
        }
        return compiler.without(again, own);
    }

    private static boolean same(StatementRef one, StatementRef other) {
        return one.kind() == other.kind() && one.policy().equals(other.policy()) && one.index() == other.index();
    }

    @Property(tries = 200)
    void the_witness_of_every_open_road_is_allowed(@ForAll("questions") Question question) {
        AccessReview review = AccessReview.of(question.account(), question.options());
        for (int p = 0; p < review.principals().size(); p++) {
            IamIdentity identity = review.principals().get(p).first();
            Oracle oracle = new Oracle(question.account(), identity);
            for (int t = 0; t < review.targets().size(); t++) {
                for (Road road : review.cell(p, t).roads().values()) {
                    List<Request> witness = review.witness(p, t, road.kind());
                    assertThat(witness.isEmpty()).isNotEqualTo(road.isOpen());
                    assertThat(witness).allSatisfy(request -> {
                        assertThat(oracle.decide(request)).isEqualTo(Verdict.ALLOWED);
                        assertThat(request.principal()).isEqualTo(identity.principal());
                    });
                }
            }
        }
    }
}
