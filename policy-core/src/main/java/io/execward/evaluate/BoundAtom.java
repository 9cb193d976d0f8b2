// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.evaluate.RequestColumns.Column;
import io.execward.match.ResourceMatcher;
import io.execward.match.Tri;
import io.execward.model.ConditionKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An atom with the facts of a caller: what it says then depends on the request's columns alone. Its codes: 0 for no; 1 for yes; from
 * 2 on, even for yes and odd for unknown, with the values that it reads, wherever an unknown fact takes part.
 */
final class BoundAtom {
    static final int NO = 0;
    static final int YES = 1;

    private final Atom atom;
    private final Check caller;
    private final RequestColumns columns;
    private final List<ConditionKey> keys = new ArrayList<>();
    private final List<Column> reads = new ArrayList<>();
    private final boolean readsResource;
    private final Numbering<List<Integer>> tuples = new Numbering<>();
    /** By class of the only column; filled on demand. */
    private int[] codes = {};

    BoundAtom(Atom atom, Check caller, RequestColumns columns) {
        this.atom = atom;
        this.caller = caller;
        this.columns = columns;
        for (ConditionKey key : atom.keys()) {
            if (columns.of(key).varies()) {
                keys.add(key);
                reads.add(columns.of(key));
            }
        }
        this.readsResource = atom.readsResource() && columns.resource().varies();
        if (readsResource) {
            reads.add(columns.resource());
        }
        refine();
    }

    private void refine() {
        if (reads.size() > 1) {
            for (Column column : reads) {
                int[] values = new int[column.values()];
                Arrays.setAll(values, v -> v);
                column.refine(values, values.length);
            }
        } else if (reads.size() == 1) {
            Column column = reads.get(0);
            int[] answers = readsResource && atom.narrow().isPresent() ? narrowed(column) : each(column);
            int bound = 0;
            for (int answer : answers) {
                bound = Math.max(bound, answer + 1);
            }
            column.refine(answers, bound);
        }
    }

    private int[] each(Column column) {
        int[] answers = new int[column.values()];
        Arrays.setAll(answers, v -> code(column.exemplar(v)));
        return answers;
    }

    /** Only resources that begin as a pattern does can match. */
    private int[] narrowed(Column column) {
        int[] answers = new int[column.values()];
        Arrays.fill(answers, -1);
        for (ResourceMatcher resource : atom.narrow().orElseThrow().resources()) {
            String prefix = resource.prefix();
            for (int v = column.from(prefix);
                    v < answers.length && column.text(v).startsWith(prefix);
                    v++) {
                if (answers[v] < 0) {
                    answers[v] = code(column.exemplar(v));
                }
            }
        }
        for (int v = 0; v < answers.length; v++) {
            answers[v] = Math.max(answers[v], NO);
        }
        return answers;
    }

    private int code(int request) {
        Check check = reads.isEmpty() ? caller : columns.as(caller, request, keys, readsResource);
        Tri answer = atom.ask(check);
        if (answer == Tri.FALSE) {
            return NO;
        }
        if (!atom.readsUnknown(check)) {
            return YES;
        }
        List<Integer> values = new ArrayList<>(reads.size());
        reads.forEach(column -> values.add(column.valueOf(request)));
        return 2 + 2 * tuples.number(values) + (answer == Tri.UNKNOWN ? 1 : 0);
    }

    /** What the atom says about a class of requests; after the columns are settled. */
    int codeOf(int base) {
        int request = columns.firstOf(base);
        if (reads.size() > 1) {
            return code(request);
        }
        int slot = reads.isEmpty() ? 0 : reads.get(0).classOf(request);
        if (codes.length == 0) {
            codes = new int[reads.isEmpty() ? 1 : reads.get(0).size()];
            Arrays.fill(codes, -1);
        }
        if (codes[slot] < 0) {
            codes[slot] = code(reads.isEmpty() ? request : reads.get(0).classExemplar(slot));
        }
        return codes[slot];
    }

    static boolean isYes(int code) {
        return code == YES || (code > YES && code % 2 == 0);
    }
}
