// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import java.util.Objects;
import java.util.Optional;

/**
 * Things of one kind, such as {@code cluster payments} or {@code role "OnCall"}.
 *
 * @param type empty if only names or ARNs are written
 */
public record Reference(SourceSpan span, Optional<ResourceType> type, Values values) implements Node {
    public Reference {
        Objects.requireNonNull(type, "type");
    }
}
