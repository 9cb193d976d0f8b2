// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.Source;
import io.execward.json.Json;
import io.execward.json.JsonLimits;
import io.execward.lang.ExecLanguage;
import io.execward.lang.LoweredFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Reads files of the text language. */
record LanguageInput(Streams streams) {
    /** How the names of such files end. */
    static final String ENDING = ".exec";

    /** More than the language takes, so that its own message tells the limit. */
    private static final JsonLimits LIMITS = JsonLimits.defaults().withMaxCharacters(1 << 24);

    /** True for the name of such a file. */
    static boolean isLanguage(String name) {
        return name.endsWith(ENDING);
    }

    /**
     * The text of a file, or of standard input.
     *
     * @throws io.execward.diagnostic.PolicySyntaxException if it is not UTF-8
     */
    Source source(String name) throws IOException {
        return Json.decode(InputFiles.name(name), new InputFiles(streams).bytes(name, LIMITS.maxCharacters()), LIMITS);
    }

    /**
     * The policies of a file, with what it includes.
     *
     * @throws io.execward.diagnostic.PolicySyntaxException with everything that is wrong
     */
    LoweredFile lowered(Source source) {
        return lowered(source, (included, folder) -> {});
    }

    /**
     * The same: includes are found below the folder that the command is run in, or if the file is not below that, below its own. Standard
     * input includes from the folder that the command is run in.
     *
     * @param seen is told of each file that is read, and of the folder that it lies in
     * @throws io.execward.diagnostic.PolicySyntaxException with everything that is wrong
     */
    LoweredFile lowered(Source source, BiConsumer<Source, Path> seen) {
        boolean isInput = source.name().equals(Streams.STANDARD_INPUT);
        Path working = streams.folder().toAbsolutePath().normalize();
        Path file = working.resolve(isInput ? "stdin" + ENDING : source.name()).normalize();
        Path own = Optional.ofNullable(file.getParent()).orElse(working);
        Path root = file.startsWith(working) ? working : own;
        seen.accept(source, own);
        return ExecLanguage.read(source, InputTree.slashed(root.relativize(file)), path -> {
            Source included = included(root, root.equals(working) ? Path.of(path) : root.resolve(path));
            seen.accept(
                    included,
                    Optional.ofNullable(root.resolve(path).getParent()).orElse(root));
            return included;
        });
    }

    /** @param file as messages call it; it may be a link, but not out of the folder */
    private Source included(Path root, Path file) throws IOException {
        try {
            Path real = streams.folder().resolve(file).toRealPath();
            if (!real.startsWith(root.toRealPath())) {
                throw new IOException("it leads out of the folder");
            }
            return source(file.toString());
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw new IOException(InputFiles.reason(e), e);
        }
    }
}
