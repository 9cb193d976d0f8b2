// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.match.ConditionMatcher;
import io.execward.match.Template;
import io.execward.match.Tri;
import io.execward.model.Comparison;
import io.execward.model.ConditionKey;
import io.execward.model.ContextValue;
import io.execward.model.Effect;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyPath;
import io.execward.model.PrincipalPattern;
import io.execward.model.Request;
import io.execward.model.Resource;
import io.execward.model.Scope;
import io.execward.model.SetOperator;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges a request statement by statement, with the nodes and rules that deciding uses, and writes down what they say. */
final class Explainer {
    private final PolicyEngine engine;
    private final Request request;

    Explainer(PolicyEngine engine, Request request) {
        this.engine = engine;
        this.request = request;
    }

    Decision explain() {
        List<Trace> traces = new ArrayList<>(request.resources().size());
        int possible = Verdicts.ALLOWED;
        for (Resource resource : request.resources()) {
            Trace trace = new Trace(engine.layers(), Check.of(request, resource));
            traces.add(trace);
            possible = Verdicts.join(possible, trace.possible);
        }
        UnknownFacts.Resolution whole = settle(possible, request);
        List<ResourceDecision> resources = new ArrayList<>(traces.size());
        for (int i = 0; i < traces.size(); i++) {
            Resource resource = request.resources().get(i);
            UnknownFacts.Resolution alone =
                    traces.size() == 1 ? whole : settle(traces.get(i).possible, request.on(List.of(resource)));
            resources.add(traces.get(i).decision(resource, alone));
        }
        return new Decision(whole.verdict(), request, resources, whole.undecided());
    }

    /** The verdict that three-valued logic knows, or else what trying the unknown facts tells. */
    private UnknownFacts.Resolution settle(int possible, Request asked) {
        Verdict verdict = Verdicts.only(possible);
        return verdict == Verdict.UNDECIDED
                ? new UnknownFacts(engine, asked).resolve()
                : new UnknownFacts.Resolution(verdict, Optional.empty());
    }

    /** One resource's layers, asked one statement at a time. */
    private static final class Trace implements Answers.Source {
        private final Layers layers;
        private final Check check;
        private final Rules rules;
        private final IdentityHashMap<Layer, Recorded> recorded = new IdentityHashMap<>();
        private final int possible;
        private final Answers answers;

        private record Recorded(List<Step> steps, Tri denies, Tri allows, Grants grants) {}

        Trace(Layers layers, Check check) {
            this.layers = layers;
            this.check = check;
            this.rules = new Rules(check);
            this.answers = Answers.ask(rules, layers, this);
            this.possible =
                    rules.isAlwaysAllowed() ? Verdicts.ALLOWED : Verdicts.of(answers.denied, rules.allowed(answers));
        }

        @Override
        public Tri denies(Layer layer) {
            return record(layer).denies();
        }

        @Override
        public Tri allows(Layer layer) {
            return record(layer).allows();
        }

        @Override
        public Grants grants(Layer layer) {
            return record(layer).grants();
        }

        private Recorded record(Layer layer) {
            Recorded known = recorded.get(layer);
            if (known != null) {
                return known;
            }
            List<Step> steps = new ArrayList<>(layer.statements().size());
            Tri denies = Tri.FALSE;
            Tri allows = Tri.FALSE;
            Grants grants = new Grants();
            for (CompiledStatement statement : layer.statements()) {
                Tri concerns = layer.concerns(statement, check);
                Tri applies = statement.applies(check);
                Tri both = concerns.and(applies);
                steps.add(new Step(statement.ref(), statement.effect(), outcome(statement, concerns, both)));
                if (statement.effect() == Effect.DENY) {
                    denies = denies.or(both);
                } else {
                    allows = allows.or(both);
                    Layer.grant(statement, applies, check, grants);
                }
            }
            Recorded now = new Recorded(steps, denies, allows, grants);
            recorded.put(layer, now);
            return now;
        }

        private Step.Outcome outcome(CompiledStatement statement, Tri concerns, Tri applies) {
            return switch (applies) {
                case TRUE -> new Step.Applies();
                case FALSE -> new Step.RuledOut(mismatch(statement, concerns));
                case UNKNOWN -> new Step.Depends(unknownKeys(statement));
            };
        }

        private List<ConditionKey> unknownKeys(CompiledStatement statement) {
            Set<ConditionKey> keys = new LinkedHashSet<>();
            statement.forEachKey(key -> {
                if (check.context().isUnknown(key)) {
                    keys.add(key);
                }
            });
            return List.copyOf(keys);
        }

        private Mismatch mismatch(CompiledStatement statement, Tri concerns) {
            PolicyPath path = statement.ref().path();
            if (concerns == Tri.FALSE) {
                boolean exempts =
                        statement.principals().map(PrincipalScope::exempts).orElse(false);
                List<String> entries =
                        statement.statement().principals().map(Scope::patterns).orElse(List.of()).stream()
                                .map(PrincipalPattern::text)
                                .toList();
                String element = exempts ? "NotPrincipal" : "Principal";
                return new Mismatch.PrincipalDiffers(
                        path.member(element), entries, check.principal().text());
            }
            if (!statement.matchesAction(check)) {
                return new Mismatch.ActionDiffers(
                        path.member(statement.exemptsActions() ? "NotAction" : "Action"),
                        texts(statement.statement().actions()),
                        check.action().toString());
            }
            if (statement.matchesResource(check) == Tri.FALSE) {
                return new Mismatch.ResourceDiffers(
                        path.member(statement.exemptsResources() ? "NotResource" : "Resource"),
                        statement.statement().resources().map(Trace::texts).orElse(List.of()),
                        check.resource().text());
            }
            for (ConditionMatcher test : statement.conditions()) {
                if (test.test(check.context()) == Tri.FALSE) {
                    return mismatch(test, path);
                }
            }
            throw new IllegalStateException("a statement was ruled out by none of its elements: " + statement.ref());
        }

        private static List<String> texts(Scope<?> scope) {
            return scope.patterns().stream().map(Object::toString).toList();
        }

        private Mismatch mismatch(ConditionMatcher test, PolicyPath statement) {
            ConditionKey key = test.key();
            var operator = test.condition().operator();
            PolicyPath at =
                    statement.member("Condition").member(operator.text()).member(key.name());
            ContextValue value = check.context().get(key);
            List<String> was = value instanceof ContextValue.Present present ? present.values() : List.of();
            if (operator.comparison() == Comparison.NULL && !was.isEmpty()) {
                return new Mismatch.KeyPresent(at, key, was);
            }
            List<String> needs = test.templates().stream().map(this::resolved).toList();
            if (was.isEmpty()) {
                return new Mismatch.KeyAbsent(at, operator, key, needs);
            }
            if (was.size() > 1 && operator.set() == SetOperator.NONE) {
                return new Mismatch.SeveralValues(at, operator, key, was);
            }
            return new Mismatch.ValueDiffers(at, operator, key, needs, was);
        }

        private String resolved(Template template) {
            return template.resolves(check.context()) == Tri.TRUE ? template.text(check.context()) : template.source();
        }

        ResourceDecision decision(Resource resource, UnknownFacts.Resolution settled) {
            Verdict verdict = settled.verdict();
            List<LayerDecision> all = new ArrayList<>();
            all.add(one(PolicyKind.IDENTITY, layers.identity(), rules.identityExemption()));
            all.add(one(PolicyKind.PERMISSIONS_BOUNDARY, layers.boundary(), rules.identityExemption()));
            all.add(one(PolicyKind.SESSION, layers.session(), rules.sessionExemption()));
            all.add(one(PolicyKind.RESOURCE, layers.resource(), Rules.NOTHING));
            all.add(one(PolicyKind.VPC_ENDPOINT, layers.endpoint(), Rules.NOTHING));
            levels(PolicyKind.SERVICE_CONTROL, layers.serviceControl(), rules.serviceControlExemption(), all);
            levels(PolicyKind.RESOURCE_CONTROL, layers.resourceControl(), rules.resourceControlExemption(), all);
            List<Blocker> blockers =
                    verdict == Verdict.ALLOWED ? List.of() : new Blockers(verdict, rules, answers, all).find();
            return new ResourceDecision(resource, verdict, all, blockers, settled.undecided());
        }

        private void levels(PolicyKind kind, Optional<List<Layer>> levels, String exemption, List<LayerDecision> all) {
            if (levels.isEmpty()) {
                all.add(one(kind, Optional.empty(), exemption));
                return;
            }
            levels.get().forEach(level -> all.add(one(kind, Optional.of(level), exemption)));
        }

        private LayerDecision one(PolicyKind kind, Optional<Layer> layer, String exemption) {
            String name = layer.map(Layer::name).orElse(kind.text());
            PolicyKind actual = layer.map(Layer::kind).orElse(kind);
            if (rules.isAlwaysAllowed()) {
                String note = "sts:GetCallerIdentity needs no permission (R-EVAL-21)";
                return new LayerDecision(actual, name, LayerDecision.Outcome.NOT_CONSULTED, note, List.of());
            }
            if (layer.isEmpty()) {
                return new LayerDecision(actual, name, LayerDecision.Outcome.NOT_SUPPLIED, Rules.NOTHING, List.of());
            }
            if (!exemption.isEmpty()) {
                return new LayerDecision(actual, name, LayerDecision.Outcome.NOT_CONSULTED, exemption, List.of());
            }
            Recorded record = record(layer.get());
            return new LayerDecision(actual, name, outcome(actual, record), Rules.NOTHING, record.steps());
        }

        private static LayerDecision.Outcome outcome(PolicyKind kind, Recorded record) {
            if (record.denies() == Tri.TRUE) {
                return LayerDecision.Outcome.DENIES;
            }
            // RCPFullAWSAccess is implied at every level (R-ORG-11).
            Tri allows = kind == PolicyKind.RESOURCE_CONTROL ? Tri.TRUE : record.allows();
            if (record.denies() == Tri.UNKNOWN || allows == Tri.UNKNOWN) {
                return LayerDecision.Outcome.UNDECIDED;
            }
            return allows == Tri.TRUE ? LayerDecision.Outcome.ALLOWS : LayerDecision.Outcome.NO_ALLOW;
        }
    }
}
