// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.match.ConditionMatcher;
import io.execward.model.ConditionKey;
import io.execward.model.ContextValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The distinct atoms of many statements, and what each comes to for callers with different facts. */
final class Atoms {
    private final Map<Atom.Content, Atom> byContent = new HashMap<>();
    private final IdentityHashMap<CompiledStatement, List<Atom>> known = new IdentityHashMap<>();
    private final Map<List<Object>, BoundAtom> bound = new HashMap<>();

    /** The atoms of a statement, with the caller's facts that they read. */
    List<BoundAtom> bind(CompiledStatement statement, Layer layer, Check caller, RequestColumns columns) {
        List<Atom> atoms = known.computeIfAbsent(statement, this::atoms);
        List<BoundAtom> all = new ArrayList<>(atoms.size() + 1);
        for (Atom atom : atoms) {
            all.add(bind(atom, caller, columns));
        }
        if (layer.kind().namesPrincipals()) {
            // Not shared: how principals match follows from the caller itself and from its boundary.
            all.add(new BoundAtom(Atom.principals(statement, layer), caller, columns));
        }
        return all;
    }

    private List<Atom> atoms(CompiledStatement statement) {
        List<Atom> all = new ArrayList<>();
        Atom.Content resources = new Atom.Resources(
                statement.ref().kind(),
                statement.hasVariables(),
                statement.effect(),
                statement.statement().resources());
        all.add(byContent.computeIfAbsent(resources, c -> Atom.resources(statement)));
        for (ConditionMatcher condition : statement.conditions()) {
            Atom.Content test = new Atom.Tested(statement.hasVariables(), condition.condition());
            all.add(byContent.computeIfAbsent(test, c -> Atom.test(condition)));
        }
        return all;
    }

    private BoundAtom bind(Atom atom, Check caller, RequestColumns columns) {
        List<Object> binding = new ArrayList<>();
        binding.add(atom);
        binding.add(columns);
        for (ConditionKey key : atom.keys()) {
            if (columns.of(key).varies()) {
                columns.requireSame(caller, key);
            } else {
                ContextValue value = caller.context().get(key);
                binding.add(value);
                binding.add(caller.resource().context().isUnknown(key));
            }
        }
        return bound.computeIfAbsent(binding, b -> new BoundAtom(atom, caller, columns));
    }
}
