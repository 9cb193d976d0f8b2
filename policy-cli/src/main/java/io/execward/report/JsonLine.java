// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.json.JsonText;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes one JSON value without white space, hence on one line. Members come in the order of the calls. */
public final class JsonLine {
    private final StringBuilder out = new StringBuilder();
    private boolean first = true;

    /** What the consumer writes. */
    public static String of(Consumer<JsonLine> value) {
        JsonLine line = new JsonLine();
        value.accept(line);
        return line.toString();
    }

    public JsonLine object(Runnable members) {
        return nested('{', members, '}');
    }

    public <T> JsonLine list(Collection<T> items, Consumer<? super T> each) {
        return nested(
                '[',
                () -> items.forEach(item -> {
                    comma();
                    each.accept(item);
                    first = false;
                }),
                ']');
    }

    public JsonLine strings(Collection<String> items) {
        return list(items, this::string);
    }

    public JsonLine numbers(Collection<Integer> items) {
        return list(items, this::number);
    }

    /** Begins a member; the next call writes its value. */
    public JsonLine name(String name) {
        comma();
        JsonText.appendQuoted(out, name);
        out.append(':');
        return this;
    }

    public JsonLine member(String name, String value) {
        return name(name).string(value);
    }

    public JsonLine member(String name, Optional<String> value) {
        return name(name).string(value.orElse(null));
    }

    public JsonLine member(String name, boolean value) {
        return name(name).bare(Boolean.toString(value));
    }

    public JsonLine bool(boolean value) {
        return bare(Boolean.toString(value));
    }

    public JsonLine number(int value) {
        return bare(Integer.toString(value));
    }

    public JsonLine member(String name, int value) {
        return name(name).bare(Integer.toString(value));
    }

    public JsonLine string(@Nullable String value) {
        if (value == null) {
            return nothing();
        }
        JsonText.appendQuoted(out, value);
        first = false;
        return this;
    }

    public JsonLine nothing() {
        return bare("null");
    }

    /** Members or values that were written before. */
    JsonLine written(String text) {
        comma();
        return bare(text);
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
