// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.model.CaseFolding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A folder that documents are written into. */
record OutputFolder(String option, String name, Streams streams) {
    /**
     * One document.
     *
     * @param file its path below the folder, with slashes
     * @param from the file that it was made from
     */
    record Document(String file, String text, String from) {}

    /**
     * Writes them; a file that is the same already is left alone.
     *
     * @return a line for each
     */
    String write(List<Document> documents) {
        requireApart(documents);
        StringBuilder told = new StringBuilder();
        for (Document document : documents) {
            told.append(write(document)).append('\n');
        }
        return told.toString();
    }

    /** Some file systems do not tell letter cases apart. */
    private static void requireApart(List<Document> documents) {
        Map<String, String> seen = new HashMap<>();
        for (Document document : documents) {
            String before = seen.put(CaseFolding.fold(document.file()), document.from());
            if (before != null) {
                throw new InputError("error: " + before + " and " + document.from() + " would both be written to "
                        + document.file() + ": give their policies other names, or convert them one by one");
            }
        }
    }

    private String write(Document document) {
        String file = (name.endsWith("/") ? name : name + "/") + document.file();
        try {
            Path path = streams.folder().resolve(file);
            Files.createDirectories(path.toAbsolutePath().getParent());
            byte[] bytes = document.text().getBytes(StandardCharsets.UTF_8);
            if (Files.isRegularFile(path) && Arrays.equals(Files.readAllBytes(path), bytes)) {
                return "same     " + file;
            }
        } catch (InvalidPathException e) {
            throw new UsageError(option + ": `" + name + "` is not the name of a folder");
        } catch (FileAlreadyExistsException e) {
            throw OutputError.of(name, new IOException("it is not a folder", e));
        } catch (IOException e) {
            throw OutputError.of(file, e);
        }
        OutputFile.of(option, file, streams).write(to -> to.accept(document.text()));
        return "wrote    " + file;
    }
}
