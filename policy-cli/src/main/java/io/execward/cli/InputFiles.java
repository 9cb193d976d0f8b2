// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files as the command line names them; {@code -} is standard input. */
record InputFiles(Streams streams) {
    /** What messages call the file. */
    static String name(String file) {
        return file.equals(Streams.DASH) ? Streams.STANDARD_INPUT : file;
    }

    /** A stream of the file; closing it leaves standard input open. */
    InputStream open(String file) throws IOException {
        if (file.equals(Streams.DASH)) {
            return streams.in();
        }
        Path path = path(file);
        if (Files.isDirectory(path)) {
            throw new IOException("it is a directory");
        }
        // A stream by channels cannot tell what is available in a pipe.
        boolean isPipe = Files.exists(path) && !Files.isRegularFile(path);
        return isPipe ? new FileInputStream(path.toFile()) : Files.newInputStream(path);
    }

    /** The content, and of a file that is too long one byte more than {@code most}. */
    byte[] bytes(String file, int most) throws IOException {
        if (file.equals(Streams.DASH)) {
            return bytes(streams.in(), most);
        }
        try (InputStream in = open(file)) {
            return bytes(in, most);
        }
    }

    /** Through a buffer, for before Java 18 a file stream asks a pipe for its position here, which has none. */
    private static byte[] bytes(InputStream in, int most) throws IOException {
        return new BufferedInputStream(in).readNBytes(most + 1);
    }

    private Path path(String file) throws IOException {
        if (file.isEmpty()) {
            throw new IOException("the name is empty");
        }
        try {
            return streams.folder().resolve(file);
        } catch (InvalidPathException e) {
            throw new IOException("it is not a file name", e);
        }
    }

    /** Why it cannot be read, in words. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission is denied";
        }
        return String.valueOf(e.getMessage());
    }
}
