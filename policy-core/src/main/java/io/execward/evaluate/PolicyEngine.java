// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.diagnostic.SourceMap;
import io.execward.match.Tri;
import io.execward.model.AttachedPolicy;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import java.util.List;
import java.util.Map;

/**
 * A policy set, compiled once to judge many requests. Immutable; one engine may serve any number of threads. The cost of a decision
 * follows the statements that could apply to the request, not the size of the set.
 */
public final class PolicyEngine {
    private final PolicySet policies;
    private final Layers layers;

    PolicyEngine(PolicySet policies, Layers layers) {
        this.policies = policies;
        this.layers = layers;
    }

    /** Compiles a policy set; explanations name policies and statement numbers. */
    public static PolicyEngine compile(PolicySet policies) {
        return compile(policies, Map.of());
    }

    /**
     * Compiles a policy set whose policies, or some of them, were read from text: explanations name file and line.
     *
     * @param sources for each policy that was read, where its values stand
     */
    public static PolicyEngine compile(PolicySet policies, Map<AttachedPolicy, SourceMap> sources) {
        return PolicyCompiler.of(sources).compile(policies);
    }

    /** What was compiled. */
    public PolicySet policies() {
        return policies;
    }

    /** The names of the statements that were compiled, layer by layer, in order. */
    public List<StatementRef> statements() {
        return layers.all().stream()
                .flatMap(layer -> layer.statements().stream())
                .map(CompiledStatement::ref)
                .toList();
    }

    /** The verdict alone: the fast way. The same as {@code explain(request).verdict()}. */
    public Verdict decide(Request request) {
        int possible = possible(request);
        Verdict verdict = Verdicts.only(possible);
        return verdict == Verdict.UNDECIDED
                ? new UnknownFacts(this, request).resolve().verdict()
                : verdict;
    }

    /** The verdict with its reason: every layer, every statement, and what ruled it out. */
    public Decision explain(Request request) {
        return new Explainer(this, request).explain();
    }

    Layers layers() {
        return layers;
    }

    /** The verdicts that unknown facts leave possible by three-valued logic: a superset of those that can really come out. */
    int possible(Request request) {
        int possible = Verdicts.ALLOWED;
        for (int i = 0; i < request.resources().size(); i++) {
            possible = Verdicts.join(
                    possible, possible(Check.of(request, request.resources().get(i))));
        }
        return possible;
    }

    private int possible(Check check) {
        Rules rules = new Rules(check);
        if (rules.isAlwaysAllowed()) {
            return Verdicts.ALLOWED;
        }
        Answers answers = Answers.ask(rules, layers, new Direct(check));
        return answers.denied == Tri.TRUE ? Verdicts.EXPLICIT : Verdicts.of(answers.denied, rules.allowed(answers));
    }

    /** Asks the layers through their indexes. */
    private record Direct(Check check) implements Answers.Source {
        @Override
        public Tri denies(Layer layer) {
            return layer.denies(check);
        }

        @Override
        public Tri allows(Layer layer) {
            return layer.allows(check);
        }

        @Override
        public Grants grants(Layer layer) {
            return layer.grants(check);
        }
    }
}
