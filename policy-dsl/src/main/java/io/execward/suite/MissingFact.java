// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.evaluate.Fact;
import io.execward.model.ConditionKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A fact without which a verdict is expected to be open.
 *
 * @param words as the test writes it, such as {@code task tag team}
 * @param keys any of which carries the fact
 * @param resourceType whose fact it is, as ARNs have it ({@code task}, {@code cluster}); empty if that does not matter
 */
record MissingFact(String words, List<ConditionKey> keys, Optional<String> resourceType) {
    MissingFact {
        Objects.requireNonNull(words, "words");
        keys = List.copyOf(keys);
        Objects.requireNonNull(resourceType, "resourceType");
    }

    boolean is(Fact fact) {
        return keys.stream().anyMatch(key -> key.sameAs(fact.key()))
                && fact.resource().map(this::isOfType).orElse(true);
    }

    /** Resource ARNs carry the type behind the fifth colon; a type that the test does not name fits every resource. */
    boolean isOfType(String arn) {
        return resourceType.map(type -> arn.contains(":" + type + "/")).orElse(true);
    }
}
