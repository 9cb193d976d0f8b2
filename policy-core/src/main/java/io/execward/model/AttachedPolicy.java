// SPDX-License-Identifier: Apache-2.0
package io.execward.model;

import java.util.Objects;

/**
 * A policy under the name by which people know it: a file name, a managed policy's name, an ARN.
 *
 * @param name what explanations call it; need not be unique
 */
public record AttachedPolicy(String name, Policy policy) {
    public AttachedPolicy {
        Text.wellFormed("policy name", name);
        Objects.requireNonNull(policy, "policy");
    }
}
