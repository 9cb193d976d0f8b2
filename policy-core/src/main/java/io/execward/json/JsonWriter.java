// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

/** Writes well-nested JSON, either indented by two blanks per level or without any white space. */
final class JsonWriter {
    private final StringBuilder out = new StringBuilder();
    private final boolean indented;
    private int depth;
    private boolean first = true;

    JsonWriter(boolean indented) {
        this.indented = indented;
    }

    void open(char bracket) {
        out.append(bracket);
        depth++;
        first = true;
    }

    void close(char bracket) {
        depth--;
        if (!first) {
            line();
        }
        out.append(bracket);
        first = false;
    }

    /** Begins a member; its value follows. */
    void name(String name) {
        item();
        string(name);
        out.append(indented ? ": " : ":");
    }

    /** Begins an item; its value follows. */
    void item() {
        if (!first) {
            out.append(',');
        }
        first = false;
        line();
    }

    void string(String text) {
        JsonText.appendQuoted(out, text);
    }

    /** A number or boolean as it is written. */
    void bare(String text) {
        out.append(text);
    }

    private void line() {
        if (indented) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
