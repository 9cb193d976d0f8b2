// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.diagnostic.SourceMap;
import io.execward.model.AttachedPolicy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every layer of a policy set, compiled. A layer that was not supplied is empty. */
record Layers(
        Optional<Layer> identity,
        Optional<Layer> boundary,
        Optional<Layer> session,
        Optional<Layer> resource,
        Optional<Layer> endpoint,
        Optional<List<Layer>> serviceControl,
        Optional<List<Layer>> resourceControl) {
    static Layers compile(PolicySet set, Map<AttachedPolicy, SourceMap> sources) {
        Compiler compiler = new Compiler(set.boundary().isPresent(), sources);
        return new Layers(
                set.identity().map(all -> compiler.layer(PolicyKind.IDENTITY, all)),
                set.boundary().map(one -> compiler.layer(PolicyKind.PERMISSIONS_BOUNDARY, List.of(one))),
                set.session().map(all -> compiler.layer(PolicyKind.SESSION, all)),
                set.resource().map(one -> compiler.layer(PolicySet.resourceKind(one.policy()), List.of(one))),
                set.endpoint().map(one -> compiler.layer(PolicyKind.VPC_ENDPOINT, List.of(one))),
                set.serviceControl().map(all -> compiler.levels(PolicyKind.SERVICE_CONTROL, all)),
                set.resourceControl().map(all -> compiler.levels(PolicyKind.RESOURCE_CONTROL, all)));
    }

    private record Compiler(boolean hasBoundary, Map<AttachedPolicy, SourceMap> sources) {
        Layer layer(PolicyKind kind, List<AttachedPolicy> policies) {
            return new Layer(kind, kind.text(), policies, hasBoundary, sources);
        }

        List<Layer> levels(PolicyKind kind, List<PolicyLevel> levels) {
            List<Layer> all = new ArrayList<>(levels.size());
            for (PolicyLevel level : levels) {
                all.add(new Layer(kind, level.name(), level.policies(), hasBoundary, sources));
            }
            return List.copyOf(all);
        }
    }
}
