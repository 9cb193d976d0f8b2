// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.SourceSpan;
import io.execward.json.JsonObject.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private final Map<String, Member> found = new HashMap<>();

    private Elements(JsonObject object) {
        this.object = object;
    }

    static Elements ofPolicy(JsonObject object, Problems problems) {
        return new Elements(object).read(OF_POLICY, OF_STATEMENT, "a policy", "move it into a statement", problems);
    }

    static Elements ofStatement(JsonObject object, Problems problems) {
        String elsewhere = "move it to the top of the document";
        return new Elements(object).read(OF_STATEMENT, OF_POLICY, "a statement", elsewhere, problems);
    }

    private Elements read(List<String> known, List<String> others, String where, String elsewhere, Problems problems) {
        for (Member member : object.members()) {
            if (known.contains(member.name())) {
                found.putIfAbsent(member.name(), member);
            }
        }
        for (Member member : object.members()) {
            String name = member.name();
            if (!known.contains(name) && !member.reported() && !problems.isFull()) {
                String quoted = CharacterNames.quoted(name);
                Optional<String> otherCase = Spelling.ignoringCase(name, known);
                Optional<String> near = otherCase.isPresent() ? otherCase : Spelling.nearest(name, known);
                if (otherCase.isPresent()) {
                    problems.error(
                            "R-GRAM-08",
                            member.nameSpan(),
                            quoted + " is not an element of " + where,
                            "write `" + otherCase.get() + "`; IAM compares element names case-sensitively");
                } else {
                    String help = others.contains(name)
                            ? elsewhere
                            : near.map(word -> "did you mean `" + word + "`?")
                                    .orElse("remove it; " + where + " has " + String.join(", ", known));
                    problems.error("R-GRAM-01", member.nameSpan(), quoted + " is not an element of " + where, help);
                }
                near.ifPresent(word -> found.putIfAbsent(word, member));
            } else if (!known.contains(name) && !member.reported()) {
                problems.error("R-GRAM-01", member.nameSpan(), "unknown element", "remove it");
            }
        }
        found.forEach((name, member) -> {
            if (member.value() instanceof JsonNull) {
                reportNull(name, member.value(), problems);
            }
        });
        return this;
    }

    static void reportNull(String what, JsonValue value, Problems problems) {
        problems.error(
                "R-GRAM-20", value.span(), "`null` is not a value of `" + what + "`", "remove it, or write a value");
    }

    JsonObject object() {
        return object;
    }

    boolean has(String name) {
        return found.containsKey(name);
    }

    Optional<Member> member(String name) {
        return Optional.ofNullable(found.get(name));
    }

    Optional<JsonValue> value(String name) {
        return member(name).map(Member::value);
    }

    /** Where an element that is there is named. */
    SourceSpan nameSpan(String name) {
        return member(name).map(Member::nameSpan).orElseGet(object::opening);
    }

    /**
     * The one of two elements that is there; the first as written if both are, which is reported (R-GRAM-10). Empty if neither is.
     */
    Optional<Member> oneOf(String name, String negated, Problems problems) {
        Member plain = found.get(name);
        Member not = found.get(negated);
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
