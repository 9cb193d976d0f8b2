// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.Verdict;
import io.execward.match.Tri;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.PrincipalPattern;
import io.execward.model.Request;
import io.execward.model.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts requests that a search found to the engine. Without a policy on the resource, a request that needs one (for a key, for a role)
 * is decided as if there were one that leaves the decision to the caller's account, and the witness says so.
 */
final class Replay {
    private static final String DELEGATES =
            "the resource's own policy, which was not supplied, would have to leave the decision to the caller's account";

    private Replay() {}

    /** What a claim says of a request. */
    interface Check {
        /**
         * Whether the engine finds the claim false of the request.
         *
         * @param delegated whether to suppose a policy on the resource
         */
        boolean isRefutedBy(Request request, boolean delegated);
    }

    /**
     * The witness.
     *
     * @throws IllegalStateException if the engine does not find the claim false of it: search and engine disagree, and no answer of
     *     this library's can be trusted where they do
     */
    static Witness of(List<Request> requests, List<Check> checks) {
        for (boolean delegated : new boolean[] {false, true}) {
            boolean shows = true;
            for (int i = 0; i < requests.size(); i++) {
                shows &= checks.get(i).isRefutedBy(requests.get(i), delegated);
            }
            if (shows) {
                List<String> breaks = new ArrayList<>(Ties.broken(requests));
                if (delegated) {
                    breaks.add(DELEGATES);
                }
                return new Witness(requests, breaks);
            }
        }
        throw new IllegalStateException("the engine does not decide as the analysis does; please report " + requests);
    }

    /** Whether policies allow a request. */
    static Check allowed(PolicySet policies) {
        PolicyEngine[] engines = new PolicyEngine[2]; // compiled when they are needed
        return (request, delegated) -> {
            int i = delegated ? 1 : 0;
            if (engines[i] == null) {
                engines[i] = PolicyEngine.compile(delegated ? delegating(policies, request.principal()) : policies);
            }
            return engines[i].decide(request) == Verdict.ALLOWED;
        };
    }

    static Check not(Check check) {
        return (request, delegated) -> !check.isRefutedBy(request, delegated);
    }

    static Check both(Check one, Check other) {
        return (request, delegated) -> one.isRefutedBy(request, delegated) && other.isRefutedBy(request, delegated);
    }

    static Check either(Check one, Check other) {
        return (request, delegated) -> one.isRefutedBy(request, delegated) != other.isRefutedBy(request, delegated);
    }

    /** Whether a statement matches. */
    static Check matches(Box box) {
        return (request, delegated) -> request.resources().stream()
                .allMatch(resource -> box.matcher()
                        .applies(request.action(), resource, request.context())
                        .equals(Tri.TRUE));
    }

    private static PolicySet delegating(PolicySet policies, Principal principal) {
        if (policies.resource().isPresent() || principal.account().isEmpty()) {
            return policies;
        }
        Statement statement = Statement.of(
                        Effect.ALLOW,
                        Region.everything().actions(),
                        Region.everything().resources())
                .forPrincipals(PrincipalPattern.Aws.of(principal.account().orElseThrow()));
        return policies.toBuilder().resource(Policy.of(statement)).build();
    }
}
