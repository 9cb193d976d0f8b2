// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.model.AttachedPolicy;
import io.execward.model.Policy;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A statement of a policy set by its number: statements are counted through all layers, in the order in which an engine names them.
 *
 * @param index the statement's place in its policy, from 0
 */
record Numbered(int number, Policy policy, int index) {
    static List<Numbered> of(PolicySet policies) {
        List<Numbered> all = new ArrayList<>();
        policies.forEachPolicy(attached -> {
            for (int i = 0; i < attached.policy().statements().size(); i++) {
                all.add(new Numbered(all.size(), attached.policy(), i));
            }
        });
        return all;
    }

    Statement statement() {
        return policy.statements().get(index);
    }

    Optional<Region> region() {
        return Regions.of(policy, statement());
    }

    /** The set without these statements; every layer is still there. */
    static PolicySet without(PolicySet policies, Set<Integer> numbers) {
        return mapped(
                policies,
                numbered -> numbers.contains(numbered.number()) ? Optional.empty() : Optional.of(numbered.statement()));
    }

    /** The set with another statement in the place of one. */
    static PolicySet with(PolicySet policies, int number, Statement statement) {
        return mapped(
                policies, numbered -> Optional.of(numbered.number() == number ? statement : numbered.statement()));
    }

    private static PolicySet mapped(PolicySet policies, Function<Numbered, Optional<Statement>> change) {
        Mapping mapping = new Mapping(change);
        return new PolicySet(
                policies.identity().map(mapping::all),
                policies.boundary().map(mapping::one),
                policies.session().map(mapping::all),
                policies.resource().map(mapping::one),
                policies.endpoint().map(mapping::one),
                policies.serviceControl().map(mapping::levels),
                policies.resourceControl().map(mapping::levels));
    }

    private static final class Mapping {
        private final Function<Numbered, Optional<Statement>> change;
        private int next;

        Mapping(Function<Numbered, Optional<Statement>> change) {
            this.change = change;
        }

        List<PolicyLevel> levels(List<PolicyLevel> levels) {
            return levels.stream()
                    .map(level -> new PolicyLevel(level.name(), all(level.policies())))
                    .toList();
        }

        List<AttachedPolicy> all(List<AttachedPolicy> policies) {
            return policies.stream().map(this::one).toList();
        }

        AttachedPolicy one(AttachedPolicy attached) {
            Policy policy = attached.policy();
            List<Statement> statements = new ArrayList<>();
            for (int i = 0; i < policy.statements().size(); i++) {
                change.apply(new Numbered(next++, policy, i)).ifPresent(statements::add);
            }
            return new AttachedPolicy(attached.name(), new Policy(policy.version(), policy.id(), statements));
        }
    }
}
