// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.model.Condition;
import io.execward.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A region in words. */
final class RegionText {
    private RegionText() {}

    static String of(Region region) {
        StringBuilder text = new StringBuilder();
        text.append(scope("any action", region.actions()));
        text.append(" on ").append(scope("any resource", region.resources()));
        List<String> tests = new ArrayList<>();
        for (Condition condition : region.conditions()) {
            tests.add(condition.key() + " " + condition.operator().text() + " " + any(condition.values()));
        }
        if (!tests.isEmpty()) {
            text.append(" if ").append(String.join(" and ", tests));
        }
        return text.toString();
    }

    private static String scope(String everything, Scope<?> scope) {
        List<String> texts = scope.patterns().stream().map(Object::toString).toList();
        return scope.match(
                only -> texts.contains("*") ? everything : any(texts),
                allExcept -> texts.isEmpty() ? everything : everything + " but " + any(texts));
    }

    private static String any(List<String> texts) {
        if (texts.isEmpty()) {
            return "nothing";
        }
        int last = texts.size() - 1;
        return last == 0
                ? texts.get(0)
                : texts.subList(0, last).stream().collect(Collectors.joining(", ")) + " or " + texts.get(last);
    }
}
