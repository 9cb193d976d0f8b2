// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import java.util.Objects;
import java.util.Optional;

/**
 * A value with its names resolved.
 *
 * @param span where it is used, not where its {@code let} stands
 * @param type if it is known to be something of a kind
 * @param text an ARN or a pattern of one if the type has ARNs, otherwise the value itself
 */
public record Resolved(SourceSpan span, Optional<ResourceType> type, String text) {
    public Resolved {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(text, "text");
    }
}
