// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * A file that the user named for an answer, in UTF-8. Whoever reads it sees the old file or the whole new one, never a part; one that is
 * there is replaced.
 *
 * @param option by which the user named it
 */
record OutputFile(String option, String name, Path path) {
    /** @throws UsageError if it cannot be the name of a file */
    static OutputFile of(String option, String name, Streams streams) {
        if (name.isEmpty() || name.equals(Streams.DASH)) {
            throw new UsageError(option + ": `" + name
                    + "` is not a file: write its name; --format chooses what goes to" + " standard output");
        }
        try {
            return new OutputFile(option, name, streams.folder().resolve(name));
        } catch (InvalidPathException e) {
            throw new UsageError(option + ": `" + name + "` is not a file name");
        }
    }

    /** Writes what the printer prints. */
    void write(Consumer<Consumer<String>> printer) {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                writeTo(path, printer, StandardOpenOption.WRITE);
                return;
            }
            Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            // Not a temporary file of Java's, which only its owner may read.
            Path part = target.resolveSibling("." + target.getFileName() + ".part");
            Files.deleteIfExists(part);
            try {
                writeTo(part, printer, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                move(part, target);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw OutputError.of(name, e);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void writeTo(Path path, Consumer<Consumer<String>> printer, OpenOption... how) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(path, StandardCharsets.UTF_8, how)) {
            printer.accept(text -> append(out, text));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void append(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
