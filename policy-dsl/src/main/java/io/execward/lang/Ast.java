// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;

/** Makes nodes that nobody wrote: their span is a place in an empty text. */
final class Ast {
    private final SourceSpan nowhere = Source.of("", "").span(0, 0);

    SourceSpan nowhere() {
        return nowhere;
    }

    Text text(String value) {
        return new Text(nowhere, value);
    }

    Value value(String text) {
        return new Value.Literal(nowhere, text, true);
    }

    Values values(List<String> texts) {
        return new Values(nowhere, texts.stream().map(this::value).toList());
    }

    Word word(String text) {
        return new Word(nowhere, text, !Lexemes.isName(text));
    }

    /** Whole numbers of the longest unit that gives one. */
    Age age(long seconds) {
        if (seconds % 86_400 == 0) {
            return new Age(nowhere, seconds / 86_400, "day");
        }
        if (seconds % 3_600 == 0) {
            return new Age(nowhere, seconds / 3_600, "hour");
        }
        return seconds % 60 == 0 ? new Age(nowhere, seconds / 60, "minute") : new Age(nowhere, seconds, "second");
    }

    /** As {@link #age}, if the text is a plain number that a value for an age can be. */
    Optional<Age> age(List<String> values) {
        boolean number = values.size() == 1
                && !values.get(0).isEmpty()
                && values.get(0).length() < 10
                && values.get(0).chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(age(Long.parseLong(values.get(0)))) : Optional.empty();
    }
}
