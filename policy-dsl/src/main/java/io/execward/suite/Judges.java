// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.diagnostic.SourceMap;
import io.execward.ecs.ResourceEngines;
import io.execward.evaluate.PolicyEngine;
import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.PolicyKind;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The policies of a test, compiled when first asked: one engine, and one more for each resource that has a policy of its own. */
final class Judges implements ResourceEngines {
    /** Stands for all roles that have no trust policy of their own: no trust policy speaks about anything else. */
    static final String ANY_ROLE = "role/*";

    private final PolicySet policies;
    private final Map<String, AttachedPolicy> onResources;
    private final Map<AttachedPolicy, SourceMap> sources;
    private final Map<String, PolicyEngine> known = new HashMap<>();
    private @Nullable PolicyEngine engine;

    /** @param onResources policies of resources, by ARN; they stand there instead of the resource policy of the set */
    Judges(PolicySet policies, Map<String, AttachedPolicy> onResources, Map<AttachedPolicy, SourceMap> sources) {
        this.policies = policies;
        this.onResources = Map.copyOf(onResources);
        this.sources = Map.copyOf(sources);
    }

    PolicySet policies() {
        return policies;
    }

    boolean isOne() {
        return onResources.isEmpty();
    }

    PolicyEngine engine() {
        PolicyEngine compiled = engine;
        if (compiled == null) {
            compiled = PolicyEngine.compile(policies, sources);
            engine = compiled;
        }
        return compiled;
    }

    @Override
    public PolicyEngine on(Resource resource) {
        AttachedPolicy own = onResources.get(resource.text());
        if (own == null && isRole(resource)) {
            own = onResources.get(ANY_ROLE);
        }
        return own == null ? engine() : engine(resource.text(), own);
    }

    private PolicyEngine engine(String resource, AttachedPolicy own) {
        return known.computeIfAbsent(
                resource,
                arn -> PolicyEngine.compile(policies.toBuilder().resource(own).build(), sources));
    }

    private static boolean isRole(Resource resource) {
        return Arn.tryOf(resource.text())
                .filter(arn -> arn.service().equals("iam") && arn.resource().startsWith("role/"))
                .isPresent();
    }

    boolean has(TestedPolicy policy) {
        boolean[] has = {onResources.values().stream().anyMatch(own -> policy.is(PolicyKind.RESOURCE, own))};
        map((kind, attached) -> {
            has[0] |= policy.is(kind, attached);
            return attached;
        });
        return has[0];
    }

    /** The names of the policies in this layer. */
    List<String> names(PolicyKind kind) {
        List<String> names = new ArrayList<>();
        map((each, attached) -> {
            if (each == kind) {
                names.add(attached.name());
            }
            return attached;
        });
        return names;
    }

    /** The same with another text of this policy, which stands nowhere. */
    Judges with(TestedPolicy policy, AttachedPolicy instead) {
        PolicySet changed = map((kind, attached) -> policy.is(kind, attached) ? instead : attached);
        return new Judges(changed, onEach(own -> policy.is(PolicyKind.RESOURCE, own) ? instead : own), sources);
    }

    /** The same with every policy changed so. */
    Judges withEach(UnaryOperator<AttachedPolicy> change) {
        return new Judges(map((kind, attached) -> change.apply(attached)), onEach(change), Map.of());
    }

    private Map<String, AttachedPolicy> onEach(UnaryOperator<AttachedPolicy> change) {
        Map<String, AttachedPolicy> changed = new TreeMap<>();
        onResources.forEach((arn, own) -> changed.put(arn, change.apply(own)));
        return changed;
    }

    private interface Change {
        AttachedPolicy of(PolicyKind kind, AttachedPolicy policy);
    }

    private PolicySet map(Change change) {
        return new PolicySet(
                policies.identity().map(all -> map(PolicyKind.IDENTITY, all, change)),
                policies.boundary().map(one -> change.of(PolicyKind.PERMISSIONS_BOUNDARY, one)),
                policies.session().map(all -> map(PolicyKind.SESSION, all, change)),
                policies.resource().map(one -> change.of(PolicySet.resourceKind(one.policy()), one)),
                policies.endpoint().map(one -> change.of(PolicyKind.VPC_ENDPOINT, one)),
                policies.serviceControl().map(levels -> levels(PolicyKind.SERVICE_CONTROL, levels, change)),
                policies.resourceControl().map(levels -> levels(PolicyKind.RESOURCE_CONTROL, levels, change)));
    }

    private static List<PolicyLevel> levels(PolicyKind kind, List<PolicyLevel> levels, Change change) {
        return levels.stream()
                .map(level -> new PolicyLevel(level.name(), map(kind, level.policies(), change)))
                .toList();
    }

    private static List<AttachedPolicy> map(PolicyKind kind, List<AttachedPolicy> policies, Change change) {
        return policies.stream().map(policy -> change.of(kind, policy)).toList();
    }
}
