// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import java.io.IOException;
import java.util.Locale;

/** Output that cannot be written. */
final class OutputError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    OutputError(IOException cause) {
        super("cannot write the output: " + cause.getMessage(), cause);
        this.reason = String.valueOf(cause.getMessage());
    }

    /** True if the reader went away, as {@code head} does: nothing to complain about. */
    boolean readerIsGone() {
        String message = reason.toLowerCase(Locale.ROOT);
        return message.contains("pipe") || message.contains("connection reset");
    }
}
