// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import java.util.List;

/** Expectations, with what they need to know; in the order of writing, which matters: an {@code as} holds for what follows. */
public record TestBlock(SourceSpan span, Text name, List<TestItem> items) implements Item {
    public TestBlock {
        items = List.copyOf(items);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.test(this);
    }
}
