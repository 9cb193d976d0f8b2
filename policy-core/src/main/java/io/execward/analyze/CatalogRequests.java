// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.catalog.ActionResource;
import io.execward.catalog.GlobalKeys;
import io.execward.catalog.KeyDefinition;
import io.execward.catalog.ServiceAction;
import io.execward.match.ActionMatcher;
import io.execward.match.ConditionMatcher;
import io.execward.model.Action;
import io.execward.model.ConditionKey;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The requests that a catalog makes possible: its actions, each on resources of its types, or on {@code *} if it has none, with the
 * keys that the check takes (R-CAT-08, R-CAT-09). Keys that every request has are present.
 */
final class CatalogRequests implements Space {
    private static final Patterns NOTHING = Patterns.of(List.of(), false);

    private final CatalogIndex index;
    private final String partition;
    private final Kind.Place loose;

    CatalogRequests(CatalogIndex index, String partition) {
        this.index = index;
        this.partition = partition;
        this.loose = new Loose(List.of(Patterns.of(List.of(AnyRequest.arns(partition)), false)));
    }

    /** Loose kinds: on any resource, with any key. Types are left for {@link #exact}, which few searches need. */
    @Override
    public List<Kind> kinds(List<Box> wanted, List<Box> unwanted) {
        Map<BitSet, List<Action>> groups = new LinkedHashMap<>();
        for (String service : services(wanted)) {
            CatalogIndex.Entry entry = index.entry(service);
            BitSet all = new BitSet();
            all.set(0, entry.actions().size());
            for (Box box : wanted) {
                all.and(entry.actions(box));
            }
            if (!all.isEmpty()) {
                blocks(entry, all, unwanted)
                        .forEach((matching, block) -> block.stream()
                                .mapToObj(i -> entry.actions().get(i).action())
                                .forEach(groups.computeIfAbsent(matching, k -> new ArrayList<>())::add));
            }
        }
        List<Kind> kinds = new ArrayList<>();
        groups.forEach((matching, actions) -> kinds.add(
                new Kind(actions, matching.stream().mapToObj(unwanted::get).toList(), loose)));
        return kinds;
    }

    /** The services that a box with literal prefixes names; else all. */
    private List<String> services(List<Box> wanted) {
        for (Box box : wanted) {
            Set<String> named = new LinkedHashSet<>();
            boolean literal = !box.matcher().exemptsActions();
            for (ActionMatcher action : box.matcher().actions()) {
                literal &= action.service().isLiteral();
                named.add(action.service().prefix());
            }
            if (literal) {
                return named.stream().filter(index::has).toList();
            }
        }
        return index.services();
    }

    /** The actions by the boxes that match them. */
    private static Map<BitSet, BitSet> blocks(CatalogIndex.Entry entry, BitSet all, List<Box> boxes) {
        Map<BitSet, BitSet> blocks = new LinkedHashMap<>();
        blocks.put(new BitSet(), all);
        for (int n = 0; n < boxes.size(); n++) {
            BitSet matching = entry.actions(boxes.get(n));
            matching.and(all);
            if (matching.isEmpty()) {
                continue;
            }
            Map<BitSet, BitSet> finer = new LinkedHashMap<>();
            for (Map.Entry<BitSet, BitSet> block : blocks.entrySet()) {
                BitSet in = (BitSet) block.getValue().clone();
                in.and(matching);
                BitSet out = (BitSet) block.getValue().clone();
                out.andNot(matching);
                if (!out.isEmpty()) {
                    finer.put(block.getKey(), out);
                }
                if (!in.isEmpty()) {
                    BitSet more = (BitSet) block.getKey().clone();
                    more.set(n);
                    finer.put(more, in);
                }
            }
            blocks = finer;
        }
        return blocks;
    }

    @Override
    public Optional<List<Kind>> exact(Kind kind) {
        Map<Check, List<Action>> groups = new LinkedHashMap<>();
        for (Action action : kind.actions()) {
            ServiceAction known = index.catalog().action(action).orElseThrow();
            if (known.isOnlyOnStar()) {
                add(groups, new Check("", Set.copyOf(known.ownKeys())), action);
            }
            for (ActionResource row : known.resources()) {
                add(groups, new Check(row.type().arnPattern(), known.keysOf(row)), action);
            }
        }
        List<Kind> kinds = new ArrayList<>();
        groups.forEach((check, actions) -> kinds.add(new Kind(actions, kind.matching(), place(check, actions.get(0)))));
        return Optional.of(kinds);
    }

    /** What tells the checks of actions apart; no pattern for {@code *}. */
    private record Check(String arnPattern, Set<KeyDefinition> keys) {}

    private static void add(Map<Check, List<Action>> groups, Check check, Action action) {
        groups.computeIfAbsent(check, k -> new ArrayList<>()).add(action);
    }

    private Kind.Place place(Check check, Action action) {
        if (check.arnPattern().isEmpty()) {
            return new Exact(List.of(), NOTHING, true, check.keys());
        }
        ActionResource row = index.catalog().action(action).orElseThrow().resources().stream()
                .filter(one -> one.type().arnPattern().equals(check.arnPattern()))
                .findFirst()
                .orElseThrow();
        ArnForm form = index.form(row.type(), partition);
        List<Patterns> arns = List.of(form.arns(), loose.arns().get(0)); // a pattern may name its partition
        return new Exact(arns, form.noArns(), false, check.keys());
    }

    private KeyDomain typed(ConditionKey key, List<ConditionMatcher> conditions) {
        return KeyDomain.of(index.catalog(), key, conditions);
    }

    private final class Loose implements Kind.Place {
        private final List<Patterns> arns;

        Loose(List<Patterns> arns) {
            this.arns = arns;
        }

        @Override
        public List<Patterns> arns() {
            return arns;
        }

        @Override
        public Patterns noArns() {
            return NOTHING;
        }

        @Override
        public boolean hasArns() {
            return true;
        }

        @Override
        public boolean hasStar() {
            return true;
        }

        @Override
        public KeyDomain domain(ConditionKey key, List<ConditionMatcher> conditions) {
            return typed(key, conditions);
        }
    }

    private final class Exact implements Kind.Place {
        private final List<Patterns> arns;
        private final Patterns noArns;
        private final boolean onlyStar;
        private final Set<KeyDefinition> keys;

        Exact(List<Patterns> arns, Patterns noArns, boolean onlyStar, Set<KeyDefinition> keys) {
            this.arns = arns;
            this.noArns = noArns;
            this.onlyStar = onlyStar;
            this.keys = keys;
        }

        @Override
        public List<Patterns> arns() {
            return arns;
        }

        @Override
        public Patterns noArns() {
            return noArns;
        }

        @Override
        public boolean hasArns() {
            return !onlyStar;
        }

        @Override
        public boolean hasStar() {
            return onlyStar;
        }

        @Override
        public KeyDomain domain(ConditionKey key, List<ConditionMatcher> conditions) {
            boolean listed = keys.stream().anyMatch(definition -> definition.matches(key));
            KeyDomain free = typed(key, conditions);
            Optional<GlobalKeys.Entry> global = GlobalKeys.find(key);
            if (listed) {
                return free;
            }
            if (global.isPresent()) {
                return switch (global.get().presence()) {
                    case OPERATION -> KeyDomain.absent();
                    case ALWAYS, SIGNED -> new KeyDomain(free.types(), free.several(), false, true);
                    default -> free;
                };
            }
            String prefix = key.folded().substring(0, key.folded().indexOf(':'));
            return index.has(prefix) ? KeyDomain.absent() : free;
        }
    }
}
