// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.List;

/**
 * The policies attached at one level of an organization: its root, one organizational unit, or the account (R-ORG-02).
 *
 * @param name what explanations call the level, such as {@code root} or {@code ou-prod}
 * @param policies a level without any service control policy blocks everything
 */
public record PolicyLevel(String name, List<AttachedPolicy> policies) {
    public PolicyLevel {
        Text.wellFormed("level name", name);
        policies = List.copyOf(policies);
    }
}
