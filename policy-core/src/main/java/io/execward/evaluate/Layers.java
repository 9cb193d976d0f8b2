// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.model.AttachedPolicy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every layer of a policy set, compiled. A layer that was not supplied is empty. */
record Layers(
        Optional<Layer> identity,
        Optional<Layer> boundary,
        Optional<Layer> session,
        Optional<Layer> resource,
        Optional<Layer> endpoint,
        Optional<List<Layer>> serviceControl,
        Optional<List<Layer>> resourceControl) {
    static Layers compile(PolicySet set, PolicyCompiler compiler) {
        Builder builder = new Builder(set.boundary().isPresent(), compiler);
        return new Layers(
                set.identity().map(all -> builder.layer(PolicyKind.IDENTITY, all)),
                set.boundary().map(one -> builder.layer(PolicyKind.PERMISSIONS_BOUNDARY, List.of(one))),
                set.session().map(all -> builder.layer(PolicyKind.SESSION, all)),
                set.resource().map(one -> builder.layer(PolicySet.resourceKind(one.policy()), List.of(one))),
                set.endpoint().map(one -> builder.layer(PolicyKind.VPC_ENDPOINT, List.of(one))),
                set.serviceControl().map(all -> builder.levels(PolicyKind.SERVICE_CONTROL, all)),
                set.resourceControl().map(all -> builder.levels(PolicyKind.RESOURCE_CONTROL, all)));
    }

    /** The same layers without these statements, compared by identity. */
    Layers without(Set<StatementRef> out) {
        return new Layers(
                identity.map(layer -> layer.without(out)),
                boundary.map(layer -> layer.without(out)),
                session.map(layer -> layer.without(out)),
                resource.map(layer -> layer.without(out)),
                endpoint.map(layer -> layer.without(out)),
                serviceControl.map(all -> without(all, out)),
                resourceControl.map(all -> without(all, out)));
    }

    private static List<Layer> without(List<Layer> levels, Set<StatementRef> out) {
        return levels.stream().map(layer -> layer.without(out)).toList();
    }

    /** Every layer that was supplied, in the order of the record. */
    List<Layer> all() {
        List<Layer> all = new ArrayList<>();
        identity.ifPresent(all::add);
        boundary.ifPresent(all::add);
        session.ifPresent(all::add);
        resource.ifPresent(all::add);
        endpoint.ifPresent(all::add);
        serviceControl.ifPresent(all::addAll);
        resourceControl.ifPresent(all::addAll);
        return all;
    }

    private record Builder(boolean hasBoundary, PolicyCompiler compiler) {
        Layer layer(PolicyKind kind, List<AttachedPolicy> policies) {
            return layer(kind, kind.text(), policies);
        }

        List<Layer> levels(PolicyKind kind, List<PolicyLevel> levels) {
            List<Layer> all = new ArrayList<>(levels.size());
            for (PolicyLevel level : levels) {
                all.add(layer(kind, level.name(), level.policies()));
            }
            return List.copyOf(all);
        }

        private Layer layer(PolicyKind kind, String name, List<AttachedPolicy> policies) {
            List<CompiledStatement> statements = new ArrayList<>();
            policies.forEach(policy -> statements.addAll(compiler.statements(kind, policy)));
            return new Layer(kind, name, hasBoundary, List.copyOf(statements));
        }
    }
}
