// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.model.Action;
import io.execward.model.Arn;
import io.execward.model.Context;
import io.execward.model.Principal;
import io.execward.model.Request;
import io.execward.model.Resource;
import java.util.Optional;

/** One resource of a request with all that statements are matched against (R-EVAL-15). */
record Check(Request request, Principal principal, Action action, Resource resource, Context context) {
    static Check of(Request request, Resource resource) {
        Context context = request.context().plus(resource.context());
        return new Check(request, request.principal(), request.action(), resource, context);
    }

    /** True for callers that have identity policies and can have a boundary: users, role sessions and federated users. */
    boolean hasIdentitySide() {
        return principal instanceof Principal.User
                || principal instanceof Principal.RoleSession
                || principal instanceof Principal.FederatedUser;
    }

    /** The owner of the resource: as told, else by its ARN, else the caller's account (R-ARN-04); empty if there is none. */
    String owner() {
        if (request.resourceAccount().isPresent()) {
            return request.resourceAccount().get();
        }
        Optional<Arn> arn = resource.arn();
        boolean told = arn.isPresent() && !arn.get().account().isEmpty();
        return told ? arn.get().account() : principal.account().orElse("");
    }
}
