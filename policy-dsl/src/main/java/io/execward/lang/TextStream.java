// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/** A text as the scanner reads it: in UTF-16 code units, so that its offsets are those of {@code SourceSpan}. */
final class TextStream implements CharStream {
    private final String text;
    private int at;

    TextStream(String text) {
        this.text = text;
    }

    @Override
    public String getText(Interval interval) {
        return text.substring(interval.a, Math.min(interval.b + 1, text.length()));
    }

    @Override
    public void consume() {
        if (at >= text.length()) {
            throw new IllegalStateException("the text is at its end");
        }
        at++;
    }

    @Override
    public int LA(int i) {
        int index = i < 0 ? at + i : at + i - 1;
        return i == 0 || index < 0 ? 0 : index < text.length() ? text.charAt(index) : IntStream.EOF;
    }

    @Override
    public int mark() {
        return 0;
    }

    @Override
    public void release(int marker) {
        // nothing is buffered
    }

    @Override
    public int index() {
        return at;
    }

    @Override
    public void seek(int index) {
        at = Math.min(index, text.length());
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getSourceName() {
        return IntStream.UNKNOWN_SOURCE_NAME;
    }
}
