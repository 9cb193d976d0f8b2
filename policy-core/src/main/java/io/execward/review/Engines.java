// SPDX-License-Identifier: Apache-2.0
package io.execward.review;

import io.execward.account.AccountSnapshot;
import io.execward.account.IamIdentity;
import io.execward.evaluate.PolicyCompiler;
import io.execward.evaluate.PolicyEngine;
import io.execward.evaluate.StatementRef;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The engines of one principal: one for all its calls, and one more for each resource that has a policy of its own. */
class Engines {
    private static final String NONE = "";

    private final AccountSnapshot account;
    private final PolicyCompiler compiler;
    private final IamIdentity identity;
    private final Map<String, PolicyEngine> byResource = new HashMap<>();

    Engines(AccountSnapshot account, PolicyCompiler compiler, IamIdentity identity) {
        this.account = account;
        this.compiler = compiler;
        this.identity = identity;
    }

    /** Requests of one key are judged by one engine: that of the resource's own policy, of which only KMS keys have one here. */
    static String key(Request request) {
        return request.action().service().equals("kms")
                ? request.resources().get(0).text()
                : NONE;
    }

    PolicyEngine of(Request request) {
        return byResource.computeIfAbsent(
                key(request),
                key -> compile(
                        key.equals(NONE)
                                ? account.policies(identity)
                                : account.policies(
                                        identity,
                                        request.action(),
                                        request.resources().get(0))));
    }

    /** The compiler is shared with principals that are judged at the same time. */
    private PolicyEngine compile(PolicySet policies) {
        synchronized (compiler) {
            return compiler.compile(policies);
        }
    }

    /** The same without some statements. */
    Engines without(Collection<StatementRef> statements) {
        return new Engines(account, compiler, identity) {
            private final Map<String, PolicyEngine> left = new HashMap<>();

            @Override
            PolicyEngine of(Request request) {
                return left.computeIfAbsent(
                        key(request), key -> compiler.without(Engines.this.of(request), statements));
            }
        };
    }
}
