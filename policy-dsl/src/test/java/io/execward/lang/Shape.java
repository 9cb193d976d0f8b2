// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/** What a tree says, without where it says it: two files with the same shape mean the same. */
final class Shape {
    private Shape() {}

    static String of(LanguageFile file) {
        StringBuilder out = new StringBuilder();
        add(out, file.items());
        return out.toString();
    }

    private static void add(StringBuilder out, Object value) {
        if (value instanceof SourceSpan || value instanceof Source) {
            return;
        }
        if (value instanceof Optional<?> optional) {
            optional.ifPresentOrElse(it -> add(out, it), () -> out.append('-'));
        } else if (value instanceof List<?> list) {
            out.append('[');
            list.forEach(it -> {
                add(out, it);
                out.append(';');
            });
            out.append(']');
        } else if (value instanceof Record record) {
            out.append(record.getClass().getSimpleName()).append('(');
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                try {
                    add(out, component.getAccessor().invoke(record));
                } catch (ReflectiveOperationException e) {
                    throw new LinkageError(e.getMessage(), e);
                }
                out.append(',');
            }
            out.append(')');
        } else {
            out.append('<').append(value).append('>');
        }
    }
}
