// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import java.util.ArrayList;
import java.util.List;

/**
 * Requests that are in some box of each union and in none of the others.
 *
 * @param all the unions
 * @param none the others
 */
record Formula(List<List<Box>> all, List<Box> none) {
    Formula {
        all = List.copyOf(all);
        none = List.copyOf(none);
    }

    static Formula of(Box... one) {
        List<List<Box>> all = new ArrayList<>();
        for (Box box : one) {
            all.add(List.of(box));
        }
        return new Formula(all, List.of());
    }

    /** Those that are in some of these too. */
    Formula and(List<Box> union) {
        List<List<Box>> more = new ArrayList<>(all);
        more.add(union);
        return new Formula(more, none);
    }

    /** Those that are in both. */
    Formula and(Formula other) {
        List<List<Box>> more = new ArrayList<>(all);
        more.addAll(other.all);
        return new Formula(more, none).without(other.none);
    }

    /** Those that are in none of these. */
    Formula without(List<Box> boxes) {
        List<Box> more = new ArrayList<>(none);
        more.addAll(boxes);
        return new Formula(all, more);
    }
}
