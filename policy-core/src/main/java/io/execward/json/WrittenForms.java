// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.SourceMap;
import io.execward.diagnostic.SourceSpan;
import io.execward.model.PolicyPath;
import java.util.Optional;

/** The choices that the JSON of a policy leaves open, such as brackets around a single value. */
interface WrittenForms {
    /** True if the values at this path stand in brackets. */
    boolean isList(PolicyPath path, int size);

    /** True if a condition value is written without quotes (R-GRAM-15). */
    boolean isBare(PolicyPath list, int index, String text);

    /** True if an element that means nothing is written as {@code {}}. */
    boolean isEmptyObject(PolicyPath path);

    /** The forms of the canonical text. */
    static WrittenForms canonical() {
        return new WrittenForms() {
            @Override
            public boolean isList(PolicyPath path, int size) {
                return size != 1 || path.steps().size() == 1;
            }

            @Override
            public boolean isBare(PolicyPath list, int index, String text) {
                return false;
            }

            @Override
            public boolean isEmptyObject(PolicyPath path) {
                return false;
            }
        };
    }

    /** The forms that a document has; the canonical ones where it has nothing at the path. */
    static WrittenForms of(SourceMap sources) {
        WrittenForms canonical = canonical();
        return new WrittenForms() {
            @Override
            public boolean isList(PolicyPath path, int size) {
                Optional<SourceSpan> written = sources.span(path);
                return size != 1
                        || written.map(span -> first(span) == '[').orElseGet(() -> canonical.isList(path, size));
            }

            @Override
            public boolean isBare(PolicyPath list, int index, String text) {
                return sources.span(list.item(index))
                        .filter(span -> first(span) != '"' && span.text().equals(text))
                        .isPresent();
            }

            @Override
            public boolean isEmptyObject(PolicyPath path) {
                return sources.span(path).filter(WrittenForms::isEmptyObject).isPresent();
            }
        };
    }

    private static char first(SourceSpan span) {
        return span.source().text().charAt(span.start());
    }

    private static boolean isEmptyObject(SourceSpan span) {
        String text = span.source().text();
        return first(span) == '{'
                && text.substring(span.start() + 1, span.end() - 1).isBlank();
    }
}
