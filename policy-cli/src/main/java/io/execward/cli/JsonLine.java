// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.json.JsonText;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes one JSON value without white space. Members come in the order of the calls. */
final class JsonLine {
    private final StringBuilder out = new StringBuilder();
    private boolean first = true;

    JsonLine object(Runnable members) {
        return nested('{', members, '}');
    }

    <T> JsonLine list(Collection<T> items, Consumer<? super T> each) {
        return nested(
                '[',
                () -> items.forEach(item -> {
                    comma();
                    each.accept(item);
                    first = false;
                }),
                ']');
    }

    JsonLine strings(Collection<String> items) {
        return list(items, this::string);
    }

    /** Begins a member; the next call writes its value. */
    JsonLine name(String name) {
        comma();
        JsonText.appendQuoted(out, name);
        out.append(':');
        return this;
    }

    JsonLine member(String name, String value) {
        return name(name).string(value);
    }

    JsonLine member(String name, Optional<String> value) {
        return name(name).string(value.orElse(null));
    }

    JsonLine member(String name, boolean value) {
        return name(name).bare(Boolean.toString(value));
    }

    JsonLine number(int value) {
        return bare(Integer.toString(value));
    }

    JsonLine member(String name, int value) {
        return name(name).bare(Integer.toString(value));
    }

    JsonLine string(@Nullable String value) {
        if (value == null) {
            return nothing();
        }
        JsonText.appendQuoted(out, value);
        first = false;
        return this;
    }

    JsonLine nothing() {
        return bare("null");
    }

    private JsonLine bare(String text) {
        out.append(text);
        first = false;
        return this;
    }

    private JsonLine nested(char opening, Runnable content, char closing) {
        out.append(opening);
        first = true;
        content.run();
        out.append(closing);
        first = false;
        return this;
    }

    private void comma() {
        if (!first) {
            out.append(',');
        }
        first = true;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
