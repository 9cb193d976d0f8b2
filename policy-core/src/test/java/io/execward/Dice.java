// SPDX-License-Identifier: Apache-2.0
package io.execward;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Random choices by their names. */
final class Dice {
    private final Random random;

    Dice(Random random) {
        this.random = random;
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    int between(int min, int max) {
        return min + random.nextInt(max - min + 1);
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The first choice with the first chance, and so on; the last one with what is left of a hundred. */
    @SafeVarargs
    final <T> T weighted(int[] percents, Supplier<? extends T>... choices) {
        int roll = random.nextInt(100);
        for (int i = 0; i < percents.length; i++) {
            roll -= percents[i];
            if (roll < 0) {
                return choices[i].get();
            }
        }
        return choices[choices.length - 1].get();
    }

    /** Different values; fewer than {@code count} if the same ones come up again. */
    <T> List<T> distinct(int count, Supplier<T> value) {
        Set<T> values = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            values.add(value.get());
        }
        return List.copyOf(values);
    }

    /** Usually one, sometimes two or three, rarely none. */
    int few() {
        return weighted(new int[] {4, 62, 24}, () -> 0, () -> 1, () -> 2, () -> 3);
    }

    <T> List<T> repeat(int count, Supplier<T> value) {
        List<T> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(value.get());
        }
        return values;
    }
}
