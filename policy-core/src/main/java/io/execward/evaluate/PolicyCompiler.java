// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.diagnostic.SourceMap;
import io.execward.model.Action;
import io.execward.model.AttachedPolicy;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicySet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compiles the policy sets of many callers: a policy that several of them have is compiled once, and its statements have the same
 * {@link StatementRef} in all engines. One thread at a time; the engines are as safe to share as any.
 */
public final class PolicyCompiler {
    private final Map<AttachedPolicy, SourceMap> sources;
    /** The actions that will be asked about; empty if any may be. */
    private final Optional<List<Action>> only;

    private final Map<PolicyKind, Known> known = new EnumMap<>(PolicyKind.class);

    /** Looking up by identity first spares hashing whole documents. */
    private record Known(
            Map<AttachedPolicy, List<CompiledStatement>> same, Map<AttachedPolicy, List<CompiledStatement>> equal) {}

    private PolicyCompiler(Map<AttachedPolicy, SourceMap> sources, Optional<List<Action>> only) {
        this.sources = sources;
        this.only = only;
    }

    /**
     * A compiler whose engines answer every question.
     *
     * @param sources for each policy that was read, where its values stand
     */
    public static PolicyCompiler of(Map<AttachedPolicy, SourceMap> sources) {
        return new PolicyCompiler(sources, Optional.empty());
    }

    /**
     * A compiler whose engines are for these actions only: statements that match none of them are left out, of explanations too. Asked
     * about another action, such an engine gives no meaningful answer.
     */
    public static PolicyCompiler of(Map<AttachedPolicy, SourceMap> sources, Collection<Action> actions) {
        return new PolicyCompiler(sources, Optional.of(List.copyOf(actions)));
    }

    /** Compiles a policy set. */
    public PolicyEngine compile(PolicySet policies) {
        return new PolicyEngine(policies, Layers.compile(policies, this));
    }

    /**
     * The engine without some statements, to see what they do: its layers are all there, and every other statement keeps its name.
     *
     * @param left statements of engines of this compiler
     */
    public PolicyEngine without(PolicyEngine engine, Collection<StatementRef> left) {
        Set<StatementRef> out = Collections.newSetFromMap(new IdentityHashMap<>());
        out.addAll(left);
        return new PolicyEngine(engine.policies(), engine.layers().without(out));
    }

    List<CompiledStatement> statements(PolicyKind kind, AttachedPolicy policy) {
        Known of = known.computeIfAbsent(kind, k -> new Known(new IdentityHashMap<>(), new HashMap<>()));
        return of.same().computeIfAbsent(policy, p -> of.equal().computeIfAbsent(p, q -> compile(kind, q)));
    }

    private List<CompiledStatement> compile(PolicyKind kind, AttachedPolicy attached) {
        Optional<SourceMap> source = Optional.ofNullable(sources.get(attached));
        Policy policy = attached.policy();
        List<CompiledStatement> all = new ArrayList<>();
        for (int i = 0; i < policy.statements().size(); i++) {
            Optional<String> sid = policy.statements().get(i).sid();
            StatementRef ref = new StatementRef(kind, attached.name(), i, sid, source);
            CompiledStatement statement =
                    new CompiledStatement(ref, policy, policy.statements().get(i));
            if (only.isEmpty() || only.get().stream().anyMatch(statement::matchesAction)) {
                all.add(statement);
            }
        }
        return List.copyOf(all);
    }
}
