// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.ecs.ResourceEngines;
import io.execward.evaluate.PolicyEngine;
import io.execward.model.Arn;
import io.execward.model.AttachedPolicy;
import io.execward.model.PolicySet;
import io.execward.model.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One identity's engine, and one more for each policy of a KMS key that it meets. */
final class AccountEngines implements ResourceEngines {
    private final PolicySet policies;
    private final AccountSnapshot account;
    private final PolicyEngine plain;
    private final Map<AttachedPolicy, PolicyEngine> withKey = new ConcurrentHashMap<>();

    AccountEngines(PolicySet policies, AccountSnapshot account) {
        this.policies = policies;
        this.account = account;
        this.plain = PolicyEngine.compile(policies, account.sources());
    }

    @Override
    public PolicyEngine on(Resource resource) {
        Optional<AttachedPolicy> policy = resource.arn()
                .map(Arn::service)
                .filter(service -> service.equals("kms"))
                .flatMap(service -> account.resourcePolicy(service, resource));
        return policy.map(each -> withKey.computeIfAbsent(each, this::compiled)).orElse(plain);
    }

    private PolicyEngine compiled(AttachedPolicy key) {
        return PolicyEngine.compile(policies.toBuilder().resource(key).build(), account.sources());
    }
}
