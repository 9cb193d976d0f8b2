// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import java.io.IOException;
import java.util.Locale;

/** Output that cannot be written. */
final class OutputError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    OutputError(IOException cause) {
        this(String.valueOf(cause.getMessage()), String.valueOf(cause.getMessage()), cause);
    }

    private OutputError(String told, String reason, IOException cause) {
        super("cannot write the output: " + told, cause);
        this.reason = reason;
    }

    /** A file that cannot be written. It has no reader who may go away, and its name may hold any word. */
    static OutputError of(String file, IOException cause) {
        return new OutputError(file + ": " + InputFiles.reason(cause), "", cause);
    }

    /** True if the reader went away, as {@code head} does: nothing to complain about. */
    boolean readerIsGone() {
        String message = reason.toLowerCase(Locale.ROOT);
        return message.contains("pipe") || message.contains("connection reset");
    }
}
