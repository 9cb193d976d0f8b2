// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import io.execward.account.AccountSnapshot;
import io.execward.account.IamIdentity;
import io.execward.ecs.ResourceEngines;
import io.execward.evaluate.PolicyEngine;
import io.execward.model.PolicySet;
import java.util.HashMap;
import java.util.Map;

/** The documents, with the engines that were compiled from them so far. For one report, on one thread. */
final class Facts {
    private final AccountSnapshot account;
    private final Map<String, ResourceEngines> engines = new HashMap<>();
    private final Map<PolicySet, PolicyEngine> trusts = new HashMap<>();

    Facts(AccountSnapshot account) {
        this.account = account;
    }

    AccountSnapshot account() {
        return account;
    }

    /** What judges this identity's requests. */
    ResourceEngines engines(IamIdentity identity) {
        return engines.computeIfAbsent(identity.arn().toString(), arn -> account.engines(identity));
    }

    /** What judges who may assume a role. */
    PolicyEngine trust(PolicySet set) {
        return trusts.computeIfAbsent(set, policies -> PolicyEngine.compile(policies, account.sources()));
    }
}
