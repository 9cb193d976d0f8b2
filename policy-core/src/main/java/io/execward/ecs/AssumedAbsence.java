// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Request;
import io.execward.model.Resource;
import java.util.Set;

/**
 * Completes a request, targets included: what is unknown and was not said to be so is absent. Keys that AWS sends with every signed
 * request stay unknown, for their absence would be a false fact (section E.2 of the IAM rules).
 */
final class AssumedAbsence {
    private static final Set<String> ALWAYS_SENT = Set.of(
            "aws:principalarn",
            "aws:currenttime",
            "aws:epochtime",
            "aws:requestedregion",
            "aws:securetransport",
            "aws:useragent",
            "aws:userid",
            "aws:viaawsservice");

    private AssumedAbsence() {}

    /** @param told what was told, which stays as it is */
    static Request of(Request request, Context told) {
        return request.on(request.resources().stream()
                        .map(resource -> resource(resource, told))
                        .toList())
                .with(completed(request.context(), told));
    }

    private static Resource resource(Resource resource, Context told) {
        return resource.with(completed(resource.context(), told));
    }

    private static Context completed(Context context, Context told) {
        Context.Builder complete = Context.builder();
        context.keys().forEach(key -> {
            boolean sent = ALWAYS_SENT.contains(key.folded());
            boolean open = context.isUnknown(key) && !told.isUnknown(key) && !sent;
            complete.put(key, open ? ContextValue.ABSENT : context.get(key));
        });
        return complete.build();
    }
}
