// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceMap;
import io.execward.diagnostic.SourceSpan;
import io.execward.json.JsonText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A policy as JSON text that remembers where each part is from. The strict reader of documents judges it, so that what it says about a
 * document is said about a language file too, at the right place.
 */
final class DocumentText {
    /** A part of the text, and where it is from. */
    private record Part(int start, int end, int outer, SourceSpan from, boolean literal) {}

    private final StringBuilder out = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private boolean first = true;

    /** What is written until {@link #end} is from here. */
    DocumentText begin(SourceSpan from) {
        comma();
        push(from, false);
        return this;
    }

    private void push(SourceSpan from, boolean literal) {
        int outer = open.isEmpty() ? -1 : open.peek();
        open.push(parts.size());
        parts.add(new Part(out.length(), -1, outer, from, literal));
    }

    DocumentText end() {
        int index = open.pop();
        Part part = parts.get(index);
        parts.set(index, new Part(part.start(), out.length(), part.outer(), part.from(), part.literal()));
        first = false;
        return this;
    }

    DocumentText open(char bracket) {
        comma();
        out.append(bracket);
        first = true;
        return this;
    }

    DocumentText close(char bracket) {
        out.append(bracket);
        first = false;
        return this;
    }

    DocumentText name(String name) {
        comma();
        JsonText.appendQuoted(out, name);
        return colon();
    }

    DocumentText name(String name, SourceSpan from) {
        return string(name, from).colon();
    }

    private DocumentText colon() {
        out.append(':');
        first = true;
        return this;
    }

    DocumentText string(String text, SourceSpan from) {
        comma();
        push(from, true);
        JsonText.appendQuoted(out, text);
        return end();
    }

    private void comma() {
        if (!first) {
            out.append(',');
        }
        first = true;
    }

    int length() {
        return out.length();
    }

    Source source() {
        return Source.of("policy", out.toString());
    }

    /** What was said about this text, said about where it is from. */
    Diagnostic translated(Diagnostic said) {
        return Wording.translated(new Diagnostic(
                said.rule(),
                said.severity(),
                origin(said.span()),
                said.message(),
                said.help(),
                said.related().stream()
                        .map(related -> new Diagnostic.Related(origin(related.span()), related.note()))
                        .toList()));
    }

    SourceMap translated(SourceMap map) {
        return path -> map.span(path).map(this::origin);
    }

    SourceSpan origin(SourceSpan span) {
        int at = innermost(span.start(), span.end());
        if (at < 0) {
            return parts.get(0).from();
        }
        Part part = parts.get(at);
        SourceSpan from = part.from();
        if (part.literal() && span.end() - span.start() < part.end() - part.start()) {
            return within(part, span);
        }
        boolean opening = span.end() == span.start() + 1 && !part.literal();
        return opening ? firstWord(from) : from;
    }

    /** A piece of a string, if it is written the same way in both texts. */
    private SourceSpan within(Part part, SourceSpan span) {
        SourceSpan from = part.from();
        boolean same = from.text().contentEquals(out.subSequence(part.start(), part.end()));
        return same
                ? from.source()
                        .span(from.start() + span.start() - part.start(), from.start() + span.end() - part.start())
                : from;
    }

    /** A lack is shown at the word that a statement or policy begins with. */
    private static SourceSpan firstWord(SourceSpan span) {
        String text = span.source().text();
        int end = span.start();
        while (end < span.end() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return span.source().span(span.start(), end);
    }

    /** The index of the smallest part around these offsets, or -1. */
    private int innermost(int start, int end) {
        int low = 0;
        int high = parts.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (parts.get(middle).start() <= start) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        int at = high;
        while (at >= 0 && parts.get(at).end() < end) {
            at = parts.get(at).outer();
        }
        return at;
    }
}
