// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.match.ActionMatcher;
import io.execward.match.ConditionMatcher;
import io.execward.match.Glob;
import io.execward.model.Action;
import io.execward.model.CaseFolding;
import io.execward.model.ConditionKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every action on every resource of a partition, with any keys. */
final class AnyRequest implements Space {
    private static final Patterns NOTHING = Patterns.of(List.of(), false);

    private final Meter meter;
    private final Kind.Place place;

    /** @param partition of the caller: access cannot cross partitions (R-ARN-03); empty for any */
    AnyRequest(Meter meter, String partition) {
        this.meter = meter;
        this.place = new Anywhere(List.of(Patterns.of(List.of(arns(partition)), false)));
    }

    /** Complete ARNs of a partition; empty for any. */
    static Glob arns(String partition) {
        return partition(new Glob.Builder().literal("arn:"), partition)
                .literal(":")
                .one(false)
                .run(false)
                .literal(":")
                .run(false)
                .literal(":")
                .run(false)
                .literal(":")
                .one(true)
                .run(true)
                .build();
    }

    /** Adds a partition, or any where it is empty. */
    static Glob.Builder partition(Glob.Builder glob, String partition) {
        return partition.isEmpty() ? glob.one(false).run(false) : glob.literal(partition);
    }

    @Override
    public List<Kind> kinds(List<Box> wanted, List<Box> unwanted) {
        Map<String, Action> spellings = new HashMap<>();
        wanted.forEach(box -> spell(box, spellings));
        unwanted.forEach(box -> spell(box, spellings));
        Map<List<Box>, List<Action>> groups = new LinkedHashMap<>();
        for (String text : ActionClasses.of(meter, wanted, unwanted)) {
            Action action = spellings.getOrDefault(text, Action.of(text));
            if (wanted.stream().allMatch(box -> box.matches(action))) {
                List<Box> matching =
                        unwanted.stream().filter(box -> box.matches(action)).toList();
                groups.computeIfAbsent(matching, k -> new ArrayList<>()).add(action);
            }
        }
        List<Kind> kinds = new ArrayList<>();
        groups.forEach((matching, actions) -> kinds.add(new Kind(actions, matching, place)));
        return kinds;
    }

    private static void spell(Box box, Map<String, Action> spellings) {
        for (ActionMatcher matcher : box.matcher().actions()) {
            if (matcher.service().isLiteral() && matcher.name().isLiteral()) {
                String text = matcher.toString();
                spellings.putIfAbsent(CaseFolding.fold(text), Action.of(text));
            }
        }
    }

    @Override
    public Optional<List<Kind>> exact(Kind kind) {
        return Optional.empty();
    }

    private record Anywhere(List<Patterns> arns) implements Kind.Place {
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
            return KeyDomain.of(key, conditions);
        }
    }
}
