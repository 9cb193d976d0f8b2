// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.ecs.OperationDecision;
import io.execward.ecs.OperationRequest;
import io.execward.ecs.ResourceEngines;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.model.AttachedPolicy;
import io.execward.model.PolicySet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what is granted with what may be granted at most, call by call. */
final class Ceiling {
    private Ceiling() {}

    /** The calls that go beyond the ceiling, in words; empty if none does. */
    static Optional<String> excess(List<OperationRequest> calls, ResourceEngines engines, PolicySet ceiling) {
        ResourceEngines highest = beside(engines, ceiling);
        List<String> beyond = new ArrayList<>();
        List<String> why = new ArrayList<>();
        for (OperationRequest call : calls) {
            OperationDecision granted = call.explain(engines);
            if (!Refusal.isSure(granted)) {
                OperationDecision limit = call.explain(highest);
                if (limit.verdict() != Verdict.ALLOWED) {
                    beyond.add(granted.verdict() + ", under the ceiling " + limit.verdict() + ": "
                            + Words.of(call).replace('\n', ' '));
                    why.add("granted:\n" + granted.print() + "\nunder the ceiling:\n" + limit.print());
                }
            }
        }
        return beyond.isEmpty()
                ? Optional.empty()
                : Optional.of("Expected nothing beyond the ceiling, but of " + calls.size()
                        + " calls of the inventory these go beyond it or may:\n" + Words.list(beyond, why));
    }

    /** The policy of a resource is not the caller's: it is the same on both sides, unless the ceiling has one. */
    private static ResourceEngines beside(ResourceEngines engines, PolicySet ceiling) {
        Map<Optional<AttachedPolicy>, PolicyEngine> compiled = new HashMap<>();
        return resource -> {
            Optional<AttachedPolicy> policy =
                    ceiling.resource().or(() -> engines.on(resource).policies().resource());
            return compiled.computeIfAbsent(policy, it -> {
                PolicySet.Builder set = ceiling.toBuilder();
                it.ifPresent(set::resource);
                return PolicyEngine.compile(set.build());
            });
        };
    }
}
