// SPDX-License-Identifier: Apache-2.0
package io.execward.proof;

import io.execward.analyze.Region;
import io.execward.analyze.Subject;
import io.execward.model.AttachedPolicy;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Policy;
import io.execward.model.PolicySet;
import io.execward.model.Principal;
import io.execward.model.Request;
import io.execward.model.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether requests, one for each check and all at once, are ever allowed.
 *
 * @param checks what each request has to be like
 * @param facts of every such request: a key that they do not name is in none, one that is unknown may be anything
 * @param leavingOut requests that are not meant although they are like a check: a Deny of them, since a check cannot say it
 * @param real requests instead of those of a witness, which keep the ties between facts; the most telling first
 */
record Question(
        List<Region> checks,
        Context facts,
        Optional<Statement> leavingOut,
        Function<List<Request>, List<List<Request>>> real) {
    /** The name of the policy that leaves requests out. */
    static final String LEFT_OUT = "what is not asked about";

    static Question of(List<Region> checks, Context facts, Function<List<Request>, List<List<Request>>> real) {
        return new Question(checks, facts, Optional.empty(), real);
    }

    Question leavingOut(Statement deny) {
        return new Question(checks, facts, Optional.of(deny), real);
    }

    Subject subject(PolicyHolder holder) {
        PolicySet asked = Forms.withoutLimits(holder.policies());
        PolicySet policies = leavingOut
                .map(deny -> asked.toBuilder()
                        .identity(new AttachedPolicy(LEFT_OUT, Policy.of(deny)))
                        .build())
                .orElse(asked);
        return new Subject(holder.caller().principal(), policies, known(holder, policies));
    }

    /**
     * Sessions of roles may carry what the identity provider said of who assumed them; such keys are named after the provider.
     */
    private static boolean mayBeOfProvider(PolicyHolder holder, ConditionKey key) {
        String prefix = key.folded().substring(0, Math.max(0, key.folded().indexOf(':')));
        return holder.caller().principal() instanceof Principal.RoleSession
                && (prefix.equals("saml") || prefix.indexOf('.') >= 0);
    }

    /** What can be seen of the facts: absence counts only of keys that somebody looks at. */
    private Context known(PolicyHolder holder, PolicySet policies) {
        Context.Builder known = Context.builder();
        for (ConditionKey key : facts.keys()) {
            if (facts.get(key) instanceof ContextValue.Present) {
                known.put(key, facts.get(key));
            }
        }
        for (ConditionKey key : KeysRead.by(policies, checks)) {
            if (!facts.isUnknown(key) && !mayBeOfProvider(holder, key)) {
                known.put(key, facts.get(key));
            }
        }
        return known.build();
    }
}
