// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import java.util.List;
import java.util.Objects;

/**
 * A file of the text language, as it is written. Two files are equal only if they have the same source.
 *
 * @param items in the order of writing
 * @param comments all comments, in the order of writing
 */
public record LanguageFile(Source source, List<Item> items, List<Comment> comments) implements Node {
    public LanguageFile {
        Objects.requireNonNull(source, "source");
        items = List.copyOf(items);
        comments = List.copyOf(comments);
    }

    /** The whole text. */
    @Override
    public SourceSpan span() {
        return source.span(0, source.text().length());
    }

    /** The policies, in the order of writing; not those of included files. */
    public List<PolicyBlock> policies() {
        return items.stream()
                .filter(PolicyBlock.class::isInstance)
                .map(PolicyBlock.class::cast)
                .toList();
    }

    /** The tests, in the order of writing; not those of included files. */
    public List<TestBlock> tests() {
        return items.stream()
                .filter(TestBlock.class::isInstance)
                .map(TestBlock.class::cast)
                .toList();
    }
}
