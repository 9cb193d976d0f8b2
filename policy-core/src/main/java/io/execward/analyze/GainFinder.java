// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.analyze.Difference.Change;
import io.execward.analyze.Difference.Side;
import io.execward.catalog.ServiceCatalog;
import io.execward.model.ActionPattern;
import io.execward.model.AttachedPolicy;
import io.execward.model.Condition;
import io.execward.model.Effect;
import io.execward.model.PolicyLevel;
import io.execward.model.PolicySet;
import io.execward.model.ResourcePattern;
import io.execward.model.Scope;
import io.execward.model.SetOperator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One direction of a {@link Difference}. Each Allow of the new side is made smaller as long as it is proved that nothing gained is
 * left out; what then remains is told, and taken away from the new side before the next one is looked at. Only proofs shrink a region,
 * so that how regions are guessed never matters to whether they are right.
 */
final class GainFinder {
    /** How many pairs of an action and a resource are looked at one by one; beyond it a region is shown as it is written. */
    private static final int MAX_PAIRS = 256;

    /** How many actions are shown in place of a pattern. */
    private static final int MAX_ACTIONS = 64;

    private static final int MAX_EXCEPTIONS = 32;

    private final PolicyAnalyzer analyzer;
    private final Subject existing;
    private final Subject next;
    private final List<Change> changes = new ArrayList<>();
    private final List<Region> told = new ArrayList<>();
    /** The policies of the new side whose access is not all told. */
    private PolicySet left;

    private final Set<Integer> gone = new HashSet<>();
    /** Answers since something was last told. */
    private final Map<Region, Answer> asked = new HashMap<>();

    GainFinder(PolicyAnalyzer analyzer, Subject existing, Subject next) {
        this.analyzer = analyzer;
        this.existing = existing;
        this.next = next;
        this.left = next.policies();
    }

    Side find() {
        Answer anything = gained(Region.everything());
        if (holds(anything)) {
            return new Side(changes, anything);
        }
        for (Numbered numbered : Numbered.of(next.policies())) {
            if (numbered.statement().effect() == Effect.ALLOW) {
                numbered.region().ifPresent(region -> tellAllow(numbered.number(), region));
            }
        }
        Answer elsewhere = gained(Region.everything());
        return witness(elsewhere).map(this::andAnything).orElseGet(() -> new Side(changes, elsewhere));
    }

    /** What is gained by something that is not written as a region, such as a statement that names principals. */
    private Side andAnything(Witness witness) {
        changes.add(new Change(Region.everything(), List.of(), witness));
        return new Side(changes, new Answer.Holds(Optional.empty(), List.of()));
    }

    private void tellAllow(int number, Region allow) {
        if (isNothing(allow)) {
            return;
        }
        if (Regions.deniesWhatItAllows(allow)) {
            narrowed(allow).forEach(this::tell);
        } else if (tell(allow)) {
            // A Deny would take away too much: the statement itself goes, now that all it gives is told.
            gone.add(number);
            asked.clear();
            left = Numbered.without(next.policies(), gone);
        }
    }

    /** Holds if nothing is gained in the region but what was told. */
    private Answer gained(Region region) {
        Answer answer = asked.get(region);
        if (answer == null) {
            answer = analyzer.noNewAccess(existing, nextWithout(told), region);
            asked.put(region, answer);
        }
        return answer;
    }

    private Subject nextWithout(List<Region> out) {
        return Regions.without(new Subject(next.principal(), left, next.known()), out);
    }

    private boolean isNothing(Region region) {
        return holds(gained(region));
    }

    private static boolean holds(Answer answer) {
        return answer.match(holds -> true, fails -> false, unknown -> false);
    }

    private static Optional<Witness> witness(Answer answer) {
        return answer.match(
                holds -> Optional.empty(), fails -> Optional.of(fails.witness()), unknown -> Optional.empty());
    }

    // Shapes

    /** The region cut to the shape of what else decides: a Deny that went, or Allows of another layer, if nothing gained is lost so. */
    private List<Region> narrowed(Region region) {
        List<Region> pieces = List.of(region);
        for (List<Region> shapes : shapes()) {
            List<Region> smaller = new ArrayList<>();
            for (Region piece : pieces) {
                smaller.addAll(cut(piece, shapes));
            }
            pieces = smaller;
        }
        return pieces;
    }

    private List<List<Region>> shapes() {
        List<List<Region>> shapes = new ArrayList<>();
        List<Region> gone = new ArrayList<>(Regions.ofEffect(existing.policies(), Effect.DENY));
        gone.removeAll(Regions.ofEffect(next.policies(), Effect.DENY));
        shapes.add(gone);
        next.policies().boundary().ifPresent(boundary -> shapes.add(Regions.ofEffect(boundary, Effect.ALLOW)));
        next.policies().session().ifPresent(all -> shapes.add(allows(all)));
        next.policies().serviceControl().ifPresent(levels -> {
            for (PolicyLevel level : levels) {
                shapes.add(allows(level.policies()));
            }
        });
        return shapes;
    }

    private static List<Region> allows(List<AttachedPolicy> policies) {
        return policies.stream()
                .flatMap(policy -> Regions.ofEffect(policy, Effect.ALLOW).stream())
                .toList();
    }

    private List<Region> cut(Region region, List<Region> shapes) {
        List<Region> pieces = new ArrayList<>();
        for (Region shape : shapes) {
            Optional<Region> both = RegionMeet.of(region, shape);
            if (both.isPresent() && !RegionMeet.isNothing(both.get())) {
                pieces.add(both.get());
            }
        }
        boolean smaller =
                !pieces.isEmpty() && !pieces.contains(region) && pieces.stream().allMatch(Regions::deniesWhatItAllows);
        if (!smaller) {
            return List.of(region);
        }
        List<Region> out = new ArrayList<>(told);
        out.addAll(pieces);
        return holds(analyzer.noNewAccess(existing, nextWithout(out), region)) ? pieces : List.of(region);
    }

    // Lists

    /** False if it is not known whether something in the region remains to be told. */
    private boolean tell(Region region) {
        if (isNothing(region)) {
            return true;
        }
        boolean all = true;
        for (Region piece : byPairs(withFewerValues(withFewerResources(withFewerActions(region))))) {
            Answer answer = gained(piece);
            Optional<Witness> witness = witness(answer);
            if (witness.isPresent()) {
                changes.add(new Change(piece, exceptions(piece), witness.get()));
                if (Regions.deniesWhatItAllows(piece)) {
                    told.add(piece);
                    asked.clear();
                }
            }
            all &= witness.isPresent() || holds(answer);
        }
        return all;
    }

    private Region withFewerActions(Region region) {
        List<ActionPattern> patterns = alternatives(region.actions());
        if (patterns.isEmpty()) {
            return region;
        }
        Set<ActionPattern> left = new LinkedHashSet<>();
        for (ActionPattern pattern : patterns) {
            boolean alone = patterns.size() == 1;
            if (alone || !isNothing(Regions.withActions(region, List.of(pattern)))) {
                left.addAll(named(region, pattern));
            }
        }
        return left.isEmpty() ? region : Regions.withActions(region, List.copyOf(left));
    }

    /** The pattern, or the actions of the catalog that it stands for if only some of them are gained. */
    private List<ActionPattern> named(Region region, ActionPattern pattern) {
        Optional<ServiceCatalog> catalog = analyzer.catalog();
        boolean wildcards = pattern.text().indexOf('*') >= 0 || pattern.text().indexOf('?') >= 0;
        if (!wildcards || catalog.isEmpty()) {
            return List.of(pattern);
        }
        List<ActionPattern> some = new ArrayList<>();
        boolean all = true;
        for (List<ActionPattern> alike : new ActionKinds(catalog.get(), existing, next).of(pattern)) {
            if (isNothing(Regions.withActions(region, alike))) {
                all = false;
            } else {
                some.addAll(alike);
            }
            if (some.size() > MAX_ACTIONS) {
                return List.of(pattern);
            }
        }
        return all || !isNothingBut(region, pattern, some) ? List.of(pattern) : some;
    }

    /** With a catalog the patterns of its actions are all there is; the analyzer has the last word. */
    private boolean isNothingBut(Region region, ActionPattern pattern, List<ActionPattern> some) {
        Region named = Regions.withActions(region, some);
        if (some.isEmpty() || !Regions.deniesWhatItAllows(named)) {
            return false;
        }
        List<Region> out = new ArrayList<>(told);
        out.add(named);
        Region whole = Regions.withActions(region, List.of(pattern));
        return holds(analyzer.noNewAccess(existing, nextWithout(out), whole));
    }

    private Region withFewerResources(Region region) {
        List<ResourcePattern> patterns = alternatives(region.resources());
        if (patterns.size() < 2) {
            return region;
        }
        List<ResourcePattern> left = patterns.stream()
                .filter(pattern -> !isNothing(Regions.withResources(region, List.of(pattern))))
                .toList();
        return left.isEmpty() ? region : Regions.withResources(region, left);
    }

    private Region withFewerValues(Region region) {
        Region smaller = region;
        for (int i = 0; i < region.conditions().size(); i++) {
            Condition condition = region.conditions().get(i);
            if (condition.values().size() < 2 || !areAlternatives(condition)) {
                continue;
            }
            List<String> left = new ArrayList<>();
            for (String value : condition.values()) {
                if (!isNothing(Regions.withValues(smaller, i, List.of(value)))) {
                    left.add(value);
                }
            }
            smaller = left.isEmpty() ? smaller : Regions.withValues(smaller, i, left);
        }
        return smaller;
    }

    /** True if the condition is the same as one of its values, then another (R-COND-03). */
    private static boolean areAlternatives(Condition condition) {
        return condition.operator().set() == SetOperator.NONE
                && !condition.operator().comparison().negated();
    }

    private static <P> List<P> alternatives(Scope<P> scope) {
        return scope.match(Scope.Only::patterns, allExcept -> List.of());
    }

    /** Actions whose gains lie on the same resources stand together. */
    private List<Region> byPairs(Region region) {
        List<ActionPattern> actions = alternatives(region.actions());
        List<ResourcePattern> resources = alternatives(region.resources());
        if (actions.size() < 2 || resources.size() < 2 || actions.size() * resources.size() > MAX_PAIRS) {
            return List.of(region);
        }
        Map<List<ResourcePattern>, List<ActionPattern>> groups = new LinkedHashMap<>();
        for (ActionPattern action : actions) {
            Region some = Regions.withActions(region, List.of(action));
            List<ResourcePattern> on = resources.stream()
                    .filter(resource -> !isNothing(Regions.withResources(some, List.of(resource))))
                    .toList();
            if (!on.isEmpty()) {
                groups.computeIfAbsent(on, o -> new ArrayList<>()).add(action);
            }
        }
        List<Region> pieces = new ArrayList<>();
        groups.forEach((on, of) -> pieces.add(Regions.withResources(Regions.withActions(region, of), on)));
        return pieces;
    }

    // Exceptions

    /** Statements that keep a part of the region from being a gain: Allows that were there, Denies that are. */
    private List<Region> exceptions(Region region) {
        List<Region> candidates = new ArrayList<>(Regions.ofEffect(existing.policies(), Effect.ALLOW));
        candidates.addAll(Regions.ofEffect(next.policies(), Effect.DENY));
        if (candidates.size() > MAX_EXCEPTIONS) {
            return List.of();
        }
        Subject inside = Regions.allowing(region);
        return candidates.stream()
                .distinct()
                .filter(part -> !RegionMeet.areApartToReaders(region, part))
                .filter(part -> RegionMeet.of(region, part)
                        .filter(RegionMeet::isNothing)
                        .isEmpty())
                .filter(part -> witness(analyzer.neverAllows(inside, part)).isPresent()
                        && holds(analyzer.noNewAccess(existing, next, part)))
                .toList();
    }
}
