// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.Visible;
import java.io.PrintWriter;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Tells a person at a terminal how far a long read has come: one line on standard error that is drawn anew, from the second second on,
 * and gone at the end. Not safe for several threads.
 */
final class Progress implements LongConsumer, AutoCloseable {
    /** The launcher sets this if standard error is a terminal, which Java cannot tell. */
    static final String PROPERTY = "execward.progress";

    private static final long FIRST_NANOS = 2_000_000_000L;
    private static final long BETWEEN_NANOS = 200_000_000L;
    private static final int BAR = 24;

    private final PrintWriter err;
    private final boolean wanted;
    private final String what;
    private final long total;
    private final LongSupplier nanos;
    private long read;
    private long due;
    private int drawn;

    /**
     * @param what what is read, in words
     * @param total bytes to come; 0 if not known
     */
    static Progress of(Streams streams, String what, long total) {
        return new Progress(streams.err(), Boolean.getBoolean(PROPERTY), what, total, System::nanoTime);
    }

    Progress(PrintWriter err, boolean wanted, String what, long total, LongSupplier nanos) {
        this.err = err;
        this.wanted = wanted;
        this.what = Visible.line(what);
        this.total = total;
        this.nanos = nanos;
        this.due = nanos.getAsLong() + FIRST_NANOS;
    }

    /** So many more bytes were read. */
    @Override
    public void accept(long bytes) {
        read += bytes;
        if (wanted && nanos.getAsLong() - due >= 0) {
            due = nanos.getAsLong() + BETWEEN_NANOS;
            draw();
        }
    }

    private void draw() {
        StringBuilder line = new StringBuilder("reading ").append(what).append("  ");
        if (total > 0) {
            int filled = (int) Math.min(BAR, BAR * read / total);
            line.append('[')
                    .append("#".repeat(filled))
                    .append(".".repeat(BAR - filled))
                    .append("] ")
                    .append(Math.min(100, 100 * read / total))
                    .append("%  ");
        }
        line.append(read >> 20).append(" MiB");
        line.append(total > 0 ? " of " + (total >> 20) + " MiB" : "");
        int length = line.length();
        line.append(" ".repeat(Math.max(0, drawn - length)));
        drawn = length;
        err.print("\r" + line);
        err.flush();
    }

    /** Clears the line, so that what follows starts on an empty one. */
    @Override
    public void close() {
        if (drawn > 0) {
            err.print("\r" + " ".repeat(drawn) + "\r");
            err.flush();
            drawn = 0;
        }
    }
}
