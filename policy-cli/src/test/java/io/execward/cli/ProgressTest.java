// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final StringWriter text = new StringWriter();
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - SECOND);

    private Progress progress(boolean wanted, long total) {
        return new Progress(new PrintWriter(text), wanted, "the trail", total, now::get);
    }

    @Test
    void what_takes_less_than_two_seconds_draws_nothing() {
        try (Progress progress = progress(true, 100 << 20)) {
            now.addAndGet(2 * SECOND - 1);
            progress.accept(50 << 20);
        }
        assertThat(text.toString()).isEmpty();
    }

    @Test
    void from_the_second_second_on_the_share_is_drawn_and_at_the_end_the_line_is_empty() {
        try (Progress progress = progress(true, 100 << 20)) {
            progress.accept(25 << 20);
            now.addAndGet(2 * SECOND);
            progress.accept(25 << 20);
            progress.accept(1 << 20);
        }
        assertThat(text.toString().split("\r", -1))
                .containsExactly(
                        "",
                        "reading the trail  [############............] 50%  50 MiB of 100 MiB",
                        " ".repeat("reading the trail  [############............] 50%  50 MiB of 100 MiB".length()),
                        "");
    }

    @Test
    void without_a_terminal_nothing_is_ever_drawn() {
        try (Progress progress = progress(false, 100 << 20)) {
            now.addAndGet(60 * SECOND);
            progress.accept(50 << 20);
        }
        assertThat(text.toString()).isEmpty();
    }
}
