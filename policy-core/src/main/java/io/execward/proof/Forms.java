// SPDX-License-Identifier: Apache-2.0
package io.execward.proof;

import io.execward.model.AttachedPolicy;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.Request;
import java.util.List;

/** Policies and requests in the forms that questions and answers need. */
final class Forms {
    private Forms() {}

    /**
     * Without policies of endpoints, which can only take away: what holds without them holds, and what fails is put to the engine with
     * them.
     */
    static PolicySet withoutLimits(PolicySet policies) {
        PolicySet.Builder fewer = PolicySet.builder();
        policies.identity().ifPresent(all -> fewer.identity(all.toArray(AttachedPolicy[]::new)));
        policies.boundary().ifPresent(fewer::boundary);
        policies.session().ifPresent(all -> fewer.session(all.toArray(AttachedPolicy[]::new)));
        policies.resource().ifPresent(fewer::resource);
        policies.serviceControl().ifPresent(all -> fewer.serviceControl(all.toArray(PolicyLevel[]::new)));
        policies.resourceControl().ifPresent(all -> fewer.resourceControl(all.toArray(PolicyLevel[]::new)));
        return fewer.build();
    }

    /** Tags that policies look at and the resource does not have are said to be absent, lest somebody take them for unknown. */
    static Request withAbsentTags(Request request, PolicySet policies) {
        Context facts = request.context().plus(request.resources().get(0).context());
        Context.Builder absent = Context.builder();
        KeysRead.by(policies, List.of()).stream()
                .filter(key -> key.folded().contains(":resourcetag/") && facts.get(key) instanceof ContextValue.Absent)
                .forEach(key -> absent.put(key, ContextValue.ABSENT));
        return request.with(request.context().plus(absent.build()));
    }
}
