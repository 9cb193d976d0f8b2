// SPDX-License-Identifier: Apache-2.0
package io.execward.cases;

import io.execward.account.AccountSnapshot;
import io.execward.account.EcsCluster;
import io.execward.account.EcsTask;
import io.execward.account.IamIdentity;
import io.execward.ecs.Caller;
import io.execward.ecs.ExecRequest;
import io.execward.ecs.ResourceEngines;
import io.execward.evaluate.PolicyEngine;
import io.execward.model.Action;
import io.execward.model.Principal;
import io.execward.model.Resource;
import java.util.Map;
import java.util.Optional;

/** What the documents tell about both ends of a call. */
public final class AccountCalls {
    private AccountCalls() {}

    /**
     * Who calls, with what the documents tell about it.
     *
     * @param text as the user wrote it: a session's ARN names the session too
     */
    public static Caller caller(AccountSnapshot account, IamIdentity identity, String text) {
        Caller caller = account.caller(identity);
        if (!text.startsWith("arn:")) {
            return caller;
        }
        Principal written = Principal.of(text);
        Principal who = written instanceof Principal.RoleSession session ? session.ofRoleArn(identity.arn()) : written;
        return new Caller(who, caller.tags(), caller.told(), caller.untold(), caller.flags());
    }

    /** The engine that judges what the identity does to the resource, with the resource's own policy. */
    public static PolicyEngine engine(
            AccountSnapshot account, IamIdentity identity, ResourceEngines engines, Action action, Resource resource) {
        // Only this service asks what a role itself says, so that other calls on roles share one engine.
        return action.service().equals("sts")
                ? PolicyEngine.compile(account.policies(identity, action, resource), account.sources())
                : engines.on(resource);
    }

    /** The request with the tags of cluster and task, where the documents tell them. */
    public static ExecRequest tagged(AccountSnapshot account, ExecRequest request, EcsTask task) {
        Optional<Map<String, String>> ofCluster =
                account.cluster(task.cluster()).flatMap(EcsCluster::tags);
        ExecRequest tagged = ofCluster.map(request::clusterTagged).orElse(request);
        return task.tags().map(tagged::taskTagged).orElse(tagged);
    }
}
