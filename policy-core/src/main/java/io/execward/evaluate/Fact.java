// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.model.ConditionKey;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a request does not tell: the value of a context key.
 *
 * @param resource the ARN of the resource whose fact it is, such as the task that has a tag; empty for facts of the whole request
 */
public record Fact(ConditionKey key, Optional<String> resource) {
    public Fact {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(resource, "resource");
    }

    @Override
    public String toString() {
        return resource.map(arn -> key + " of " + arn).orElse(key.name());
    }
}
