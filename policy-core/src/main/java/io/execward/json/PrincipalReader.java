// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.Spelling;
import io.execward.json.JsonObject.Member;
import io.execward.model.PrincipalPattern;
import io.execward.model.PrincipalPattern.Anyone;
import io.execward.model.PrincipalPattern.Aws;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the value of {@code Principal} or {@code NotPrincipal} (R-PRIN-01 to R-PRIN-11). */
final class PrincipalReader {
    private static final List<String> MEMBERS = List.of("AWS", "Service", "Federated", "CanonicalUser");
    private static final Aws SUBSTITUTE = Aws.of("*");

    private final Problems problems;
    private final StringLists lists;
    private final String element;

    PrincipalReader(String element, Problems problems) {
        this.element = element;
        this.problems = problems;
        this.lists = new StringLists(problems);
    }

    /** The entries in document order; {@code *} stands for what could not be read. */
    List<PrincipalPattern> read(JsonValue value) {
        if (value instanceof JsonObject object) {
            return members(object);
        }
        boolean anyone = value instanceof JsonString string
                && (string.reported() || string.value().equals("*"));
        if (!anyone && !(value instanceof JsonNull)) {
            String said = value instanceof JsonString string ? CharacterNames.quoted(string.value()) : value.kind();
            problems.error(
                    "R-PRIN-01",
                    value.span(),
                    said + " is not a value of `" + element + "`",
                    "write `\"*\"`, or an object such as `{\"AWS\": \"111122223333\"}`");
        }
        return List.of(new Anyone());
    }

    private List<PrincipalPattern> members(JsonObject object) {
        List<PrincipalPattern> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Member member : object.members()) {
            if (member.reported()) {
                continue;
            }
            String name = MEMBERS.contains(member.name())
                    ? member.name()
                    : misspelled(member)
                            .filter(word -> object.get(word).isEmpty())
                            .orElse("");
            if (name.isEmpty() || !seen.add(name)) {
                continue;
            }
            if (member.value() instanceof JsonNull) {
                Elements.reportNull(name, member.value(), problems);
            } else {
                all.addAll(lists.read(member.value(), name, "R-PRIN-01", reader(name), SUBSTITUTE));
            }
        }
        if (object.members().isEmpty()) {
            problems.warning(
                    "R-PRIN-01", object.span(), "`" + element + "` names nobody", "name a principal, such as `\"*\"`");
        }
        return all;
    }

    private Optional<String> misspelled(Member member) {
        Optional<String> meant = problems.isFull() ? Optional.empty() : Spelling.nearest(member.name(), MEMBERS);
        problems.error(
                "R-PRIN-01",
                member.nameSpan(),
                CharacterNames.quoted(member.name()) + " is not a kind of principal",
                meant.map(word -> "did you mean `" + word + "`?")
                        .orElse("write `AWS`, `Service`, `Federated` or `CanonicalUser`"));
        return meant;
    }

    private Function<JsonString, Optional<PrincipalPattern>> reader(String member) {
        return switch (member) {
            case "AWS" -> this::aws;
            case "Service" -> text -> whole(text, member, PrincipalPattern.Service::new);
            case "Federated" -> text -> whole(text, member, PrincipalPattern.Federated::new);
            default -> text -> whole(text, member, PrincipalPattern.CanonicalUser::new);
        };
    }

    private Optional<PrincipalPattern> whole(
            JsonString text, String member, Function<String, PrincipalPattern> constructor) {
        String value = text.value();
        if (value.isEmpty() || isWild(value)) {
            problems.error(
                    "R-PRIN-08",
                    text.span(),
                    CharacterNames.quoted(value) + " is not a value of `" + member + "`",
                    "write one whole name, without wildcards");
            return Optional.empty();
        }
        return Optional.of(constructor.apply(value));
    }

    private Optional<PrincipalPattern> aws(JsonString text) {
        try {
            return Optional.of(Aws.of(text.value()));
        } catch (IllegalArgumentException e) {
            refuse(text);
            return Optional.empty();
        }
    }

    private void refuse(JsonString text) {
        String value = text.value();
        if (value.contains(":assumed-role/")) {
            report(
                    text,
                    "R-PRIN-05",
                    "write `arn:aws:sts::ACCOUNT:assumed-role/ROLE-NAME/SESSION-NAME`: one session, no"
                            + " wildcard; to name all sessions, name the role");
        } else if (isWild(value)) {
            report(
                    text,
                    "R-PRIN-08",
                    "write `*` alone or a complete name; narrow it with a condition on `aws:PrincipalArn`");
        } else if (value.contains(":group/")) {
            report(text, "R-PRIN-11", "name the users or a role: a group is never a principal");
        } else if (value.endsWith(".amazonaws.com")) {
            report(text, "R-PRIN-09", "write it below `Service`");
        } else if (value.contains(":user/")) {
            report(text, "R-PRIN-03", "write `arn:aws:iam::ACCOUNT:user/PATH/NAME` with a 12-digit account id");
        } else if (value.contains(":role/")) {
            report(text, "R-PRIN-04", "write `arn:aws:iam::ACCOUNT:role/PATH/NAME` with a 12-digit account id");
        } else if (value.contains(":federated-user/")) {
            report(text, "R-PRIN-06", "write `arn:aws:sts::ACCOUNT:federated-user/NAME` with a 12-digit account id");
        } else {
            report(
                    text,
                    "R-PRIN-02",
                    "write `*`, a 12-digit account id, or the complete ARN of a root, user, role or session");
        }
    }

    private void report(JsonString text, String rule, String help) {
        problems.error(rule, text.span(), CharacterNames.quoted(text.value()) + " is not an AWS principal", help);
    }

    private static boolean isWild(String value) {
        return value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
    }
}
