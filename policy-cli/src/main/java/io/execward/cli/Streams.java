// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.Visible;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where a command reads and writes. All text is UTF-8, whatever the locale.
 *
 * @param out answers; not buffered
 * @param err everything that is no answer
 * @param folder where relative file names start
 */
record Streams(InputStream in, OutputStream out, PrintWriter err, Path folder) {
    /** How messages call standard input, and its name on the command line. */
    static final String STANDARD_INPUT = "<stdin>";

    static final String DASH = "-";

    /** The streams of the process. Not System.out, which swallows failures. */
    static Streams ofProcess() {
        return new Streams(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                utf8(new FileOutputStream(FileDescriptor.err)),
                Path.of(""));
    }

    /** A writer of UTF-8 that flushes at line ends. */
    static PrintWriter utf8(OutputStream bytes) {
        return new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), true);
    }

    /** Writes an answer. */
    void print(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new OutputError(e);
        }
    }

    /** Writes an answer that comes in pieces, because it may be too long for one string. */
    void print(Consumer<Consumer<String>> printer) {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            printer.accept(text -> {
                try {
                    writer.write(text);
                } catch (IOException e) {
                    throw new OutputError(e);
                }
            });
            writer.flush();
        } catch (IOException e) {
            throw new OutputError(e);
        }
    }

    /** Writes a message; its line breaks are its own, other control characters do not reach the terminal. */
    void complain(String text) {
        err.print(Visible.text(text));
        err.flush();
    }
}
