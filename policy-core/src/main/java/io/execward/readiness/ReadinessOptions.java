// SPDX-License-Identifier: Apache-2.0
package io.execward.readiness;

import io.execward.ecs.Caller;
import java.util.Objects;
import java.util.Optional;

/**
 * What a readiness report is to assume. Immutable: every method returns new options.
 *
 * @param internet whether tasks reach AWS without VPC endpoints
 * @param container which containers to judge
 * @param caller who sends the command; empty leaves the rules about the caller out (R-EXEC-94, R-EXEC-95)
 */
public record ReadinessOptions(InternetRoute internet, ContainerChoice container, Optional<Caller> caller) {
    public ReadinessOptions {
        Objects.requireNonNull(internet, "internet");
        Objects.requireNonNull(container, "container");
        Objects.requireNonNull(caller, "caller");
    }

    /** Every container, no caller, and nothing known about the route to the internet. */
    public static ReadinessOptions defaults() {
        return new ReadinessOptions(InternetRoute.UNKNOWN, ContainerChoice.each(), Optional.empty());
    }

    public ReadinessOptions with(InternetRoute route) {
        return new ReadinessOptions(route, container, caller);
    }

    public ReadinessOptions with(ContainerChoice choice) {
        return new ReadinessOptions(internet, choice, caller);
    }

    /** Judges what this user, or this session of a role, may do too; its policies are looked up in the documents. */
    public ReadinessOptions calledBy(Caller who) {
        return new ReadinessOptions(internet, container, Optional.of(who));
    }
}
