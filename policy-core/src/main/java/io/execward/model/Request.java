// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One call to judge: who does what to which resources, and the facts around it. A plain request is complete: a context key that it
 * does not name is absent.
 *
 * @param resources at least one; a call on several is allowed only if it is allowed on each (R-EVAL-15)
 * @param resourceAccount who owns the resources; if empty, the account in the ARN, else the caller's (R-ARN-04)
 * @param context the facts that hold for every resource
 */
public record Request(
        Principal principal,
        Action action,
        List<Resource> resources,
        Optional<String> resourceAccount,
        Context context,
        Set<RequestFlag> flags) {
    /** @throws IllegalArgumentException if there is no resource, or the owner is not a 12-digit account id */
    public Request {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(action, "action");
        resources = List.copyOf(resources);
        Objects.requireNonNull(context, "context");
        flags = Set.copyOf(flags);
        if (resources.isEmpty()) {
            throw new IllegalArgumentException("a request names at least one resource, or `*`");
        }
        if (resourceAccount.isPresent() && !Arn.isAccountId(resourceAccount.get())) {
            throw new IllegalArgumentException(
                    "`" + resourceAccount.get() + "` is not an account: write the 12 digits of the resource's owner");
        }
    }

    /** A request with an empty context; see {@link #with}. */
    public static Request of(Principal principal, Action action, Resource... resources) {
        return new Request(principal, action, List.of(resources), Optional.empty(), Context.empty(), Set.of());
    }

    /** A request from the printed forms. */
    public static Request of(String principal, String action, String resource) {
        return of(Principal.of(principal), Action.of(action), Resource.of(resource));
    }

    /** The same request with this context in place of its own. */
    public Request with(Context newContext) {
        return new Request(principal, action, resources, resourceAccount, newContext, flags);
    }

    /** The same request on these resources. */
    public Request on(List<Resource> newResources) {
        return new Request(principal, action, newResources, resourceAccount, context, flags);
    }

    /** The same request on resources that this account owns. */
    public Request ownedBy(String account) {
        return new Request(principal, action, resources, Optional.of(account), context, flags);
    }

    /** The same request with these flags in place of its own. */
    public Request with(RequestFlag... newFlags) {
        return new Request(principal, action, resources, resourceAccount, context, Set.of(newFlags));
    }
}
