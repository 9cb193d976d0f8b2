// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.Spelling;
import io.execward.json.JsonObject.Member;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The known members of a policy or a statement. Unknown ones are reported (R-GRAM-01, R-GRAM-08); one that is obviously a
 * misspelled element counts as that element, so that it is not reported as missing too.
 */
final class Elements {
    static final List<String> OF_POLICY = List.of("Version", "Id", "Statement");
    static final List<String> OF_STATEMENT = List.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");

    private final JsonObject object;
    private final List<String> known;
    private final @Nullable Member[] found;

    private Elements(JsonObject object, List<String> known) {
        this.object = object;
        this.known = known;
        this.found = new @Nullable Member[known.size()];
    }

    static Elements ofPolicy(JsonObject object, Problems problems) {
        return new Elements(object, OF_POLICY).read(OF_STATEMENT, "a policy", "move it into a statement", problems);
    }

    static Elements ofStatement(JsonObject object, Problems problems) {
        String elsewhere = "move it to the top of the document";
        return new Elements(object, OF_STATEMENT).read(OF_POLICY, "a statement", elsewhere, problems);
    }

    private Elements read(List<String> others, String where, String elsewhere, Problems problems) {
        boolean strangers = false;
        for (Member member : object.members()) {
            int index = known.indexOf(member.name());
            if (index < 0) {
                strangers = true;
            } else if (found[index] == null) {
                found[index] = member;
            }
        }
        if (strangers) {
            for (Member member : object.members()) {
                if (!member.reported() && !known.contains(member.name())) {
                    stranger(member, others, where, elsewhere, problems);
                }
            }
        }
        for (int i = 0; i < found.length; i++) {
            Member member = found[i];
            if (member != null && member.value() instanceof JsonNull) {
                reportNull(known.get(i), member.value(), problems);
            }
        }
        return this;
    }

    private void stranger(Member member, List<String> others, String where, String elsewhere, Problems problems) {
        String name = member.name();
        Optional<String> otherCase = problems.isFull() ? Optional.empty() : Spelling.ignoringCase(name, known);
        Optional<String> near = otherCase.isPresent() || problems.isFull() ? otherCase : Spelling.nearest(name, known);
        String message = CharacterNames.quoted(name) + " is not an element of " + where;
        if (otherCase.isPresent()) {
            String help = "write `" + otherCase.get() + "`; IAM compares element names case-sensitively";
            problems.error("R-GRAM-08", member.nameSpan(), message, help);
        } else {
            String help = others.contains(name)
                    ? elsewhere
                    : near.map(word -> "did you mean `" + word + "`?")
                            .orElse("remove it; " + where + " has " + String.join(", ", known));
            problems.error("R-GRAM-01", member.nameSpan(), message, help);
        }
        near.ifPresent(word -> {
            int index = known.indexOf(word);
            if (found[index] == null) {
                found[index] = member;
            }
        });
    }

    static void reportNull(String what, JsonValue value, Problems problems) {
        problems.error(
                "R-GRAM-20", value.span(), "`null` is not a value of `" + what + "`", "remove it, or write a value");
    }

    JsonObject object() {
        return object;
    }

    boolean has(String name) {
        return found[known.indexOf(name)] != null;
    }

    Optional<Member> member(String name) {
        return Optional.ofNullable(found[known.indexOf(name)]);
    }

    Optional<JsonValue> value(String name) {
        return member(name).map(Member::value);
    }

    /**
     * The one of two elements that is there; the first as written if both are, which is reported (R-GRAM-10). Empty if neither is.
     */
    Optional<Member> oneOf(String name, String negated, Problems problems) {
        @Nullable Member plain = found[known.indexOf(name)];
        @Nullable Member not = found[known.indexOf(negated)];
        if (plain == null || not == null) {
            return Optional.ofNullable(plain == null ? not : plain);
        }
        Member first = plain.nameSpan().start() < not.nameSpan().start() ? plain : not;
        Member second = first == plain ? not : plain;
        problems.add(Diagnostic.error(
                        "R-GRAM-10",
                        second.nameSpan(),
                        "the statement has both `" + name + "` and `" + negated + "`",
                        "keep one of them, or write two statements")
                .withRelated(first.nameSpan(), "first here"));
        return Optional.of(first);
    }
}
