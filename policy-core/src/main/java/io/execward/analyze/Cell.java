// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.match.ConditionMatcher;
import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Requests of one kind, with a value for every policy variable, that are in all of some boxes and in none of others; or several such
 * requests, the checks of one operation, that share facts. Each key is a finite set of classes; boxes that must not match are left one
 * by one, through a key or through the resource.
 */
final class Cell {
    private final Meter meter;
    private final List<Part> parts;
    private final Context fixed;
    private final Function<ConditionKey, List<ConditionMatcher>> conditions;
    private final Set<Box> used;
    private final Predicate<List<Solution>> stop;

    /** The boxes that must not match, part after part. */
    private final List<Unwanted> unwanted = new ArrayList<>();

    private final List<Key> keys = new ArrayList<>();
    private final List<Resources> resources = new ArrayList<>();

    /** A box that must not match the request of a part. */
    private record Unwanted(Box box, int part) {}

    /**
     * A key of one part, or of all.
     *
     * @param part -1 for all
     * @param satisfying for each unwanted box, the values with which it may match
     */
    private record Key(ConditionKey key, int part, List<ContextValue> values, List<BitSet> satisfying) {
        boolean isOf(int one) {
            return part < 0 || part == one;
        }
    }

    /**
     * @param conditions on a key, of the whole question
     * @param used collects the boxes that had to be left
     * @param stop is shown each solution, one member for each part, until it says so
     */
    Cell(
            Meter meter,
            List<Part> parts,
            Context fixed,
            Function<ConditionKey, List<ConditionMatcher>> conditions,
            Set<Box> used,
            Predicate<List<Solution>> stop) {
        this.meter = meter;
        this.parts = parts;
        this.fixed = fixed;
        this.conditions = conditions;
        this.used = used;
        this.stop = stop;
        for (int p = 0; p < parts.size(); p++) {
            for (Box box : parts.get(p).kind().matching()) {
                unwanted.add(new Unwanted(box, p));
            }
        }
        for (int p = 0; p < parts.size(); p++) {
            resources.add(new Resources(p));
        }
    }

    /** True if the search was stopped. */
    boolean search() {
        Optional<BitSet[]> domains = domains();
        if (domains.isEmpty()) {
            return false;
        }
        BitSet all = new BitSet();
        all.set(0, unwanted.size());
        return search(domains.get(), all, new BitSet());
    }

    /** The values of each key with which every wanted box matches; empty if there is a key without any. */
    private Optional<BitSet[]> domains() {
        Map<String, List<Test>> byKey = new LinkedHashMap<>();
        for (int p = 0; p < parts.size(); p++) {
            for (Box box : parts.get(p).wanted()) {
                collect(box, p, byKey);
            }
        }
        unwanted.forEach(one -> collect(one.box(), one.part(), byKey));
        List<BitSet> domains = new ArrayList<>();
        for (List<Test> tests : byKey.values()) {
            Optional<BitSet> domain = domain(tests);
            if (domain.isEmpty()) {
                return Optional.empty();
            }
            domains.add(domain.get());
        }
        return Optional.of(domains.toArray(BitSet[]::new));
    }

    /** A condition of a box of a part. */
    private record Test(ConditionMatcher matcher, int part) {}

    private void collect(Box box, int part, Map<String, List<Test>> byKey) {
        for (ConditionMatcher test : box.matcher().conditions()) {
            String name = isShared(test.key())
                    ? test.key().folded()
                    : part + " " + test.key().folded();
            byKey.computeIfAbsent(name, k -> new ArrayList<>()).add(new Test(test, part));
        }
    }

    private boolean isShared(ConditionKey key) {
        return parts.size() == 1 || SharedKeys.has(key);
    }

    private Optional<BitSet> domain(List<Test> tests) {
        ConditionKey key = tests.get(0).matcher().key();
        List<ConditionMatcher> matchers = tests.stream().map(Test::matcher).toList();
        KeyClasses classes = classes(key, tests.get(0).part(), matchers);
        IdentityHashMap<ConditionMatcher, BitSet> passing = new IdentityHashMap<>();
        for (int i = 0; i < matchers.size(); i++) {
            passing.put(matchers.get(i), classes.satisfying().get(i));
        }
        int part = isShared(key) ? -1 : tests.get(0).part();
        int count = classes.values().size();
        BitSet domain = all(count);
        for (int p = 0; p < parts.size(); p++) {
            if (part < 0 || part == p) {
                parts.get(p).wanted().forEach(box -> restrict(domain, box, key, passing));
            }
        }
        List<BitSet> ofBoxes = new ArrayList<>(unwanted.size());
        for (Unwanted one : unwanted) {
            BitSet ofBox = all(count);
            if (part < 0 || part == one.part()) {
                restrict(ofBox, one.box(), key, passing);
            }
            ofBoxes.add(ofBox);
        }
        keys.add(new Key(key, part, classes.values(), ofBoxes));
        return domain.isEmpty() ? Optional.empty() : Optional.of(domain);
    }

    private static BitSet all(int count) {
        BitSet all = new BitSet(count);
        all.set(0, count);
        return all;
    }

    private KeyClasses classes(ConditionKey key, int part, List<ConditionMatcher> tests) {
        if (Known.says(fixed, key)) {
            return KeyClasses.given(key, fixed.get(key), tests, fixed);
        }
        KeyDomain domain = parts.get(part).kind().place().domain(key, conditions.apply(key));
        KeyClasses classes = KeyClasses.of(key, domain, tests, fixed, meter.budget());
        classes.shortfall().ifPresent(meter::note);
        return classes;
    }

    private static void restrict(
            BitSet domain, Box box, ConditionKey key, IdentityHashMap<ConditionMatcher, BitSet> passing) {
        for (ConditionMatcher test : box.matcher().conditions()) {
            if (test.key().sameAs(key)) {
                domain.and(passing.get(test));
            }
        }
    }

    private boolean search(BitSet[] start, BitSet todo, BitSet left) {
        meter.node();
        BitSet[] domains = start.clone();
        BitSet open = (BitSet) todo.clone();
        BitSet out = (BitSet) left.clone();
        int best = -1;
        boolean again = true;
        while (again) {
            again = false;
            best = -1;
            int fewest = Integer.MAX_VALUE;
            for (int n = open.nextSetBit(0); n >= 0; n = open.nextSetBit(n + 1)) {
                int ways = waysOut(domains, n);
                boolean everywhere = resources.get(unwanted.get(n).part()).isEverything(n);
                if (ways < 0) {
                    open.clear(n);
                } else if (ways == 0) {
                    used.add(unwanted.get(n).box());
                    if (everywhere) {
                        return false;
                    }
                    open.clear(n);
                    out.set(n);
                } else if (ways == 1 && everywhere) {
                    used.add(unwanted.get(n).box());
                    leaveThroughTheOnlyKey(domains, n);
                    open.clear(n);
                    again = true;
                } else if (ways < fewest) {
                    fewest = ways;
                    best = n;
                }
            }
        }
        for (Resources one : resources) {
            if (one.find(out).isEmpty()) {
                return false;
            }
        }
        return best < 0 ? stop.test(solutions(domains, out)) : split(best, domains, open, out);
    }

    private boolean split(int n, BitSet[] domains, BitSet open, BitSet out) {
        used.add(unwanted.get(n).box());
        BitSet rest = (BitSet) open.clone();
        rest.clear(n);
        if (!resources.get(unwanted.get(n).part()).isEverything(n)) {
            BitSet more = (BitSet) out.clone();
            more.set(n);
            if (search(domains, rest, more)) {
                return true;
            }
        }
        BitSet[] inside = domains.clone();
        for (int k = 0; k < keys.size(); k++) {
            BitSet outside = (BitSet) domains[k].clone();
            outside.andNot(keys.get(k).satisfying().get(n));
            if (outside.isEmpty()) {
                continue;
            }
            BitSet[] piece = inside.clone();
            piece[k] = outside;
            if (search(piece, rest, out)) {
                return true;
            }
            inside[k] = (BitSet) domains[k].clone();
            inside[k].and(keys.get(k).satisfying().get(n));
        }
        return false;
    }

    /** How many keys can keep the box from matching; -1 if it cannot match. */
    private int waysOut(BitSet[] domains, int n) {
        int ways = 0;
        for (int k = 0; k < domains.length; k++) {
            BitSet passing = keys.get(k).satisfying().get(n);
            if (!domains[k].intersects(passing)) {
                return -1;
            }
            ways += isSubset(domains[k], passing) ? 0 : 1;
        }
        return ways;
    }

    private void leaveThroughTheOnlyKey(BitSet[] domains, int n) {
        for (int k = 0; k < domains.length; k++) {
            BitSet passing = keys.get(k).satisfying().get(n);
            if (!isSubset(domains[k], passing)) {
                domains[k] = (BitSet) domains[k].clone();
                domains[k].andNot(passing);
                return;
            }
        }
    }

    private static boolean isSubset(BitSet inner, BitSet outer) {
        for (int i = inner.nextSetBit(0); i >= 0; i = inner.nextSetBit(i + 1)) {
            if (!outer.get(i)) {
                return false;
            }
        }
        return true;
    }

    private List<Solution> solutions(BitSet[] domains, BitSet out) {
        List<Solution> all = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            int part = p;
            Map<ConditionKey, List<ContextValue>> chosen = new LinkedHashMap<>();
            for (int k = 0; k < domains.length; k++) {
                if (keys.get(k).isOf(part)) {
                    List<ContextValue> values = keys.get(k).values();
                    chosen.put(
                            keys.get(k).key(),
                            domains[k].stream().mapToObj(values::get).toList());
                }
            }
            List<Box> left = out.stream()
                    .mapToObj(unwanted::get)
                    .filter(one -> one.part() == part)
                    .map(Unwanted::box)
                    .toList();
            String resource = resources.get(part).find(out).orElseThrow();
            all.add(new Solution(parts.get(part).kind(), parts.get(part).wanted(), left, fixed, chosen, resource));
        }
        return all;
    }

    /** The resource of a part, which is no set of classes: only the sets that come up are looked into. */
    private final class Resources {
        private static final String STAR = "*";

        private final Kind.Place place;
        private final List<Patterns> all;
        private Patterns none;
        private boolean star;
        private final BitSet own = new BitSet();
        private final Box.Field[] ofUnwanted = new Box.Field[unwanted.size()];
        private final Map<BitSet, Optional<String>> found = new LinkedHashMap<>();

        Resources(int part) {
            this.place = parts.get(part).kind().place();
            this.all = new ArrayList<>(place.arns());
            this.none = place.noArns();
            this.star = place.hasStar();
            for (Box box : parts.get(part).wanted()) {
                Box.Field field = box.resources(fixed);
                star &= field.acceptsStar();
                if (field.complement()) {
                    none = none.or(field.patterns());
                } else {
                    all.add(field.patterns());
                }
            }
            for (int n = 0; n < ofUnwanted.length; n++) {
                if (unwanted.get(n).part() == part) {
                    own.set(n);
                    ofUnwanted[n] = unwanted.get(n).box().resources(fixed);
                } else {
                    ofUnwanted[n] = Box.Field.EVERYTHING;
                }
            }
        }

        boolean isEverything(int n) {
            return ofUnwanted[n].isEverything();
        }

        /** A resource of the wanted boxes that is in none of these. */
        Optional<String> find(BitSet left) {
            BitSet out = (BitSet) left.clone();
            out.and(own);
            Optional<String> known = found.get(out);
            if (known != null) {
                return known;
            }
            Optional<String> one = look(out);
            found.put(out, one);
            return one;
        }

        private Optional<String> look(BitSet out) {
            for (Optional<String> other : found.values()) {
                if (other.isPresent() && isOutside(out, other.get())) {
                    return other;
                }
            }
            Optional<String> arn = place.hasArns() ? arn(out) : Optional.empty();
            return arn.isPresent() || !star || !isOutside(out, STAR) ? arn : Optional.of(STAR);
        }

        private Optional<String> arn(BitSet out) {
            List<Patterns> accepting = new ArrayList<>(all);
            Patterns rejecting = none;
            for (int n = out.nextSetBit(0); n >= 0; n = out.nextSetBit(n + 1)) {
                if (ofUnwanted[n].complement()) {
                    accepting.add(ofUnwanted[n].patterns());
                } else {
                    rejecting = rejecting.or(ofUnwanted[n].patterns());
                }
            }
            return MemberSearch.find(Universe.ARN, accepting, rejecting, meter.budget())
                    .match(Optional::of, Optional::<String>empty, shortfall -> {
                        meter.note(shortfall);
                        return Optional.empty();
                    });
        }

        /** Every resource that was found is in the wanted boxes. */
        private boolean isOutside(BitSet out, String resource) {
            for (int n = out.nextSetBit(0); n >= 0; n = out.nextSetBit(n + 1)) {
                boolean in = resource.equals(STAR) ? ofUnwanted[n].acceptsStar() : ofUnwanted[n].accepts(resource);
                if (in) {
                    return false;
                }
            }
            return true;
        }
    }
}
