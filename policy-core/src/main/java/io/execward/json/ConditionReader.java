// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.Spelling;
import io.execward.json.JsonObject.Member;
import io.execward.match.ValueSyntax;
import io.execward.model.CaseFolding;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import io.execward.model.Effect;
import io.execward.model.PolicyVariables;
import io.execward.model.SetOperator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the value of {@code Condition}: operator, key, values (R-GRAM-14 to R-GRAM-18). */
final class ConditionReader {
    private static final String SHAPE =
            "write operator, key and values, such as `{\"Bool\": {\"aws:SecureTransport\": \"true\"}}`";
    private static final List<String> OPERATORS = operators();

    private final Optional<Effect> effect;
    private final boolean hasVariables;
    private final Problems problems;
    private final List<Condition> conditions = new ArrayList<>();

    /** @param effect empty if the statement's effect could not be read */
    ConditionReader(Optional<Effect> effect, boolean hasVariables, Problems problems) {
        this.effect = effect;
        this.hasVariables = hasVariables;
        this.problems = problems;
    }

    /** The tests in document order; what could not be read is missing, and reported. */
    List<Condition> read(JsonValue value) {
        if (value instanceof JsonObject block) {
            for (Member member : distinct(block, "operator")) {
                operator(member);
            }
        } else {
            wrongShape(value, "Condition");
        }
        return conditions;
    }

    private void operator(Member member) {
        String name = member.name();
        Optional<ConditionOperator> operator = ConditionOperator.of(name);
        if (operator.isEmpty()) {
            unknown(member);
        } else if (!operator.get().text().equals(name)) {
            problems.warning(
                    "R-GRAM-17",
                    member.nameSpan(),
                    "`" + name + "` is not how the operator is documented",
                    "write `" + operator.get().text() + "`");
        }
        if (!(member.value() instanceof JsonObject tests)) {
            wrongShape(member.value(), name);
            return;
        }
        if (tests.members().isEmpty()) {
            problems.error(
                    "R-GRAM-16",
                    tests.span(),
                    "the operator " + CharacterNames.quoted(name) + " tests nothing",
                    "remove the operator: whether it restricts anything is not documented");
        }
        for (Member test : distinct(tests, "condition key")) {
            test(operator, test);
        }
    }

    private void test(Optional<ConditionOperator> operator, Member member) {
        boolean takesVariables = hasVariables
                && operator.isPresent()
                && operator.get().comparison().family().takesVariables();
        Optional<ConditionKey> key = key(member);
        List<String> values = values(member, operator, takesVariables);
        if (operator.isPresent() && key.isPresent()) {
            conditions.add(new Condition(operator.get(), key.get(), values));
        }
    }

    private Optional<ConditionKey> key(Member member) {
        String name = member.name();
        try {
            return Optional.of(ConditionKey.of(name));
        } catch (IllegalArgumentException e) {
            String quoted = CharacterNames.quoted(name);
            if (name.endsWith("/") && name.indexOf(':') > 0) {
                problems.error(
                        "R-GRAM-18", member.nameSpan(), quoted + " names no tag", "write the tag key behind the slash");
            } else {
                problems.error(
                        "R-GRAM-18",
                        member.nameSpan(),
                        quoted + " is not a condition key",
                        "write `prefix:name`, such as `aws:username`");
            }
            return Optional.empty();
        }
    }

    private List<String> values(Member member, Optional<ConditionOperator> operator, boolean takesVariables) {
        List<String> values = new ArrayList<>();
        JsonValue value = member.value();
        if (value instanceof JsonArray list) {
            for (JsonValue item : list.items()) {
                scalar(item, member, takesVariables).ifPresent(text -> {
                    checkType(operator, item, text, takesVariables);
                    values.add(text);
                });
            }
            if (list.items().isEmpty()) {
                problems.warning(
                        "R-GRAM-16",
                        value.span(),
                        "the list of values of " + CharacterNames.quoted(member.name()) + " is empty",
                        "list a value, or remove the key");
            }
        } else {
            scalar(value, member, takesVariables).ifPresent(text -> {
                checkType(operator, value, text, takesVariables);
                values.add(text);
            });
        }
        return values;
    }

    /** A value that the operator cannot read matches nothing: refused where that would lose a Deny or widen an Allow. */
    private void checkType(Optional<ConditionOperator> operator, JsonValue value, String text, boolean takesVariables) {
        if (operator.isEmpty() || (takesVariables && !PolicyVariables.isPlain(text))) {
            return;
        }
        Comparison comparison = operator.get().comparison();
        ValueSyntax.check(comparison, text).ifPresent(unreadable -> {
            String message = CharacterNames.quoted(text) + " is nothing that `"
                    + operator.get().text() + "` reads, so it matches nothing";
            String help = "write " + unreadable.expected();
            boolean harmless = effect.equals(Optional.of(comparison.negated() ? Effect.DENY : Effect.ALLOW));
            if (harmless) {
                problems.warning(unreadable.rule(), value.span(), message, help);
            } else {
                problems.error(unreadable.rule(), value.span(), message, help);
            }
        });
    }

    private Optional<String> scalar(JsonValue value, Member member, boolean takesVariables) {
        if (value instanceof JsonString string) {
            boolean usable = !string.reported() && (!takesVariables || new Variables(problems).check(string));
            return usable ? Optional.of(string.value()) : Optional.empty();
        }
        if (value instanceof JsonNumber number) {
            return Optional.of(number.text());
        }
        if (value instanceof JsonBoolean bool) {
            return Optional.of(bool.value() ? "true" : "false");
        }
        if (value instanceof JsonNull) {
            Elements.reportNull(member.name(), value, problems);
        } else {
            problems.error(
                    "R-GRAM-14",
                    value.span(),
                    value.kind() + " is not a value of the key " + CharacterNames.quoted(member.name()),
                    "write a string, a number, `true`, `false`, or a list of these");
        }
        return Optional.empty();
    }

    private void wrongShape(JsonValue value, String what) {
        if (!(value instanceof JsonNull)) {
            problems.error(
                    "R-GRAM-14",
                    value.span(),
                    value.kind() + " is not a value of " + CharacterNames.quoted(what),
                    SHAPE);
        } else if (!what.equals("Condition")) { // there the element itself is reported
            Elements.reportNull(what, value, problems);
        }
    }

    /** The members without those whose name differs from an earlier one in letter case only, which are reported (R-GRAM-07). */
    private List<Member> distinct(JsonObject object, String what) {
        if (object.members().size() == 1 && !object.members().get(0).reported()) {
            return object.members();
        }
        Map<String, Member> seen = new LinkedHashMap<>();
        for (Member member : object.members()) {
            @Nullable
            Member first = member.reported() ? null : seen.putIfAbsent(CaseFolding.fold(member.name()), member);
            if (first != null) {
                String name = CharacterNames.quoted(member.name());
                problems.add(Diagnostic.error(
                                "R-GRAM-07",
                                member.nameSpan(),
                                "the " + what + " " + name + " stands here twice, in different letter case",
                                "put the values together: IAM ignores the letter case")
                        .withRelated(first.nameSpan(), "first here"));
            }
        }
        return List.copyOf(seen.values());
    }

    private void unknown(Member member) {
        String name = member.name();
        String quoted = CharacterNames.quoted(name);
        if (CaseFolding.fold(name.substring(name.indexOf(':') + 1)).equals("nullifexists")) {
            problems.error(
                    "R-COND-12",
                    member.nameSpan(),
                    "`Null` has no IfExists form",
                    "write `Null`: it asks itself whether the key exists");
            return;
        }
        Optional<String> meant = problems.isFull() ? Optional.empty() : Spelling.nearest(name, OPERATORS);
        problems.error(
                "R-GRAM-17",
                member.nameSpan(),
                quoted + " is not a condition operator",
                meant.map(word -> "did you mean `" + word + "`?")
                        .orElse("write a documented operator, such as `StringEquals` or `ForAnyValue:ArnLike`"));
    }

    private static List<String> operators() {
        List<String> all = new ArrayList<>();
        for (SetOperator set : SetOperator.values()) {
            for (Comparison comparison : Comparison.values()) {
                all.add(new ConditionOperator(set, comparison, false).text());
                if (comparison.family() != Comparison.Family.NULL) {
                    all.add(new ConditionOperator(set, comparison, true).text());
                }
            }
        }
        return List.copyOf(all);
    }
}
