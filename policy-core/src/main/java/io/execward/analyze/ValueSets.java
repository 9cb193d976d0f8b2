// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.match.ConditionMatcher;
import io.execward.match.Tri;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.SetOperator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets of two values and more for each way in which conditions with set operators can answer: such an answer comes from those on the
 * single values, so values are added until no new answer appears.
 */
final class ValueSets {
    private final Map<BitSet, List<String>> byAnswer = new LinkedHashMap<>();
    private Optional<Shortfall> shortfall = Optional.empty();

    /** What {@code ForAnyValue} conditions say of one value, and where {@code ForAllValues} conditions reject it. */
    private record Element(String text, BitSet answer) {}

    ValueSets(ConditionKey key, List<String> texts, List<ConditionMatcher> conditions, Context context, Budget budget) {
        // Two of each kind are enough: with a third the answer is the same.
        List<Element> elements = new ArrayList<>();
        Map<BitSet, Integer> counts = new LinkedHashMap<>();
        for (String text : texts) {
            BitSet answer = answer(text, conditions, context);
            if (counts.merge(answer, 1, Integer::sum) <= 2) {
                elements.add(new Element(text, answer));
            }
        }
        List<List<String>> open = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            for (int j = i + 1; j < elements.size(); j++) {
                add(List.of(elements.get(i).text()), elements.get(i).answer(), elements.get(j), open);
                if (isOver(key, budget)) {
                    return;
                }
            }
        }
        List<BitSet> answers = new ArrayList<>(byAnswer.keySet());
        for (int i = 0; i < open.size(); i++) {
            for (Element element : elements) {
                if (add(open.get(i), answers.get(i), element, open)) {
                    BitSet joined = (BitSet) answers.get(i).clone();
                    joined.or(element.answer());
                    answers.add(joined);
                }
                if (isOver(key, budget)) {
                    return;
                }
            }
        }
    }

    /** Joining values joins these bits: one for each condition that has to be looked at, upside down for {@code ForAllValues}. */
    private static BitSet answer(String text, List<ConditionMatcher> conditions, Context context) {
        BitSet answer = new BitSet();
        for (int i = 0; i < conditions.size(); i++) {
            SetOperator set = conditions.get(i).condition().operator().set();
            boolean accepts = conditions.get(i).accepts(text, context) == Tri.TRUE;
            answer.set(i, set != SetOperator.NONE && accepts == (set == SetOperator.FOR_ANY_VALUE));
        }
        return answer;
    }

    private boolean add(List<String> texts, BitSet answer, Element more, List<List<String>> open) {
        BitSet joined = (BitSet) answer.clone();
        joined.or(more.answer());
        if (texts.contains(more.text()) || byAnswer.containsKey(joined)) {
            return false;
        }
        List<String> longer = new ArrayList<>(texts);
        longer.add(more.text());
        byAnswer.put(joined, longer);
        open.add(longer);
        return true;
    }

    private boolean isOver(ConditionKey key, Budget budget) {
        if (byAnswer.size() <= budget.vectors()) {
            return false;
        }
        shortfall = Optional.of(new Shortfall(
                Limit.VECTORS, "more than " + budget.vectors() + " kinds of sets of values of `" + key + "`"));
        return true;
    }

    List<ContextValue> all() {
        return byAnswer.values().stream().map(ContextValue::of).toList();
    }

    Optional<Shortfall> shortfall() {
        return shortfall;
    }
}
