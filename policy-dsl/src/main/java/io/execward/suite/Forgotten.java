// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Request;
import io.execward.model.Resource;
import java.util.List;

/** A request as it would be if some facts had not been told. */
final class Forgotten {
    private Forgotten() {}

    static Request without(List<MissingFact> facts, Request request) {
        List<ConditionKey> ofCall = facts.stream()
                .flatMap(fact -> fact.keys().stream())
                .filter(key -> !isOfResource(key))
                .toList();
        return request.with(request.context().plus(unknown(ofCall)))
                .on(request.resources().stream()
                        .map(resource -> without(facts, resource))
                        .toList());
    }

    /** Facts of the whole call stay one fact: only what is told of the resource alone is forgotten there. */
    private static Resource without(List<MissingFact> facts, Resource resource) {
        List<ConditionKey> of = facts.stream()
                .filter(fact -> fact.isOfType(resource.text()))
                .flatMap(fact -> fact.keys().stream())
                .filter(key -> isOfResource(key) || !(resource.context().get(key) instanceof ContextValue.Absent))
                .toList();
        return of.isEmpty() ? resource : resource.with(resource.context().plus(unknown(of)));
    }

    private static boolean isOfResource(ConditionKey key) {
        return key.folded().startsWith("aws:resourcetag/") || key.folded().startsWith("ecs:resourcetag/");
    }

    private static Context unknown(List<ConditionKey> keys) {
        Context.Builder facts = Context.builder();
        keys.forEach(key -> facts.put(key, ContextValue.UNKNOWN));
        return facts.build();
    }
}
