// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Classes of things by number, made finer step by step; a class is numbered when its first member is met. */
public final class Refinement {
    private static final int MAX_TABLE = 1 << 16;

    private final int[] classes;
    private int size;

    /** All things in one class. */
    public Refinement(int things) {
        this.classes = new int[things];
        this.size = things == 0 ? 0 : 1;
    }

    /**
     * Parts things of one class whose codes differ.
     *
     * @param codes for each thing, at least 0 and less than {@code bound}
     */
    public void refine(int[] codes, int bound) {
        if (bound <= 1 || size == classes.length) {
            return;
        }
        long parts = (long) size * bound;
        size = parts <= MAX_TABLE ? refineByTable(codes, bound, (int) parts) : refineByMap(codes, bound);
    }

    private int refineByTable(int[] codes, int bound, int parts) {
        int[] numbers = new int[parts];
        Arrays.fill(numbers, -1);
        int next = 0;
        for (int i = 0; i < classes.length; i++) {
            int part = classes[i] * bound + codes[i];
            if (numbers[part] < 0) {
                numbers[part] = next++;
            }
            classes[i] = numbers[part];
        }
        return next;
    }

    private int refineByMap(int[] codes, int bound) {
        Map<Long, Integer> numbers = new HashMap<>();
        for (int i = 0; i < classes.length; i++) {
            long part = (long) classes[i] * bound + codes[i];
            Integer number = numbers.get(part);
            if (number == null) {
                number = numbers.size();
                numbers.put(part, number);
            }
            classes[i] = number;
        }
        return numbers.size();
    }

    /** How many classes there are. */
    public int size() {
        return size;
    }

    /** The class of each thing. */
    public int[] classes() {
        return classes.clone();
    }

    /** For each class its first member. */
    public int[] firsts() {
        int[] firsts = new int[size];
        for (int i = classes.length - 1; i >= 0; i--) {
            firsts[classes[i]] = i;
        }
        return firsts;
    }
}
