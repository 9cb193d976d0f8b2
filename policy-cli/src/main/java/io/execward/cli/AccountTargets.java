// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.AccountSnapshot;
import io.execward.account.EcsCluster;
import io.execward.account.EcsService;
import io.execward.account.EcsTask;
import io.execward.account.IamIdentity;
import io.execward.account.TaskDefinition;
import io.execward.model.Action;
import io.execward.model.AttachedPolicy;
import io.execward.model.Context;
import io.execward.model.PolicySet;
import io.execward.model.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the documents tell about both ends of a call. */
final class AccountTargets {
    private AccountTargets() {}

    /**
     * The policies that judge what the identity does to the resources.
     *
     * @param more what no document of an account has: session policies, the endpoint's, the policy of another resource
     * @throws UsageError if the resources have policies of different kinds, or one that was told is in the documents
     */
    static PolicySet policies(
            AccountSnapshot account, IamIdentity identity, Action action, List<Resource> resources, PolicySet more) {
        PolicySet set = account.policies(identity, action, resources.get(0));
        for (Resource resource : resources) {
            if (!account.policies(identity, action, resource).equals(set)) {
                throw new UsageError("--resource: `" + resources.get(0).text() + "` and `" + resource.text()
                        + "` have policies of their own: ask for one at a time");
            }
        }
        if (set.resource().isPresent() && more.resource().isPresent()) {
            throw new UsageError("--resource-policy: the documents of the account tell the policy of `"
                    + resources.get(0).text() + "`, or would: leave the option out");
        }
        PolicySet.Builder all = set.toBuilder();
        more.session().ifPresent(policies -> all.session(policies.toArray(AttachedPolicy[]::new)));
        more.resource().ifPresent(all::resource);
        more.endpoint().ifPresent(all::endpoint);
        return all.build();
    }

    /**
     * What the documents tell about the tags of the resources of a call: those of the one resource, none of several that are alike, or
     * that nobody knows them. A Deny by tag must not get lost because nobody typed the tag (R-EXEC-118).
     */
    static Context tags(AccountSnapshot account, List<Resource> resources) {
        List<Optional<Map<String, String>>> all = resources.stream()
                .map(resource -> tags(account, resource))
                .distinct()
                .toList();
        Context.Builder facts = Context.builder();
        for (String family : List.of("aws:ResourceTag/", "ecs:ResourceTag/")) {
            if (all.size() == 1 && all.get(0).isPresent()) {
                all.get(0).get().forEach((key, value) -> facts.put(family + key, value));
            } else {
                facts.unknownFamily(family);
            }
        }
        return facts.build();
    }

    /** Empty if they are not known; {@code *} has none. */
    private static Optional<Map<String, String>> tags(AccountSnapshot account, Resource resource) {
        if (resource.text().equals("*")) {
            return Optional.of(Map.of());
        }
        String arn = resource.text();
        return account.task(arn)
                .flatMap(EcsTask::tags)
                .or(() -> account.clusters().stream()
                        .filter(cluster -> cluster.arn().toString().equals(arn))
                        .findFirst()
                        .flatMap(EcsCluster::tags))
                .or(() -> account.services().stream()
                        .filter(service -> service.arn().equals(arn))
                        .findFirst()
                        .flatMap(EcsService::tags))
                .or(() -> account.taskDefinition(arn).flatMap(TaskDefinition::tags))
                .or(() -> account.identity(arn).flatMap(IamIdentity::tags));
    }
}
