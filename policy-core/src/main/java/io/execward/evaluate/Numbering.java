// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import java.util.HashMap;
import java.util.Map;

/** Numbers things in the order in which they are met. */
final class Numbering<T> {
    private final Map<T, Integer> numbers = new HashMap<>();

    int number(T thing) {
        Integer known = numbers.get(thing);
        if (known == null) {
            known = numbers.size();
            numbers.put(thing, known);
        }
        return known;
    }

    int size() {
        return numbers.size();
    }
}
