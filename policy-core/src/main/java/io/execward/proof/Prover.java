// SPDX-License-Identifier: Apache-2.0
package io.execward.proof;

import io.execward.account.AccountSnapshot;
import io.execward.analyze.Answer;
import io.execward.analyze.Budget;
import io.execward.analyze.PolicyAnalyzer;
import io.execward.analyze.Region;
import io.execward.analyze.Subject;
import io.execward.analyze.Witness;
import io.execward.catalog.ServiceCatalog;
import io.execward.ecs.ClusterArn;
import io.execward.evaluate.Decision;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.StatementRef;
import io.execward.evaluate.Verdict;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.Context;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Proves properties of principals, or finds requests that show the opposite. Immutable and safe to share. */
public final class Prover {
    /** Roads of ECS Exec name their actions and keys themselves; a catalog would leave out ARNs in the short form. */
    private final PolicyAnalyzer analyzer;

    private final PolicyAnalyzer byCatalog;
    private final AccountSnapshot documents;

    private Prover(Budget budget, AccountSnapshot documents) {
        this.analyzer = PolicyAnalyzer.create().with(budget);
        this.byCatalog = analyzer.within(ServiceCatalog.bundled());
        this.documents = documents;
    }

    /**
     * A prover that shows what fails with things of these documents where it can.
     *
     * @param budget of each question
     */
    public static Prover of(Budget budget, AccountSnapshot documents) {
        return new Prover(budget, documents);
    }

    /** As {@link #of(Budget, AccountSnapshot)}, without any documents. */
    public static Prover of(Budget budget) {
        return new Prover(budget, AccountSnapshot.builder().build());
    }

    /**
     * Asks about each of them.
     *
     * @throws IllegalArgumentException if one is of no account, such as an AWS service
     */
    public Proof prove(Property property, List<PolicyHolder> holders) {
        return new Proof(
                property,
                holders.stream()
                        .map(holder -> new Proof.OfPrincipal(holder, roads(property, holder)))
                        .toList());
    }

    private List<Proof.OfRoad> roads(Property property, PolicyHolder holder) {
        return property.match(new OfHolder(holder));
    }

    /** All questions about one holder. */
    private final class OfHolder implements Property.Cases<List<Proof.OfRoad>> {
        private final PolicyHolder holder;
        private final PolicyEngine engine;

        OfHolder(PolicyHolder holder) {
            this.holder = holder;
            this.engine = PolicyEngine.compile(holder.policies(), holder.sources());
        }

        private Roads roads() {
            return new Roads(holder, documents);
        }

        private List<Proof.OfRoad> ask(List<Road> all) {
            return all.stream()
                    .map(road -> new Proof.OfRoad(road.what(), ask(road)))
                    .toList();
        }

        @Override
        public List<Proof.OfRoad> noShell(Property.NoShell property) {
            List<Road> all = new ArrayList<>();
            for (ClusterArn cluster : property.clusters()) {
                all.add(roads().shellIn(cluster));
                all.add(roads().sessionIn(cluster));
            }
            property.clusters().stream()
                    .map(ClusterArn::region)
                    .distinct()
                    .forEach(region -> all.add(roads().resumeExecSession(region)));
            return ask(all);
        }

        @Override
        public List<Proof.OfRoad> noDirectSession(Property.NoDirectSession property) {
            return ask(List.of(roads().sessionAnywhere(), roads().resumeAnySession()));
        }

        @Override
        public List<Proof.OfRoad> noLaunchWithExec(Property.NoLaunchWithExec property) {
            List<Road> all = new ArrayList<>();
            property.clusters().forEach(cluster -> all.addAll(roads().launchesWithExec(cluster)));
            return ask(all);
        }

        @Override
        public List<Proof.OfRoad> noSelfTagging(Property.NoSelfTagging property) {
            return new SelfTagging(holder, roads(), this::ask).judged();
        }

        @Override
        public List<Proof.OfRoad> execNeedsMfa(Property.ExecNeedsMfa property) {
            Condition withoutMfa = new Condition(
                    ConditionOperator.of("BoolIfExists").orElseThrow(),
                    ConditionKey.of("aws:MultiFactorAuthPresent"),
                    List.of("false"));
            return ask(List.of(roads().shellAnywhere("open a shell without MFA", withoutMfa)));
        }

        @Override
        public List<Proof.OfRoad> inside(Property.Inside property) {
            Context facts = generalFacts(property.ceiling(), List.of());
            Answer answer = byCatalog.noNewAccess(
                    new Subject(holder.caller().principal(), property.ceiling(), facts),
                    new Subject(holder.caller().principal(), Forms.withoutLimits(holder.policies()), facts));
            return List.of(new Proof.OfRoad(
                    "do what " + property.name() + " does not allow", outcome(answer, witness -> List.of())));
        }

        @Override
        public List<Proof.OfRoad> never(Property.Never property) {
            Context facts = generalFacts(PolicySet.none(), List.of(property.region()));
            Answer answer = byCatalog.neverAllows(
                    new Subject(holder.caller().principal(), Forms.withoutLimits(holder.policies()), facts),
                    property.region());
            return List.of(new Proof.OfRoad("do what the property rules out", outcome(answer, witness -> List.of())));
        }

        /** What follows from who calls; all other keys are free, for nothing is known of the action. */
        private Context generalFacts(PolicySet more, List<Region> regions) {
            Set<ConditionKey> read = new LinkedHashSet<>(KeysRead.by(holder.policies(), regions));
            read.addAll(KeysRead.by(more, List.of()));
            return PolicyChange.callerFacts(holder.caller(), read);
        }

        /** The first question that fails decides, then the first that nobody can answer. */
        private Outcome ask(Road road) {
            if (road.questions().isEmpty()) {
                return new Outcome.Unknown(
                        "the cluster is not one of the caller's account and partition (R-EXEC-06): ask about callers"
                                + " of its account");
            }
            Outcome all = new Outcome.Closed(Optional.empty(), List.of());
            for (Question question : road.questions()) {
                all = both(all, ask(question));
                if (all.match(closed -> false, open -> true, unknown -> false)) {
                    return all;
                }
            }
            return all;
        }

        private static Outcome both(Outcome before, Outcome next) {
            return next.match(
                    closed -> before.match(
                            other -> new Outcome.Closed(
                                    other.catalog().or(closed::catalog), union(other.because(), closed.because())),
                            open -> open,
                            unknown -> unknown),
                    open -> open,
                    unknown -> before.match(closed -> unknown, open -> open, first -> first));
        }

        private static List<StatementRef> union(List<StatementRef> some, List<StatementRef> more) {
            Set<StatementRef> all = new LinkedHashSet<>(some);
            all.addAll(more);
            return List.copyOf(all);
        }

        private Outcome ask(Question question) {
            Subject subject = question.subject(holder);
            Answer answer = question.checks().size() == 1
                    ? analyzer.neverAllows(subject, question.checks().get(0))
                    : analyzer.neverAllowsTogether(subject, question.checks());
            return outcome(answer, question.real());
        }

        private Outcome outcome(Answer answer, Function<List<Request>, List<List<Request>>> real) {
            return answer.match(
                    holds -> new Outcome.Closed(holds.catalog(), placed(holds.because())),
                    fails -> open(fails.witness(), real),
                    unknown -> new Outcome.Unknown(unknown.detail()));
        }

        private Outcome open(Witness witness, Function<List<Request>, List<List<Request>>> real) {
            if (!holder.missing().isEmpty()) {
                return new Outcome.Unknown("the text of " + String.join(", ", holder.missing())
                        + " was not supplied, and what it says decides");
            }
            for (List<Request> requests : real.apply(witness.requests())) {
                if (areAllowed(requests)) {
                    return open(requests, List.of());
                }
            }
            if (!areAllowed(witness.requests())) {
                return new Outcome.Unknown("policies of an endpoint, which are not analysed, decide");
            }
            return open(witness.requests(), witness.breaks());
        }

        private boolean areAllowed(List<Request> requests) {
            return requests.stream().allMatch(request -> engine.decide(request) == Verdict.ALLOWED);
        }

        private Outcome open(List<Request> requests, List<String> notes) {
            return new Outcome.Open(
                    requests.stream()
                            .map(request -> Forms.withAbsentTags(request, holder.policies()))
                            .toList(),
                    because(requests),
                    notes);
        }

        private List<StatementRef> because(List<Request> requests) {
            Set<StatementRef> all = new LinkedHashSet<>();
            for (Request request : requests) {
                Decision decision = engine.explain(request);
                decision.resources().forEach(resource -> all.addAll(resource.decidedBy()));
            }
            return List.copyOf(all);
        }

        /** The same statements as the engine knows them, with their places. */
        private List<StatementRef> placed(List<StatementRef> refs) {
            return refs.stream()
                    .filter(ref ->
                            !(ref.kind() == PolicyKind.IDENTITY && ref.policy().equals(Question.LEFT_OUT)))
                    .map(ref -> engine.statements().stream()
                            .filter(known -> known.kind() == ref.kind()
                                    && known.policy().equals(ref.policy())
                                    && known.index() == ref.index())
                            .findFirst()
                            .orElse(ref))
                    .distinct()
                    .toList();
        }
    }
}
