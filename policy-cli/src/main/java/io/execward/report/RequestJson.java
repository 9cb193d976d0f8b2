// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Request;
import io.execward.model.Resource;

/** A request in the shape of case files: its context is complete, a key that is not named is absent. */
public final class RequestJson {
    private RequestJson() {}

    /** Writes the members of the object that is begun: principal, action, resource, context. */
    public static void members(JsonLine json, Request request) {
        json.member("principal", request.principal().text());
        json.member("action", request.action().toString());
        if (request.resources().size() == 1) {
            json.member("resource", request.resources().get(0).text());
        } else {
            json.name("resource")
                    .strings(request.resources().stream().map(Resource::text).toList());
        }
        Context facts = request.context();
        for (Resource resource : request.resources()) {
            facts = facts.plus(resource.context());
        }
        Context all = facts;
        json.name("context").object(() -> all.keys().forEach(key -> context(json, key, all.get(key))));
    }

    private static void context(JsonLine json, ConditionKey key, ContextValue value) {
        if (value instanceof ContextValue.Present present) {
            json.name(key.name()).strings(present.values());
        }
    }
}
