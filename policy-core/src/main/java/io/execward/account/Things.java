// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Things of one kind by what identifies them, in the order in which documents tell them. A thing may be told twice, as pages overlap;
 * told twice differently is a contradiction, and nobody can say which of the two holds (R-EXEC-114).
 */
final class Things<T> {
    private static final int SHOWN = 120;

    private record Told<T>(T thing, SourceSpan place) {}

    private final String what;
    private final Findings findings;
    private final Map<String, Told<T>> all = new LinkedHashMap<>();

    /** @param what how messages call one of them, such as {@code the task} */
    Things(String what, Findings findings) {
        this.what = what;
        this.findings = findings;
    }

    void add(String id, T thing, SourceSpan place) {
        @Nullable Told<T> earlier = all.get(id);
        if (earlier == null) {
            all.put(id, new Told<>(thing, brief(place)));
        } else if (!earlier.thing().equals(thing)) {
            findings.add(Diagnostic.error(
                            "R-EXEC-114",
                            place,
                            what + " `" + id + "` is told twice, differently",
                            "remove the older one, or make the documents again in one go")
                    .withRelated(earlier.place(), "first here"));
        }
    }

    /** The same place in a source that holds only its line: what is kept for a message must not keep the document. */
    private static SourceSpan brief(SourceSpan place) {
        String text = place.source().text();
        int end = place.start();
        while (end < Math.min(place.end(), place.start() + SHOWN)
                && text.charAt(end) != '\n'
                && text.charAt(end) != '\r') {
            end++;
        }
        if (end > place.start() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        Source part = Source.part(place.source().name(), text.substring(place.start(), end), place.position());
        return part.span(0, part.text().length());
    }

    @Nullable
    T get(String id) {
        @Nullable Told<T> told = all.get(id);
        return told == null ? null : told.thing();
    }

    SourceSpan place(String id) {
        @Nullable Told<T> told = all.get(id);
        if (told == null) {
            throw new IllegalArgumentException(id);
        }
        return told.place();
    }

    List<T> inOrder() {
        List<T> things = new ArrayList<>(all.size());
        all.values().forEach(told -> things.add(told.thing()));
        return things;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }
}
