// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.execward.match.ConditionMatcher;
import io.execward.match.ResourceMatcher;
import io.execward.match.Template;
import io.execward.match.Tri;
import io.execward.match.ValueSamples;
import io.execward.model.Comparison;
import io.execward.model.ConditionKey;
import io.execward.model.ContextValue;
import io.execward.model.SetOperator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of one unknown key that tell the answers of the statements apart which ask for it; absence among them. */
final class FactValues {
    /** With more single values than this, sets of three no longer show every combination. */
    private static final int MAX_COMBINED = 3;

    /** With more single values than this, sets of three are too many to try. */
    private static final int MAX_TRIPLED = 8;

    /** With more single values than this, pairs are too many too. */
    private static final int MAX_PAIRED = 32;

    private static final int MAX_LISTED = 5;

    /** @param label the value in words */
    record Candidate(ContextValue value, String label) {}

    private final ConditionKey key;
    private final ValueSamples samples = new ValueSamples();
    private boolean underSetOperator;

    FactValues(ConditionKey key) {
        this.key = key;
    }

    void learnFrom(CompiledStatement statement, Check check) {
        for (ConditionMatcher test : statement.conditions()) {
            if (test.key().sameAs(key)) {
                underSetOperator |= test.condition().operator().set() != SetOperator.NONE;
                samples.addTest(test, check.context());
            }
            boolean isVariable = mentions(test.templates());
            if (isVariable && check.context().get(test.key()) instanceof ContextValue.Present present) {
                boolean byText = comparesText(test.condition().operator().comparison());
                test.templates()
                        .forEach(template ->
                                samples.addSolutions(template, key, present.values(), byText, check.context()));
            } else if (isVariable) {
                samples.relate();
            }
        }
        for (ResourceMatcher resource : statement.resources()) {
            if (mentions(List.of(resource.template()))) {
                samples.addSolutions(
                        resource.template(),
                        key,
                        List.of(check.resource().text()),
                        resource.isPlainArn(),
                        check.context());
            }
        }
        statement
                .principals()
                .ifPresent(scope -> scope.matchers().forEach(matcher -> {
                    if (matcher.key().filter(key::sameAs).isPresent()
                            && matcher.kind(check.principal()) != MatchKind.NONE
                            && matcher.certainty(check.context()) == Tri.UNKNOWN) {
                        samples.addPattern(matcher.userIds());
                    }
                }));
    }

    /** True if the operator compares the text as it is, letter for letter. */
    private static boolean comparesText(Comparison comparison) {
        return switch (comparison) {
            case STRING_EQUALS, STRING_NOT_EQUALS, STRING_LIKE, STRING_NOT_LIKE -> true;
            default -> false;
        };
    }

    private boolean mentions(List<Template> templates) {
        boolean[] found = {false};
        templates.forEach(template -> template.forEachKey(k -> found[0] |= k.sameAs(key)));
        return found[0];
    }

    private boolean isMultivalued() {
        return MultivaluedKeys.mayHaveSeveral(key, underSetOperator);
    }

    /**
     * What to try.
     *
     * @param complete true if no value outside them could make a difference that none of them makes
     */
    record Candidates(List<Candidate> all, boolean complete) {}

    Candidates candidates() {
        Map<ContextValue, String> all = new LinkedHashMap<>();
        List<Map.Entry<String, String>> single = List.copyOf(samples.texts().entrySet());
        boolean complete = samples.isComplete() && (!isMultivalued() || single.size() <= MAX_COMBINED);
        for (Map.Entry<String, String> text : single) {
            all.put(ContextValue.of(List.of(text.getKey())), text.getValue());
        }
        if (isMultivalued()) {
            int sizes = single.size() <= MAX_TRIPLED ? MAX_COMBINED : single.size() <= MAX_PAIRED ? 2 : 1;
            for (int size = 2; size <= Math.min(sizes, single.size()); size++) {
                Sets.combinations(ImmutableSet.copyOf(single), size).forEach(parts -> combine(all, List.copyOf(parts)));
            }
        }
        all.put(ContextValue.ABSENT, "absent");
        List<Candidate> candidates = new ArrayList<>(all.size());
        all.forEach((value, label) -> candidates.add(new Candidate(value, label)));
        return new Candidates(candidates, complete);
    }

    private static void combine(Map<ContextValue, String> all, List<Map.Entry<String, String>> parts) {
        List<String> values = parts.stream().map(Map.Entry::getKey).toList();
        List<String> labels = parts.stream().map(Map.Entry::getValue).toList();
        all.put(ContextValue.of(values), String.join(" and ", labels));
    }

    /** Several values that come to the same. */
    static Undecided.Value join(List<Candidate> candidates) {
        List<String> labels =
                candidates.stream().map(Candidate::label).distinct().toList();
        int last = labels.size() - 1;
        String words = labels.size() > MAX_LISTED
                ? String.join(", ", labels.subList(0, MAX_LISTED)) + ", or " + (labels.size() - MAX_LISTED) + " others"
                : last == 0 ? labels.get(0) : String.join(", ", labels.subList(0, last)) + " or " + labels.get(last);
        return new Undecided.Value(words, candidates.get(0).value());
    }
}
