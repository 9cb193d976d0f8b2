// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.match.Glob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks for a text that all of some patterns accept and none of others. */
final class MemberSearch {
    private final Universe universe;
    private final List<Patterns> all;
    private final Patterns none;

    private MemberSearch(Universe universe, List<Patterns> all, Patterns none) {
        this.universe = universe;
        this.all = all;
        this.none = none;
    }

    /**
     * A readable text if there is one at hand, else a shortest; the resource {@code *} is not looked at.
     *
     * @param all each accepts the text
     * @param none does not accept it
     */
    static Member find(Universe universe, List<Patterns> all, Patterns none, Budget budget) {
        List<Patterns> possible = new ArrayList<>(all);
        possible.add(Patterns.of(List.of(universe.shape()), false));
        possible.removeIf(one -> one.globs().stream().anyMatch(Glob::isEverything));
        possible.sort(Comparator.comparingInt(one -> one.globs().size()));
        for (int i = 0; i < possible.size(); i++) {
            Patterns kept = kept(possible, i, none);
            if (kept.globs().isEmpty()) {
                return new Member.None();
            }
            possible.set(i, kept);
        }
        Patterns narrowest = possible.get(0);
        Patterns excluded =
                Patterns.of(none.globs().stream().filter(narrowest::meets).toList(), false);
        return new MemberSearch(universe, possible, excluded).find(budget);
    }

    /** Without the patterns that an excluded one covers, and those that meet nothing of another list. */
    private static Patterns kept(List<Patterns> all, int index, Patterns none) {
        List<Glob> kept = new ArrayList<>();
        for (Glob glob : all.get(index).globs()) {
            boolean meetsAll = true;
            for (int i = 0; i < all.size() && meetsAll; i++) {
                meetsAll = i == index || all.get(i).meets(glob);
            }
            if (meetsAll && !none.covers(glob)) {
                kept.add(glob);
            }
        }
        return Patterns.of(kept, false);
    }

    private Member find(Budget budget) {
        for (Glob glob : all.get(0).globs()) {
            for (String text : Wording.texts(universe, glob)) {
                if (isMember(text)) {
                    return new Member.Found(text);
                }
            }
        }
        MemberWalk walk = new MemberWalk(universe, all, none);
        Optional<String> shortest = walk.find(budget);
        if (shortest.isPresent()) {
            String text = universe == Universe.ARN ? Wording.better(shortest.get(), this::isMember) : shortest.get();
            return new Member.Found(text);
        }
        return walk.shortfall().<Member>map(Member.Unknown::new).orElseGet(Member.None::new);
    }

    private boolean isMember(String text) {
        return !text.isEmpty()
                && text.codePoints().allMatch(universe::isLegal)
                && !none.accepts(text)
                && all.stream().allMatch(patterns -> patterns.accepts(text));
    }
}
