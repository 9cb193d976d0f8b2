// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.model.Condition;
import io.execward.model.ConditionKey;
import io.execward.model.ConditionOperator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Conditions in words: {@code [OPERATOR ]KEY=VALUE}, such as {@code StringLike aws:PrincipalTag/team=web*}; without an operator
 * {@code StringEquals}. Words with the same operator and key are alternatives, all others must be met together, as in a document.
 */
final class Where {
    private record Test(ConditionOperator operator, ConditionKey key) {}

    private Where() {}

    static List<Condition> read(List<AskedWord> words, AskedProblems problems) {
        Map<Test, List<String>> values = new LinkedHashMap<>();
        for (AskedWord word : words) {
            read(word, problems, values);
        }
        List<Condition> all = new ArrayList<>();
        values.forEach((test, texts) -> all.add(new Condition(test.operator(), test.key(), texts)));
        return all;
    }

    private static void read(AskedWord word, AskedProblems problems, Map<Test, List<String>> values) {
        String text = word.text();
        int equals = text.indexOf('=');
        int blank = text.lastIndexOf(' ', Math.max(equals, 0));
        String name = blank < 0 ? "StringEquals" : text.substring(0, blank).strip();
        Optional<ConditionOperator> operator = ConditionOperator.of(name);
        if (equals < 0) {
            problems.refuse(word, "`" + text + "` is no condition", "write `[OPERATOR ]KEY=VALUE`");
        } else if (operator.isEmpty()) {
            problems.refuse(
                    word,
                    "`" + name + "` is not an operator",
                    "write such as `StringEquals` or `ForAnyValue:StringLike`");
        } else {
            try {
                ConditionKey key = ConditionKey.of(text.substring(blank + 1, equals));
                values.computeIfAbsent(new Test(operator.get(), key), test -> new ArrayList<>())
                        .add(text.substring(equals + 1));
            } catch (IllegalArgumentException e) {
                problems.refuse(word, e);
            }
        }
    }
}
