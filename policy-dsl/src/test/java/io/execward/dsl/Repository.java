// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project's files are: Maven runs the tests in the module's folder, an IDE perhaps in the project's. */
final class Repository {
    private Repository() {}

    static Path root() {
        Path start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("policy-core"))) {
                return at;
            }
        }
        throw new AssertionError("no folder with `policy-core` above " + start);
    }
}
