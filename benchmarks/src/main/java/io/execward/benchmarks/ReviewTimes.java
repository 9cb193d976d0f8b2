// SPDX-License-Identifier: Apache-2.0
package io.execward.benchmarks;

import io.execward.account.AccountSnapshot;
import io.execward.review.AccessReview;
import io.execward.review.Cell;
import io.execward.review.ReviewOptions;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Times a whole access review of synthetic accounts, each in a fresh virtual machine as a user has it: run it once for each size, with
 * {@code -Xmx2g}. The arguments are principals, policies of each, clusters, services and tasks; without any, the target size.
 */
public final class ReviewTimes {
    private static final long SEED = 20_240_607L;
    private static final double MEGABYTE = 1 << 20;

    private ReviewTimes() {}

    /** Reviews one account and prints a line. */
    public static void main(String[] args) {
        int[] sizes = args.length == 5
                ? List.of(args).stream().mapToInt(Integer::parseInt).toArray()
                : new int[] {2_000, 20, 30, 200, 5_000};
        SyntheticAccount.Size size = new SyntheticAccount.Size(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4]);
        print(size, SyntheticAccount.of(size, SEED), System.out);
    }

    private static void print(SyntheticAccount.Size size, AccountSnapshot account, PrintStream out) {
        long start = System.nanoTime();
        AccessReview review = AccessReview.of(account, ReviewOptions.everything());
        double seconds = (System.nanoTime() - start) / 1e9;
        double ofProcess = ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
        Set<Cell> distinct = Collections.newSetFromMap(new IdentityHashMap<>()); // equal cells are one object
        review.cells().forEach(distinct::addAll);
        out.printf(
                Locale.ROOT,
                "%s: %.1f s (%.1f s of the processor by the whole process, start and making the account included), peak heap %.0f MB, %d rows, %d columns, %d distinct cells%n",
                size,
                seconds,
                ofProcess,
                peak() / MEGABYTE,
                review.principals().size(),
                review.targets().size(),
                distinct.size());
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
