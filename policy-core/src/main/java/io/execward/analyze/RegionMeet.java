// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.model.ActionPattern;
import io.execward.model.Comparison;
import io.execward.model.Condition;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.SetOperator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What lies in two regions, again as a region. A proposal, as those of {@link PatternMeet} are.
 */
final class RegionMeet {
    /** Longer lists are no help to a reader. */
    private static final int MAX_PATTERNS = 256;

    private RegionMeet() {}

    /** Empty if it cannot be said as one region; a region of no actions or no resources if there is nothing. */
    static Optional<Region> of(Region a, Region b) {
        Optional<Scope<ActionPattern>> actions = scope(a.actions(), b.actions(), true, ActionPattern::new);
        Optional<Scope<ResourcePattern>> resources = scope(a.resources(), b.resources(), false, ResourcePattern::new);
        Optional<List<Condition>> conditions = conditions(a.conditions(), b.conditions());
        return actions.isPresent() && resources.isPresent() && conditions.isPresent()
                ? Optional.of(new Region(actions.get(), resources.get(), conditions.get()))
                : Optional.empty();
    }

    /** True if no request can lie in it, for a list of patterns is empty. */
    static boolean isNothing(Region region) {
        return isNothing(region.actions()) || isNothing(region.resources());
    }

    /**
     * True if the regions have ARNs in common at most where a star of an early field runs over colons (R-RES-04): nobody who reads two
     * lists of ARNs thinks of those.
     */
    static boolean areApartToReaders(Region a, Region b) {
        boolean lists = a.resources() instanceof Scope.Only && b.resources() instanceof Scope.Only;
        return lists
                && texts(a.resources()).stream()
                        .noneMatch(one -> texts(b.resources()).stream().anyMatch(other -> meetByFields(one, other)));
    }

    private static boolean meetByFields(String a, String b) {
        int fieldOfA = ResourcePattern.resourceFieldStart(a);
        int fieldOfB = ResourcePattern.resourceFieldStart(b);
        return fieldOfA < 0
                || fieldOfB < 0
                || !PatternMeet.of(a.substring(fieldOfA), b.substring(fieldOfB), false)
                        .equals(Optional.of(List.of()));
    }

    private static boolean isNothing(Scope<?> scope) {
        return scope.match(only -> only.patterns().isEmpty(), allExcept -> false);
    }

    private static <P> Optional<Scope<P>> scope(
            Scope<P> a, Scope<P> b, boolean ignoresCase, Function<String, P> pattern) {
        if (a.equals(b)) {
            return Optional.of(a);
        }
        return a.match(
                only -> b.match(
                        other -> meet(only, other, ignoresCase, pattern), but -> less(only, but, ignoresCase, pattern)),
                but -> b.match(other -> less(other, but, ignoresCase, pattern), more -> Optional.of(both(but, more))));
    }

    private static <P> Scope<P> both(Scope.AllExcept<P> a, Scope.AllExcept<P> b) {
        Set<P> all = new LinkedHashSet<>(a.patterns());
        all.addAll(b.patterns());
        return new Scope.AllExcept<>(List.copyOf(all));
    }

    private static <P> Optional<Scope<P>> meet(
            Scope.Only<P> a, Scope.Only<P> b, boolean ignoresCase, Function<String, P> pattern) {
        Optional<List<String>> texts = meet(texts(a), texts(b), ignoresCase);
        return texts.map(all -> new Scope.Only<>(all.stream().map(pattern).toList()));
    }

    /** The patterns that none of the exceptions touches; empty if one is touched and not covered. */
    private static <P> Optional<Scope<P>> less(
            Scope.Only<P> only, Scope.AllExcept<P> but, boolean ignoresCase, Function<String, P> pattern) {
        List<P> left = new ArrayList<>();
        for (String text : texts(only)) {
            boolean covered = false;
            boolean touched = false;
            for (String out : texts(but)) {
                covered |= PatternMeet.covers(out, text, ignoresCase);
                touched |= !PatternMeet.of(out, text, ignoresCase).equals(Optional.of(List.of()));
            }
            if (touched && !covered) {
                return Optional.empty();
            }
            if (!covered) {
                left.add(pattern.apply(text));
            }
        }
        return Optional.of(new Scope.Only<>(left));
    }

    private static List<String> texts(Scope<?> scope) {
        return scope.patterns().stream().map(Object::toString).toList();
    }

    private static Optional<List<String>> meet(List<String> a, List<String> b, boolean ignoresCase) {
        Set<String> all = new LinkedHashSet<>();
        for (String one : a) {
            for (String other : b) {
                Optional<List<String>> both = PatternMeet.of(one, other, ignoresCase);
                if (both.isEmpty() || all.size() > MAX_PATTERNS) {
                    return Optional.empty();
                }
                all.addAll(both.get());
            }
        }
        return Optional.of(PatternMeet.withoutCovered(List.copyOf(all), ignoresCase));
    }

    private static Optional<List<Condition>> conditions(List<Condition> a, List<Condition> b) {
        List<Condition> all = new ArrayList<>(a);
        for (Condition condition : b) {
            int twin = twin(all, condition);
            if (twin < 0) {
                all.add(condition);
                continue;
            }
            Optional<Condition> both = both(all.get(twin), condition);
            if (both.isEmpty()) {
                return Optional.empty();
            }
            all.set(twin, both.get());
        }
        return Optional.of(all);
    }

    /** One operator tests one key at most once (R-GRAM-07). */
    private static int twin(List<Condition> all, Condition condition) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).operator().equals(condition.operator())
                    && all.get(i).key().sameAs(condition.key())) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<Condition> both(Condition a, Condition b) {
        if (Set.copyOf(a.values()).equals(Set.copyOf(b.values()))) {
            return Optional.of(a);
        }
        if (a.operator().set() != SetOperator.NONE) {
            return Optional.empty();
        }
        Comparison comparison = a.operator().comparison();
        if (comparison.negated()) {
            Set<String> none = new LinkedHashSet<>(a.values());
            none.addAll(b.values());
            return Optional.of(new Condition(a.operator(), a.key(), List.copyOf(none)));
        }
        Optional<List<String>> values = common(comparison, a.values(), b.values());
        return values.filter(some -> !some.isEmpty()).map(some -> new Condition(a.operator(), a.key(), some));
    }

    private static Optional<List<String>> common(Comparison comparison, List<String> a, List<String> b) {
        return switch (comparison) {
            case STRING_LIKE, ARN_EQUALS, ARN_LIKE -> meet(a, b, false);
            case STRING_EQUALS -> Optional.of(a.stream().filter(b::contains).toList());
            default -> Optional.empty();
        };
    }
}
