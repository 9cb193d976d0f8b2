// SPDX-License-Identifier: Apache-2.0
package io.execward.evaluate;

import io.execward.model.ConditionKey;
import io.execward.model.Context;
import io.execward.model.ContextValue;
import io.execward.model.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * One resource of each of many requests, as a table: a column for the resource and one for each key in which the requests differ, of
 * those that some statement reads. Values of a column that no statement tells apart are one class.
 */
final class RequestColumns {
    private final List<Request> requests;
    private final int position;
    private final Check[] checks;
    private final Map<String, Column> byKey = new HashMap<>();
    private final Column resource;
    private int[] structures = {};
    private int[] firsts = {};

    RequestColumns(List<Request> requests, int position) {
        this.requests = requests;
        this.position = position;
        this.checks = requests.stream()
                .map(request -> Check.of(request, request.resources().get(position)))
                .toArray(Check[]::new);
        this.resource = Column.sorted(checks);
    }

    Check check(int request) {
        return checks[request];
    }

    /** The column of the resources themselves. */
    Column resource() {
        return resource;
    }

    /** The column of a key. */
    Column of(ConditionKey key) {
        return byKey.computeIfAbsent(key.folded(), k -> Column.of(checks.length, r -> fact(checks[r], key)));
    }

    /** A value, and whether it is the resource's own: unknown facts of the resource are told apart from those of the request. */
    private static List<Object> fact(Check check, ConditionKey key) {
        boolean own = check.resource().context().isUnknown(key);
        return List.of(check.context().get(key), own);
    }

    /** Refuses a caller about whom something was told that is said differently of the resources here. */
    void requireSame(Check sample) {
        if (!sample.resource().text().equals(checks[0].resource().text())) {
            throw new IllegalArgumentException("the sample is about another resource than the first request");
        }
    }

    /** Refuses a told fact about what the requests differ in. */
    void requireSame(Check sample, ConditionKey key) {
        ContextValue told = sample.context().get(key);
        if (!told.equals(checks[0].context().get(key))) {
            throw new IllegalArgumentException(
                    "`" + key + "` is a fact of what the requests are about: it cannot be told of a caller");
        }
    }

    /** The classes that the columns leave; nothing may be refined afterwards. Returns the class of each request. */
    int[] settle() {
        Refinement all = new Refinement(checks.length);
        Numbering<List<Object>> structuresOf = new Numbering<>();
        int[] codes = new int[checks.length];
        Arrays.setAll(codes, r -> structuresOf.number(RequestClasses.structure(requests.get(r), position)));
        all.refine(codes, structuresOf.size());
        List<Column> columns = new ArrayList<>(byKey.values());
        columns.add(resource);
        for (Column column : columns) {
            column.settle();
            Arrays.setAll(codes, column::classOf);
            all.refine(codes, column.size());
        }
        firsts = all.firsts();
        structures = new int[firsts.length];
        Arrays.setAll(
                structures, b -> structuresOf.number(RequestClasses.structure(requests.get(firsts[b]), position)));
        return all.classes();
    }

    /** How many classes there are. */
    int size() {
        return firsts.length;
    }

    /** For each class, what of it decides without being asked of a statement; numbers less than {@link #size}. */
    int[] structures() {
        return structures;
    }

    /** The first request of a class. */
    int firstOf(int base) {
        return firsts[base];
    }

    /** One thing in which requests may differ. */
    static final class Column {
        private final int[] valueOf;
        private final int[] exemplars;
        /** The values as text in sorted order; only for resources. */
        private final String[] texts;

        private final Refinement refinement;
        private int[] classOf = {};
        private int[] classExemplars = {};

        private Column(int[] valueOf, int[] exemplars, String[] texts) {
            this.valueOf = valueOf;
            this.exemplars = exemplars;
            this.texts = texts;
            this.refinement = new Refinement(exemplars.length);
        }

        static Column of(int requests, IntFunction<Object> value) {
            Numbering<Object> numbers = new Numbering<>();
            int[] valueOf = new int[requests];
            Arrays.setAll(valueOf, r -> numbers.number(value.apply(r)));
            return new Column(valueOf, exemplars(valueOf, numbers.size()), new String[0]);
        }

        static Column sorted(Check[] checks) {
            String[] texts = Arrays.stream(checks)
                    .map(check -> check.resource().text())
                    .distinct()
                    .sorted()
                    .toArray(String[]::new);
            Map<String, Integer> numbers = new HashMap<>();
            for (String text : texts) {
                numbers.put(text, numbers.size());
            }
            int[] valueOf = new int[checks.length];
            Arrays.setAll(
                    valueOf, r -> numbers.getOrDefault(checks[r].resource().text(), 0));
            return new Column(valueOf, exemplars(valueOf, texts.length), texts);
        }

        private static int[] exemplars(int[] valueOf, int values) {
            int[] exemplars = new int[values];
            for (int r = valueOf.length - 1; r >= 0; r--) {
                exemplars[valueOf[r]] = r;
            }
            return exemplars;
        }

        /** True if the requests differ in it. */
        boolean varies() {
            return exemplars.length > 1;
        }

        /** How many values there are. */
        int values() {
            return exemplars.length;
        }

        /** A request that has the value. */
        int exemplar(int value) {
            return exemplars[value];
        }

        int valueOf(int request) {
            return valueOf[request];
        }

        /** The first value, in sorted order, that is not before the text. */
        int from(String text) {
            int found = Arrays.binarySearch(texts, text);
            return found >= 0 ? found : -found - 1;
        }

        String text(int value) {
            return texts[value];
        }

        void refine(int[] codes, int bound) {
            refinement.refine(codes, bound);
        }

        void settle() {
            classOf = refinement.classes();
            int[] firsts = refinement.firsts();
            classExemplars = new int[firsts.length];
            Arrays.setAll(classExemplars, c -> exemplars[firsts[c]]);
        }

        /** How many classes of values there are. */
        int size() {
            return classExemplars.length;
        }

        int classOf(int request) {
            return classOf[valueOf[request]];
        }

        /** A request whose value is in the class. */
        int classExemplar(int number) {
            return classExemplars[number];
        }
    }

    /** What the caller says, with what this request says about these keys. */
    Check as(Check caller, int request, List<ConditionKey> keys, boolean ofResource) {
        Check here = checks[request];
        Context.Builder facts = Context.builder();
        keys.forEach(key -> facts.put(key, here.context().get(key)));
        return new Check(
                caller.request(),
                caller.principal(),
                caller.action(),
                ofResource ? here.resource() : caller.resource(),
                caller.context().plus(facts.build()));
    }
}
