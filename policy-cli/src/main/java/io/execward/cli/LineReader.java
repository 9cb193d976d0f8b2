// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Splits a stream into lines in bounded memory: of a line that is too long only its number is kept. Lines end at a line feed; a
 * byte-order mark before the first line is dropped.
 */
final class LineReader {
    /** One line of the input, without its line feed. */
    record Line(long number, Optional<byte[]> bytes) {
        /** True if it was longer than the reader keeps. */
        boolean isTooLong() {
            return bytes.isEmpty();
        }
    }

    private static final int START = 1 << 16;

    private final InputStream in;
    private final int longest;
    private final Runnable beforeBlocking;
    private byte[] buffer = new byte[START];
    private int start;
    private int end;
    private long number;
    private boolean ended;

    /**
     * @param longest bytes of the longest line that is kept
     * @param beforeBlocking called whenever the next read may have to wait
     */
    LineReader(InputStream in, int longest, Runnable beforeBlocking) {
        this.in = in;
        this.longest = longest;
        this.beforeBlocking = beforeBlocking;
    }

    /** The next line; empty at the end of the input. */
    Optional<Line> next() throws IOException {
        if (number == 0) {
            dropMark();
        }
        int scanned = start;
        boolean tooLong = false;
        while (true) {
            int feed = indexOfFeed(scanned);
            if (feed >= 0) {
                return Optional.of(line(feed, feed + 1, tooLong || feed - start > longest));
            }
            if (end - start > longest) {
                tooLong = true;
                start = end;
            }
            int kept = end - start;
            if (!fill()) {
                boolean nothing = kept == 0 && !tooLong;
                return nothing ? Optional.empty() : Optional.of(line(end, end, tooLong));
            }
            scanned = start + kept;
        }
    }

    private void dropMark() throws IOException {
        while (end - start < 3 && fill()) {
            // until there are three bytes to look at
        }
        if (end - start >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            start = 3;
        }
    }

    private Line line(int to, int next, boolean tooLong) {
        Optional<byte[]> bytes = tooLong ? Optional.empty() : Optional.of(Arrays.copyOfRange(buffer, start, to));
        start = next;
        number++;
        return new Line(number, bytes);
    }

    private int indexOfFeed(int from) {
        for (int i = from; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Reads on behind what is kept; false at the end. Afterwards what is kept begins at {@code start}, wherever that is now. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        if (in.available() == 0) {
            beforeBlocking.run();
        }
        int read = in.read(buffer, end, buffer.length - end);
        ended = read < 0;
        end += Math.max(0, read);
        return !ended;
    }
}
