// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

import io.execward.analyze.Answer;
import io.execward.analyze.Limit;
import io.execward.analyze.PolicyAnalyzer;
import io.execward.model.Request;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Asks random questions one after the other and counts the answers. One thread. */
final class Campaign {
    private final PolicyAnalyzer analyzer;
    private final List<Theme> themes;
    private final int limit;
    /** Of each kind: holds, fails, unknown. */
    private final Map<Kind, int[]> counts = new EnumMap<>(Kind.class);

    private final Map<String, Integer> unknowns = new TreeMap<>();
    private long asked;
    private int complete;
    private long slowest;
    private long slowestSeed;
    private long nanos;

    /**
     * A campaign.
     *
     * @param limit how many requests to put against a claim that holds
     */
    Campaign(PolicyAnalyzer analyzer, List<Theme> themes, int limit) {
        this.analyzer = analyzer;
        this.themes = themes;
        this.limit = limit;
    }

    /**
     * A wrong answer.
     *
     * @param sort in a few words, the same for faults of one kind
     * @param detail the request, or what the answer was
     */
    record Fault(long seed, String sort, String detail, Question question) {
        @Override
        public String toString() {
            return "seed " + seed + ": " + sort + ": " + detail + "\n" + question.json();
        }
    }

    /** What is wrong with the answer to the question of this seed, if anything is. */
    Optional<Fault> ask(long seed) {
        Question question = Drawing.question(seed, themes);
        asked++;
        return judge(seed, question, true);
    }

    /** The same fault, shown by a question that is as small as can be. */
    Fault smaller(Fault fault) {
        Question small = Smaller.of(
                fault.question(),
                candidate -> judge(fault.seed(), candidate, false)
                        .filter(other -> other.sort().equals(fault.sort()))
                        .isPresent());
        return judge(fault.seed(), small, false).orElse(fault);
    }

    private Optional<Fault> judge(long seed, Question question, boolean counted) {
        Answer answer;
        long start = System.nanoTime();
        try {
            answer = question.ask(analyzer);
        } catch (RuntimeException e) {
            return Optional.of(new Fault(seed, "an exception", e.toString(), question));
        }
        long took = System.nanoTime() - start;
        Attack.Outcome outcome = new Attack(question).on(answer, limit, new Dice(seed));
        if (counted) {
            note(seed, took);
            count(question, answer);
            complete += outcome.complete() && answer instanceof Answer.Holds ? 1 : 0;
        }
        return outcome.contradiction()
                .map(what -> new Fault(
                        seed, what, outcome.request().map(Campaign::text).orElse(""), question))
                .or(() -> incompleteness(question, answer)
                        .map(what -> new Fault(seed, "unknown without any policy variable", what, question)));
    }

    private static String text(Request request) {
        return request.action() + " on " + request.resources() + " with " + request.context();
    }

    /** Variables apart, whatever is asked here can be decided. */
    private static Optional<String> incompleteness(Question question, Answer answer) {
        if (!(answer instanceof Answer.Unknown unknown) || question.hasVariables()) {
            return Optional.empty();
        }
        boolean excused = unknown.limit() == Limit.CONSTRUCT && question.mixesKinds();
        return excused ? Optional.empty() : Optional.of(unknown.toString());
    }

    private void note(long seed, long took) {
        nanos += took;
        if (took > slowest) {
            slowest = took;
            slowestSeed = seed;
        }
    }

    private void count(Question question, Answer answer) {
        int which = answer.match(holds -> 0, fails -> 1, unknown -> {
            unknowns.merge(unknown.limit() + (question.hasVariables() ? " (variables)" : ""), 1, Integer::sum);
            return 2;
        });
        counts.computeIfAbsent(question.kind(), kind -> new int[3])[which]++;
    }

    /** Adds what another campaign counted. */
    void add(Campaign other) {
        other.counts.forEach((kind, count) -> counts.merge(kind, count, (a, b) -> {
            int[] sum = new int[a.length];
            Arrays.setAll(sum, i -> a[i] + b[i]);
            return sum;
        }));
        other.unknowns.forEach((limit, count) -> unknowns.merge(limit, count, Integer::sum));
        complete += other.complete;
        asked += other.asked;
        nanos += other.nanos;
        if (other.slowest > slowest) {
            slowest = other.slowest;
            slowestSeed = other.slowestSeed;
        }
    }

    /** How many questions were asked. */
    long asked() {
        return asked;
    }

    /** How many answers were of each sort. */
    String summary() {
        StringBuilder text = new StringBuilder();
        int[] all = new int[3];
        counts.forEach((kind, count) -> {
            text.append(line(kind.name(), count));
            for (int i = 0; i < all.length; i++) {
                all[i] += count[i];
            }
        });
        return text.append(line("all", all))
                .append("holds, and the whole small world agrees: " + complete + "\n")
                .append("unknown because of: " + unknowns + "\n")
                .append("analyzer: " + nanos / 1_000_000 + " ms in all, slowest " + slowest / 1_000_000 + " ms at seed "
                        + slowestSeed + "\n")
                .toString();
    }

    private static String line(String name, int[] count) {
        return String.format(
                Locale.ROOT, "%-14s holds %8d   fails %8d   unknown %6d%n", name, count[0], count[1], count[2]);
    }
}
