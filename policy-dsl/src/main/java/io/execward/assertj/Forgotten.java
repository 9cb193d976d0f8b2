// SPDX-License-Identifier: Apache-2.0
package io.execward.assertj;

import io.execward.ecs.OperationRequest;
import io.execward.ecs.ResourceEngines;
import io.execward.evaluate.Decision;
import io.execward.evaluate.DecisionPrinter;
import io.execward.evaluate.Fact;
import io.execward.evaluate.Undecided;
import io.execward.evaluate.Verdict;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Request;
import io.execward.model.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A request as it would be if some facts had not been told. */
final class Forgotten {
    private Forgotten() {}

    /** Why the request without these facts is not undecided on each of them; empty if it is. */
    static Optional<String> difference(OperationRequest request, List<String> keys, ResourceEngines engines) {
        List<ConditionKey> forgotten = keys.stream().map(ConditionKey::of).toList();
        List<Decision> decisions = new ArrayList<>();
        for (Request part : request.requests()) {
            decisions.add(engines.on(part.resources().get(0)).explain(without(forgotten, part)));
        }
        Set<String> matter = new HashSet<>();
        for (Decision decision : decisions) {
            decision.undecided().map(Undecided::facts).orElse(List.of()).stream()
                    .map(Fact::key)
                    .map(ConditionKey::folded)
                    .forEach(matter::add);
        }
        boolean denied =
                decisions.stream().anyMatch(decision -> decision.verdict().isDenied());
        List<String> idle = forgotten.stream()
                .filter(key -> denied || !matter.contains(key.folded()))
                .map(key -> "`" + key + "`")
                .toList();
        if (idle.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder("Expected " + Words.of(request) + "\nto be " + Verdict.UNDECIDED
                + " without "
                + String.join(", ", keys.stream().map(key -> "`" + key + "`").toList()) + ", but "
                + String.join(", ", idle) + (idle.size() == 1 ? " does" : " do")
                + " not matter. What follows is the decision without what was to be forgotten:\n\n");
        decisions.forEach(decision -> text.append(DecisionPrinter.print(decision)));
        return Optional.of(text.toString());
    }

    private static Request without(List<ConditionKey> keys, Request request) {
        Context context = request.context()
                .plus(unknown(keys.stream().filter(key -> !isOfResource(key)).toList()));
        List<Resource> resources = request.resources().stream()
                .map(resource -> without(keys, resource))
                .toList();
        return request.with(context).on(resources);
    }

    /** Facts of the whole call stay one fact: only what is told of the resource alone is forgotten there. */
    private static Resource without(List<ConditionKey> keys, Resource resource) {
        List<ConditionKey> of = keys.stream()
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
