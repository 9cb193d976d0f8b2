// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;
import java.util.List;
import java.util.function.Function;

/** All tags of something: written out, or the name that a {@code let} gives them. */
public sealed interface TagSet extends Node permits TagSet.Written, Value.Name {
    /** Answers for either. */
    <R> R matchTags(Function<? super Written, R> written, Function<? super Value.Name, R> name);

    /** Between braces, in the order of writing. */
    record Written(SourceSpan span, List<Tag> tags) implements TagSet {
        public Written {
            tags = List.copyOf(tags);
        }

        @Override
        public <R> R matchTags(Function<? super Written, R> written, Function<? super Value.Name, R> name) {
            return written.apply(this);
        }
    }

    /** One tag. */
    record Tag(SourceSpan span, Word key, Value value) implements Node {}
}
