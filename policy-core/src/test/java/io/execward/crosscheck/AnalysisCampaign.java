// SPDX-License-Identifier: Apache-2.0
package io.execward.crosscheck;

import io.execward.analyze.Budget;
import io.execward.analyze.PolicyAnalyzer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks very many random questions and attacks every answer: {@code AnalysisCampaign SEED COUNT}. Question {@code n} of a seed is the
 * same on every machine. Prints the wrong answers, made small and as JSON, and how many answers were of which sort.
 */
@SuppressWarnings("SystemOut")
final class AnalysisCampaign {
    private static final int REQUESTS = 2_000;
    /** Of each sort of wrong answers so many are made small and shown; the others are counted. */
    private static final int SHOWN = 3;

    private final long end;
    private final AtomicLong next;
    private final Map<String, Integer> faults = new TreeMap<>();

    private AnalysisCampaign(long first, long end) {
        this.end = end;
        this.next = new AtomicLong(first);
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        if (args.length != 2) {
            System.err.println("usage: AnalysisCampaign SEED COUNT");
            return;
        }
        long first = Long.parseLong(args[0]);
        new AnalysisCampaign(first, first + Long.parseLong(args[1])).run();
    }

    private void run() throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<Campaign>> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(pool.submit(this::work));
        }
        Campaign all = campaign();
        for (Future<Campaign> worker : workers) {
            all.add(worker.get());
        }
        pool.shutdown();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.print(all.summary());
        System.out.printf(
                Locale.ROOT,
                "%d questions in %d s, %d a second; wrong answers: %s%n",
                all.asked(),
                took.toSeconds(),
                all.asked() * 1_000 / Math.max(1, took.toMillis()),
                faults.isEmpty() ? "none" : faults.toString());
    }

    private static Campaign campaign() {
        Budget budget = Budget.standard().within(Duration.ofSeconds(10), System::nanoTime);
        return new Campaign(PolicyAnalyzer.create().with(budget), Theme.THEMES, REQUESTS);
    }

    private Campaign work() {
        Campaign campaign = campaign();
        for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
            campaign.ask(seed).ifPresent(fault -> {
                if (count(fault.sort()) <= SHOWN) {
                    System.out.println("WRONG " + campaign.smaller(fault));
                }
            });
        }
        return campaign;
    }

    private int count(String sort) {
        synchronized (faults) {
            return faults.merge(sort, 1, Integer::sum);
        }
    }
}
