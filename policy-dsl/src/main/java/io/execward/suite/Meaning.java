// SPDX-License-Identifier: Apache-2.0
package io.execward.suite;

import io.execward.diagnostic.Diagnostic;
import io.execward.lang.Names;
import io.execward.lang.Reference;
import io.execward.lang.Resolved;
import io.execward.lang.ResourceType;
import io.execward.lang.TagSet;
import io.execward.lang.Value;
import io.execward.lang.Values;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What names mean, as the language front resolves them; a test item with a name that means nothing is left. */
final class Meaning {
    private final Names names;
    private final Complaints complaints;

    Meaning(Names names, Complaints complaints) {
        this.names = names;
        this.complaints = complaints;
    }

    /** The texts of values, with names replaced by what they stand for. */
    List<String> texts(Values values) {
        return resolved(asked(problems -> names.values(values, problems)));
    }

    /** The one text of a value. */
    String text(Value value) {
        return asked(problems -> names.value(value, problems))
                .orElseThrow(Complaints.Given::new)
                .text();
    }

    /** The ARNs of things of a type; short names are completed. */
    List<String> arns(ResourceType type, Values values) {
        return resolved(asked(problems -> names.things(values, type, problems)));
    }

    /** The ARNs of things whose type stands in the reference, or else in the names or ARNs. */
    List<String> arns(Reference reference) {
        return resolved(asked(problems -> names.things(reference, problems)));
    }

    /** The tags of a set. */
    Map<String, String> tags(TagSet tags) {
        return asked(problems -> names.tags(tags, problems));
    }

    private static List<String> resolved(List<Resolved> values) {
        return values.stream().map(Resolved::text).toList();
    }

    private <T> T asked(Function<Consumer<? super Diagnostic>, T> question) {
        int before = complaints.errors();
        T answer = question.apply(complaints::add);
        if (complaints.errors() > before) {
            throw new Complaints.Given();
        }
        return answer;
    }
}
