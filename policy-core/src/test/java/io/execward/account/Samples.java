// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sample account that the project ships. */
final class Samples {
    private Samples() {}

    /** The folder, from the module's or the project's. */
    static Path folder() {
        Path own = Path.of("samples/account");
        return Files.isDirectory(own) ? own : Path.of("../samples/account");
    }

    static AccountSnapshot account() {
        return AccountReader.create().read(folder());
    }

    /** The documents that {@link AccountReader} would read, by name. */
    static List<AccountDocument> documents() {
        List<AccountDocument> all = new ArrayList<>();
        for (String name : names()) {
            all.add(AccountDocument.of(name, bytes(name)));
        }
        return all;
    }

    static List<String> names() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(folder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
