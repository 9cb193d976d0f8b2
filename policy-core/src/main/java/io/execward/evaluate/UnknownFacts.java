// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.match.Tri;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Request;
import io.execward.model.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Settles a request with unknown facts: tries the ways in which they can fall, one fact at a time, and stops wherever three-valued
 * logic already knows the verdict. What remains is a decision tree in which every fact can flip the verdict; if no fact remains, the
 * verdict is certain after all.
 */
final class UnknownFacts {
    /** How many values are tried before giving up on telling the ways apart. */
    private static final int MAX_TRIES = 10_000;

    /** How many ways are listed. */
    private static final int MAX_WAYS = 64;

    /** The verdict, and if it is undecided, why. */
    record Resolution(Verdict verdict, Optional<Undecided> undecided) {}

    private final PolicyEngine engine;
    private final Request request;
    private int tries;
    private boolean exact = true;

    UnknownFacts(PolicyEngine engine, Request request) {
        this.engine = engine;
        this.request = request;
    }

    Resolution resolve() {
        Node root = grow(request);
        if (exact && root instanceof Leaf leaf && leaf.verdict() != Verdict.UNDECIDED) {
            return new Resolution(leaf.verdict(), Optional.empty());
        }
        Set<Fact> facts = new LinkedHashSet<>();
        root.collect(facts);
        if (facts.isEmpty()) {
            // Nothing was seen to flip the verdict, but not every way was tried: name all that might.
            facts.addAll(openFacts(request).keySet());
        }
        List<Undecided.Way> ways = new ArrayList<>();
        boolean listed = exact && root.list(new LinkedHashMap<>(), ways);
        Undecided undecided = new Undecided(List.copyOf(facts), listed ? ways : List.of(), exact);
        return new Resolution(Verdict.UNDECIDED, Optional.of(undecided));
    }

    /** A decision tree over facts; equal trees say the same. */
    private sealed interface Node {
        void collect(Set<Fact> facts);

        /** Adds a way for each leaf; false if they are too many. */
        boolean list(Map<Fact, Undecided.Value> path, List<Undecided.Way> ways);
    }

    private record Leaf(Verdict verdict) implements Node {
        @Override
        public void collect(Set<Fact> facts) {}

        @Override
        public boolean list(Map<Fact, Undecided.Value> path, List<Undecided.Way> ways) {
            ways.add(new Undecided.Way(path, verdict));
            return verdict != Verdict.UNDECIDED && ways.size() <= MAX_WAYS;
        }
    }

    private record Branch(Fact fact, Map<Node, Undecided.Value> children) implements Node {
        @Override
        public void collect(Set<Fact> facts) {
            facts.add(fact);
            children.keySet().forEach(child -> child.collect(facts));
        }

        @Override
        public boolean list(Map<Fact, Undecided.Value> path, List<Undecided.Way> ways) {
            for (Map.Entry<Node, Undecided.Value> child : children.entrySet()) {
                Map<Fact, Undecided.Value> longer = new LinkedHashMap<>(path);
                longer.put(fact, child.getValue());
                if (!child.getKey().list(longer, ways)) {
                    return false;
                }
            }
            return true;
        }
    }

    private Node grow(Request partial) {
        Verdict verdict = Verdicts.only(engine.possible(partial));
        if (verdict != Verdict.UNDECIDED) {
            return new Leaf(verdict);
        }
        Map<Fact, List<Asked>> open = openFacts(partial);
        if (open.isEmpty() || tries >= MAX_TRIES) {
            exact = false;
            return new Leaf(Verdict.UNDECIDED);
        }
        Fact next = open.keySet().iterator().next();
        FactValues.Candidates candidates = candidates(next, open.getOrDefault(next, List.of()));
        exact &= candidates.complete();
        Map<Node, List<FactValues.Candidate>> byChild = new LinkedHashMap<>();
        for (FactValues.Candidate candidate : candidates.all()) {
            if (++tries > MAX_TRIES) {
                exact = false;
                break;
            }
            Node child = grow(assume(partial, next, candidate.value()));
            byChild.computeIfAbsent(child, c -> new ArrayList<>()).add(candidate);
        }
        if (byChild.isEmpty()) {
            return new Leaf(Verdict.UNDECIDED);
        }
        if (byChild.size() == 1) {
            return byChild.keySet().iterator().next(); // the fact does not matter
        }
        Map<Node, Undecided.Value> children = new LinkedHashMap<>();
        byChild.forEach((child, same) -> children.put(child, FactValues.join(same)));
        return new Branch(next, children);
    }

    private static Request assume(Request request, Fact fact, ContextValue value) {
        Context known = Context.builder().put(fact.key(), value).build();
        if (fact.resource().isEmpty()) {
            return request.with(request.context().plus(known));
        }
        List<Resource> resources = new ArrayList<>(request.resources().size());
        for (Resource resource : request.resources()) {
            boolean concerned = resource.text().equals(fact.resource().get());
            resources.add(concerned ? resource.with(resource.context().plus(known)) : resource);
        }
        return request.on(resources);
    }

    /** A statement that asks for an unknown fact, and the check for which it does. */
    private record Asked(CompiledStatement statement, Check check) {}

    /**
     * The values to try at this place in the tree. They are found anew at each: which statements still ask, and what their variables
     * resolve to, depends on what was assumed on the way.
     */
    private static FactValues.Candidates candidates(Fact fact, List<Asked> asked) {
        FactValues values = new FactValues(fact.key());
        asked.forEach(question -> values.learnFrom(question.statement(), question.check()));
        return values.candidates();
    }

    /** The unknown facts that some statement still asks for. */
    private Map<Fact, List<Asked>> openFacts(Request partial) {
        Map<Fact, List<Asked>> open = new LinkedHashMap<>();
        for (Resource resource : partial.resources()) {
            Check check = Check.of(partial, resource);
            Rules rules = new Rules(check);
            if (rules.isAlwaysAllowed()) {
                continue;
            }
            for (Layer layer : consulted(rules)) {
                for (CompiledStatement statement : layer.statements()) {
                    if (layer.concerns(statement, check).and(statement.applies(check)) == Tri.UNKNOWN) {
                        collect(statement, check, open);
                    }
                }
            }
        }
        return open;
    }

    private List<Layer> consulted(Rules rules) {
        Layers layers = engine.layers();
        List<Layer> all = new ArrayList<>();
        if (rules.identityExemption().isEmpty()) {
            layers.identity().ifPresent(all::add);
            layers.boundary().ifPresent(all::add);
        }
        if (rules.sessionExemption().isEmpty()) {
            layers.session().ifPresent(all::add);
        }
        layers.resource().ifPresent(all::add);
        layers.endpoint().ifPresent(all::add);
        if (rules.serviceControlExemption().isEmpty()) {
            layers.serviceControl().ifPresent(all::addAll);
        }
        if (rules.resourceControlExemption().isEmpty()) {
            layers.resourceControl().ifPresent(all::addAll);
        }
        return all;
    }

    private static void collect(CompiledStatement statement, Check check, Map<Fact, List<Asked>> open) {
        Set<ConditionKey> keys = new LinkedHashSet<>();
        statement.forEachKey(key -> {
            if (check.context().isUnknown(key)) {
                keys.add(key);
            }
        });
        for (ConditionKey key : keys) {
            boolean ofResource = check.resource().context().isUnknown(key);
            Fact fact = new Fact(
                    sameKey(open.keySet(), key),
                    ofResource ? Optional.of(check.resource().text()) : Optional.empty());
            open.computeIfAbsent(fact, f -> new ArrayList<>()).add(new Asked(statement, check));
        }
    }

    /** The spelling under which the key was met first, so that two spellings are one fact. */
    private static ConditionKey sameKey(Set<Fact> facts, ConditionKey key) {
        for (Fact fact : facts) {
            if (fact.key().sameAs(key)) {
                return fact.key();
            }
        }
        return key;
    }
}
