// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.match.ConditionMatcher;
import io.execward.match.StatementMatcher;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks for requests of a {@link Formula}: takes one box of each union, then one kind of action, then values for the policy variables;
 * what is left is a {@link Cell}. Boxes that cannot meet play no part, and a box that another one covers is not looked into.
 */
final class Find {
    private final Space space;
    private final Meter meter;
    private final Context known;
    private final Predicate<List<Solution>> stop;
    private final Set<Box> used = new LinkedHashSet<>();
    /** By key, all conditions of the question: what nobody lists can be whatever one of them reads. */
    private final Map<String, List<ConditionMatcher>> conditions = new HashMap<>();

    /** @param stop is shown each solution, one member for each formula, until it says so */
    Find(Space space, Meter meter, Context known, Predicate<List<Solution>> stop) {
        this.space = space;
        this.meter = meter;
        this.known = known;
        this.stop = stop;
    }

    /** The boxes that had to be left, over all searches so far. */
    Set<Box> used() {
        return used;
    }

    /**
     * Looks for one request for each check, made by one caller at once. True if the search was stopped by a solution.
     *
     * @param checks for each the formulas of which its request is in one
     */
    boolean search(List<List<Formula>> checks) {
        checks.forEach(formulas -> formulas.forEach(this::learn));
        if (checks.size() == 1) {
            return checks.get(0).stream().anyMatch(formula -> parts(formula, part -> inspect(List.of(part), stop)));
        }
        List<List<Part>> all = new ArrayList<>();
        for (List<Formula> formulas : checks) {
            List<Part> possible = new ArrayList<>();
            for (Formula formula : formulas) {
                parts(formula, part -> {
                    if (inspect(List.of(part), solution -> true)) {
                        possible.add(part);
                    }
                    return false;
                });
            }
            all.add(possible);
        }
        return together(all, List.of());
    }

    private void learn(Formula formula) {
        formula.all().forEach(union -> union.forEach(this::learn));
        formula.none().forEach(this::learn);
    }

    private void learn(Box box) {
        for (ConditionMatcher condition : box.matcher().conditions()) {
            conditions
                    .computeIfAbsent(condition.key().folded(), key -> new ArrayList<>())
                    .add(condition);
        }
    }

    private List<ConditionMatcher> conditions(ConditionKey key) {
        return conditions.getOrDefault(key.folded(), List.of());
    }

    private boolean together(List<List<Part>> all, List<Part> chosen) {
        if (chosen.size() == all.size()) {
            return inspect(chosen, stop);
        }
        for (Part part : all.get(chosen.size())) {
            meter.node();
            if (together(all, plus(chosen, part))) {
                return true;
            }
        }
        return false;
    }

    private boolean parts(Formula formula, Predicate<Part> until) {
        List<List<Box>> unions = new ArrayList<>();
        for (List<Box> union : formula.all()) {
            unions.add(union.stream()
                    .filter(box -> !isCovered(box, formula.none()))
                    .toList());
        }
        unions.sort(Comparator.comparingInt(List::size));
        return choose(unions, 0, List.of(), formula.none(), until);
    }

    private boolean isCovered(Box box, List<Box> unwanted) {
        for (Box other : unwanted) {
            if (other.covers(box)) {
                used.add(other);
                return true;
            }
        }
        return false;
    }

    private boolean choose(
            List<List<Box>> unions, int next, List<Box> chosen, List<Box> unwanted, Predicate<Part> until) {
        if (next == unions.size()) {
            return kinds(chosen, unwanted, until);
        }
        List<Box> union = unions.get(next);
        if (union.stream().anyMatch(box -> chosen.stream().anyMatch(box::covers))) {
            return choose(unions, next + 1, chosen, unwanted, until); // what has been chosen is in this union
        }
        for (Box box : union) {
            meter.node();
            if (chosen.stream().allMatch(box::mayMeet)) {
                List<Box> left = unwanted.stream().filter(box::mayMeet).toList();
                if (choose(unions, next + 1, plus(chosen, box), left, until)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }

    private boolean kinds(List<Box> wanted, List<Box> unwanted, Predicate<Part> until) {
        for (Kind kind : space.kinds(wanted, unwanted)) {
            Part loose = new Part(kind, wanted);
            Optional<List<Kind>> exact = space.exact(kind);
            if (exact.isPresent() && !inspect(List.of(loose), solution -> true)) {
                continue;
            }
            for (Kind one : exact.orElse(List.of(kind))) {
                if (until.test(new Part(one, wanted))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean inspect(List<Part> parts, Predicate<List<Solution>> until) {
        List<StatementMatcher> matchers = new ArrayList<>();
        List<Patterns> arns = new ArrayList<>();
        for (Part part : parts) {
            arns.addAll(part.kind().place().arns());
            arns.add(part.kind().place().noArns());
            part.wanted().forEach(box -> matchers.add(box.matcher()));
            part.kind().matching().forEach(box -> matchers.add(box.matcher()));
        }
        return assign(parts, Variables.of(matchers, arns, known), 0, known, until);
    }

    private boolean assign(
            List<Part> parts, Variables variables, int next, Context chosen, Predicate<List<Solution>> until) {
        if (next == variables.keys().size()) {
            variables.shortfall().ifPresent(meter::note);
            return new Cell(meter, parts, chosen, this::conditions, used, until).search();
        }
        ConditionKey key = variables.keys().get(next);
        if (parts.size() > 1 && !SharedKeys.has(key)) {
            meter.note(new Shortfall(
                    Limit.VARIABLE, "the variable `" + key + "` has a value for each check of the operation"));
        }
        KeyDomain domain = parts.get(0).kind().place().domain(key, conditions(key));
        Variables.Values values = variables.values(key, domain, chosen, meter.budget());
        values.shortfall().ifPresent(meter::note);
        for (ContextValue value : values.values()) {
            meter.node();
            Context more = chosen.plus(Context.builder().put(key, value).build());
            if (assign(parts, variables, next + 1, more, until)) {
                return true;
            }
        }
        return false;
    }
}
