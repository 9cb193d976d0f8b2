// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import java.util.List;

/**
 * Values after each other, with commas between them.
 *
 * @param items empty if {@code none} is written, or {@code ()}
 */
public record Values(SourceSpan span, List<Value> items) implements Node {
    public Values {
        items = List.copyOf(items);
    }
}
