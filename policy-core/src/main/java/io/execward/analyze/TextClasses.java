// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import io.execward.analyze.TextWalk.Observer;
import io.execward.match.Glob;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * One text for each set of patterns that a text can match at once.
 *
 * @param texts the representatives
 * @param accepted for each of them, the positions of the patterns that accept it
 * @param shortfall set if there may be more
 */
record TextClasses(List<String> texts, List<BitSet> accepted, Optional<Shortfall> shortfall) {
    static TextClasses of(Universe universe, List<Glob> patterns, Budget budget) {
        List<Observer> observers = new ArrayList<>();
        patterns.forEach(pattern -> observers.add(Observer.of(pattern, false)));
        observers.add(Observer.of(universe.shape(), false));
        List<String> readable = new ArrayList<>();
        patterns.forEach(pattern -> readable.addAll(Wording.texts(universe, pattern)));
        readable.addAll(Wording.texts(universe, universe.shape()));
        TextWalk walk = new TextWalk(universe, new Alphabet(universe), observers)
                .walk(false, budget)
                .prefer(readable);
        List<String> texts = new ArrayList<>();
        List<BitSet> accepted = new ArrayList<>();
        for (TextWalk.Group one : walk.classes()) {
            if (one.isAccepted(patterns.size())) {
                BitSet by = new BitSet();
                for (int i = 0; i < patterns.size(); i++) {
                    by.set(i, one.isAccepted(i));
                }
                texts.add(one.text());
                accepted.add(by);
            }
        }
        return new TextClasses(texts, accepted, walk.shortfall());
    }
}
