// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.model.ActionPattern;
import io.execward.model.AttachedPolicy;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.Context;
import io.execward.model.Effect;
import io.execward.model.Policy;
import io.execward.model.PrincipalPattern;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Stands in for policies whose text was not supplied (R-EXEC-116, R-EXEC-117): everything is allowed if an unknown fact is
 * {@code allows}, untouched if it is {@code says nothing}, and denied otherwise, which is all that a policy can do to a request. So it is
 * the engine that finds whether the policy matters. A request that forgets to say that the fact is unknown is denied, never granted.
 */
final class NotSupplied {
    private static final ConditionOperator DENIES =
            ConditionOperator.of("StringNotEqualsIfExists").orElseThrow();

    private static final String FAMILY = "not-supplied:";

    /** A request meets one policy on its resource at most, so that one fact each will do, whatever the resource. */
    private static final String RESOURCE_POLICY = "resource-policy";

    private static final String TRUST_POLICY = "trust-policy";

    private NotSupplied() {}

    /** What the fact of this key is about; empty if it is not about a policy that was not supplied. */
    static Optional<String> words(ConditionKey key) {
        if (!key.folded().startsWith(FAMILY)) {
            return Optional.empty();
        }
        String about = key.name().substring(FAMILY.length());
        return Optional.of(
                switch (about) {
                    case RESOURCE_POLICY -> "the key policy of the KMS key";
                    case TRUST_POLICY -> "the trust policy of the role";
                    default -> (about.contains(":group/") ? "the policies of the group " : "the policy ") + about;
                });
    }

    /**
     * In the context of every request of the identity: what the absent policies say is not known, even where all else is. Each is
     * named, for a request that is completed keeps only the unknown keys that were told by name.
     */
    static Context facts(IamIdentity identity) {
        Context.Builder facts =
                Context.builder().unknown(FAMILY + RESOURCE_POLICY).unknown(FAMILY + TRUST_POLICY);
        identity.missingPolicies().forEach(missing -> facts.unknown(FAMILY + missing.arn()));
        return facts.build();
    }

    /** In place of an identity policy or a boundary. */
    static AttachedPolicy policy(String arn) {
        return named(arn, arn, Scope.only(new ActionPattern("*")), true, false);
    }

    /** In place of the policy of a resource, for actions of its service. */
    static AttachedPolicy resourcePolicy(String arn) {
        return named("policy of " + arn, RESOURCE_POLICY, Scope.only(new ActionPattern("*")), true, true);
    }

    /** In place of a role's trust policy. */
    static AttachedPolicy trustPolicy(String arn) {
        return named("trust policy of " + arn, TRUST_POLICY, Scope.only(new ActionPattern("sts:*")), false, true);
    }

    private static AttachedPolicy named(
            String name, String key, Scope<ActionPattern> actions, boolean resources, boolean principals) {
        Condition denies = new Condition(DENIES, ConditionKey.of(FAMILY + key), List.of("allows", "says nothing"));
        Condition allows = Condition.of(Comparison.STRING_EQUALS, FAMILY + key, "allows");
        return new AttachedPolicy(
                name + " (not supplied)",
                Policy.of(
                        statement(Effect.DENY, denies, actions, resources, principals),
                        statement(Effect.ALLOW, allows, actions, resources, principals)));
    }

    private static Statement statement(
            Effect effect, Condition condition, Scope<ActionPattern> actions, boolean resources, boolean principals) {
        return new Statement(
                Optional.empty(),
                effect,
                principals ? Optional.of(Scope.only(new PrincipalPattern.Anyone())) : Optional.empty(),
                actions,
                resources ? Optional.of(Scope.only(new ResourcePattern("*"))) : Optional.empty(),
                List.of(condition));
    }
}
