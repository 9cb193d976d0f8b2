// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.analyze.Budget;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much one question may cost. */
final class BudgetOptions {
    private static final Duration STANDARD = Duration.ofSeconds(10);

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            description = {
                "How long one question may take, 10 seconds if left out; `0` is no limit. A question that takes longer is"
                        + " answered UNKNOWN."
            })
    private @Nullable String seconds;

    Budget budget() {
        Duration limit = seconds == null ? STANDARD : Duration.ofSeconds(number(seconds));
        return limit.isZero() ? Budget.standard() : Budget.standard().within(limit, System::nanoTime);
    }

    private static long number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            throw new UsageError("--time-limit: `" + text + "` is not a number of seconds: write such as `10`");
        }
        return Long.parseLong(text);
    }
}
