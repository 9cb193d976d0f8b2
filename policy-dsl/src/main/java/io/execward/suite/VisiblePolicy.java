// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A policy that a file's tests can be under: one of its own, or of a file that it includes.
 *
 * @param holders the ARNs of those it is attached to; empty if the policy does not say
 * @param resource the ARN of the resource it is attached to, or the id of the endpoint
 * @param level where in the organization
 */
record VisiblePolicy(
        TestedPolicy tested, Optional<List<String>> holders, Optional<String> resource, Optional<String> level) {
    VisiblePolicy {
        Objects.requireNonNull(tested, "tested");
        holders = holders.map(List::copyOf);
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(level, "level");
    }
}
