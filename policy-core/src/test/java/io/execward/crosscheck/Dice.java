// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Random choices that one number repeats. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    /** From 0, exclusive. */
    int below(int limit) {
        return random.nextInt(limit);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    final <T> T pick(T... all) {
        return pick(Arrays.asList(all));
    }

    /** Between these two numbers of drawn things, both inclusive. */
    <T> List<T> some(int least, int most, Supplier<T> one) {
        int count = least + random.nextInt(most - least + 1);
        List<T> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(one.get());
        }
        return all;
    }

    <T> List<T> shuffled(List<T> all) {
        List<T> copy = new ArrayList<>(all);
        Collections.shuffle(copy, random);
        return copy;
    }
}
