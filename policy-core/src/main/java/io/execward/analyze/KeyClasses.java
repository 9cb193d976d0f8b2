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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The values of one context key, sorted by what conditions say of them: for every value that the key can have there is a
 * representative on which each condition has the same truth. What a condition says is asked of the condition itself.
 *
 * <p>The empty text stands among them only where it passes other conditions than all other values.
 *
 * @param values the representatives, absence first
 * @param satisfying for each condition, the positions of the values that pass it
 * @param shortfall set if there may be values unlike all of these
 */
record KeyClasses(List<ContextValue> values, List<BitSet> satisfying, Optional<Shortfall> shortfall) {
    /**
     * The classes of a key.
     *
     * @param conditions all on this key
     * @param context knows every key that is a variable in their values
     */
    static KeyClasses of(
            ConditionKey key, KeyDomain domain, List<ConditionMatcher> conditions, Context context, Budget budget) {
        Collector all = new Collector(key, conditions, context, budget);
        if (domain.mayBeAbsent()) {
            all.add(ContextValue.ABSENT);
        }
        if (domain.mayBePresent()) {
            ValueTexts single = new ValueTexts(key, domain, conditions, context, Set.of(), budget);
            single.shortfall().ifPresent(all::note);
            List<String> texts = new ArrayList<>(single.texts());
            if (domain.isText()) {
                texts.add("");
            }
            texts.forEach(text -> all.add(ContextValue.of(List.of(text))));
            if (domain.several()) {
                boolean countMatters = conditions.stream()
                        .anyMatch(condition -> condition.condition().operator().set() == SetOperator.NONE);
                if (countMatters) {
                    ValueTexts more = new ValueTexts(key, domain, conditions, context, new HashSet<>(texts), budget);
                    more.shortfall().ifPresent(all::note);
                    more.texts().stream().filter(text -> !texts.contains(text)).forEach(texts::add);
                }
                ValueSets sets = new ValueSets(key, texts, conditions, context, budget);
                sets.all().forEach(all::add);
                sets.shortfall().ifPresent(all::note);
            }
        }
        return all.toClasses();
    }

    /** A key whose value is given. */
    static KeyClasses given(ConditionKey key, ContextValue value, List<ConditionMatcher> conditions, Context context) {
        Collector one = new Collector(key, conditions, context, Budget.standard());
        one.add(value);
        return one.toClasses();
    }

    /** Collects values, one for each set of conditions that a value passes. */
    private static final class Collector {
        private final ConditionKey key;
        private final List<ConditionMatcher> conditions;
        private final Context context;
        private final Budget budget;
        private final List<ContextValue> values = new ArrayList<>();
        private final List<BitSet> satisfying = new ArrayList<>();
        private final Set<BitSet> seen = new HashSet<>();
        private Optional<Shortfall> shortfall = Optional.empty();

        Collector(ConditionKey key, List<ConditionMatcher> conditions, Context context, Budget budget) {
            this.key = key;
            this.conditions = conditions;
            this.context = context;
            this.budget = budget;
            conditions.forEach(condition -> satisfying.add(new BitSet()));
        }

        void add(ContextValue value) {
            Context with = context.plus(Context.builder().put(key, value).build());
            BitSet passed = new BitSet();
            for (int i = 0; i < conditions.size(); i++) {
                passed.set(i, conditions.get(i).test(with) == Tri.TRUE);
            }
            if (!seen.add(passed)) {
                return;
            }
            if (values.size() >= budget.representatives()) {
                note(new Shortfall(
                        Limit.REPRESENTATIVES,
                        "more than " + budget.representatives() + " kinds of values of `" + key + "`"));
                return;
            }
            passed.stream().forEach(condition -> satisfying.get(condition).set(values.size()));
            values.add(value);
        }

        void note(Shortfall reason) {
            shortfall = shortfall.or(() -> Optional.of(reason));
        }

        KeyClasses toClasses() {
            return new KeyClasses(values, satisfying, shortfall);
        }
    }
}
