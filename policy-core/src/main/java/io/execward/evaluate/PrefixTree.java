// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import com.google.common.collect.Multimaps;
import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Values under text keys, found by every key that a text begins with. A compressed trie: a look-up reads each character of the text
 * at most once, however many keys there are.
 */
final class PrefixTree<T> {
    private final String label;
    private final List<T> values;
    private final char[] branches;
    private final List<PrefixTree<T>> children;

    private PrefixTree(String label, List<T> values, char[] branches, List<PrefixTree<T>> children) {
        this.label = label;
        this.values = values;
        this.branches = branches;
        this.children = children;
    }

    static <T> PrefixTree<T> of(SetMultimap<String, T> valuesByKey) {
        return build(new TreeMap<>(Multimaps.asMap(valuesByKey)), 0, 0);
    }

    /** All keys share their first {@code end} characters; the label is those from {@code start}. */
    private static <T> PrefixTree<T> build(SortedMap<String, Set<T>> keys, int start, int end) {
        List<T> here = List.of();
        TreeMap<Character, TreeMap<String, Set<T>>> groups = new TreeMap<>();
        for (Map.Entry<String, Set<T>> entry : keys.entrySet()) {
            if (entry.getKey().length() == end) {
                here = List.copyOf(entry.getValue());
            } else {
                groups.computeIfAbsent(entry.getKey().charAt(end), c -> new TreeMap<>())
                        .put(entry.getKey(), entry.getValue());
            }
        }
        char[] branches = new char[groups.size()];
        List<PrefixTree<T>> children = new ArrayList<>(groups.size());
        for (Map.Entry<Character, TreeMap<String, Set<T>>> group : groups.entrySet()) {
            branches[children.size()] = group.getKey();
            TreeMap<String, Set<T>> below = group.getValue();
            children.add(build(below, end, commonPrefix(below.firstKey(), below.lastKey())));
        }
        String label = keys.isEmpty() ? "" : keys.firstKey().substring(start, end);
        return new PrefixTree<>(label, here, branches, List.copyOf(children));
    }

    /** In sorted order the first and the last key differ the earliest. */
    private static int commonPrefix(String first, String last) {
        int length = 0;
        while (length < first.length() && length < last.length() && first.charAt(length) == last.charAt(length)) {
            length++;
        }
        return length;
    }

    /** Shows the values of every key that the text, read from {@code from}, begins with, until one is accepted. */
    boolean anyMatch(String text, int from, Predicate<? super T> accepts) {
        PrefixTree<T> node = this;
        int at = from;
        while (true) {
            for (int i = 0; i < node.values.size(); i++) {
                if (accepts.test(node.values.get(i))) {
                    return true;
                }
            }
            int branch = at < text.length() ? Arrays.binarySearch(node.branches, text.charAt(at)) : -1;
            if (branch < 0) {
                return false;
            }
            node = node.children.get(branch);
            if (!text.startsWith(node.label, at)) {
                return false;
            }
            at += node.label.length();
        }
    }
}
