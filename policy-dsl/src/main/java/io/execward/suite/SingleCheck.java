// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.catalog.Answer;
import io.execward.catalog.ServiceCatalog;
import io.execward.ecs.Caller;
import io.execward.ecs.Untold;
import io.execward.model.Action;
import io.execward.model.AttachedPolicy;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import io.execward.model.Resource;
import io.execward.model.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The request of {@code expect action … on …}. What a test does not tell is unknown, but for keys that the action never carries by the
 * service catalog, and but for everything if the caller brings nothing else.
 */
final class SingleCheck {
    private SingleCheck() {}

    /**
     * The request.
     *
     * @param tags of the resource, all there are; empty if not told
     * @param policies whose conditions will be asked
     */
    static Request request(
            Caller caller, Action action, String resource, Optional<Map<String, String>> tags, PolicySet policies) {
        boolean complete = caller.untold() != Untold.UNKNOWN;
        Context.Builder facts = Context.builder();
        if (!complete) {
            facts.unknownFamily("");
            policies.forEachPolicy(policy -> neverCarried(policy, action, facts));
        }
        tags.ifPresent(all -> {
            facts.addAll(tagged("aws:ResourceTag/", all));
            if (action.service().equals("ecs")) {
                facts.addAll(tagged("ecs:ResourceTag/", all));
            }
        });
        // What was told of the resource's tags is all of them, so that others are known to be absent.
        tags.ifPresent(all -> policies.forEachPolicy(policy -> otherTags(policy, all, facts)));
        return new Request(
                caller.principal(),
                action,
                List.of(Resource.of(resource)),
                Optional.empty(),
                facts.build().plus(caller.context()),
                caller.flags());
    }

    private static Context tagged(String prefix, Map<String, String> tags) {
        Context.Builder facts = Context.builder();
        tags.forEach((key, value) -> facts.put(prefix + key, value));
        return facts.build();
    }

    private static void neverCarried(AttachedPolicy policy, Action action, Context.Builder facts) {
        for (Statement statement : policy.policy().statements()) {
            for (Condition condition : statement.conditions()) {
                if (ServiceCatalog.bundled().takes(action, condition.key()) == Answer.NO) {
                    facts.absent(condition.key().name());
                }
            }
        }
    }

    private static void otherTags(AttachedPolicy policy, Map<String, String> tags, Context.Builder facts) {
        for (Statement statement : policy.policy().statements()) {
            for (Condition condition : statement.conditions()) {
                if (isUntoldTag(condition.key(), tags)) {
                    facts.absent(condition.key().name());
                }
            }
        }
    }

    private static boolean isUntoldTag(ConditionKey key, Map<String, String> tags) {
        return (key.folded().startsWith("aws:resourcetag/") || key.folded().startsWith("ecs:resourcetag/"))
                && tags.keySet().stream()
                        .noneMatch(tag -> ConditionKey.of("aws:ResourceTag/" + tag)
                                .folded()
                                .equals("aws:resourcetag/" + key.folded().substring("aws:resourcetag/".length())));
    }
}
