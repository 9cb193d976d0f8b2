// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.Source;
import java.io.IOException;

/**
 * Gives the texts that a file includes. The library itself opens nothing: whoever calls decides what a path leads to. One that reads
 * folders must not follow links out of the root folder.
 */
@FunctionalInterface
public interface SourceLoader {
    /**
     * The text at a path.
     *
     * @param path below the root folder, with slashes between its parts; never absolute, and no part is {@code .} or {@code ..}
     * @throws IOException if there is no such text, or it cannot be read; the message ends a sentence for people
     */
    Source load(String path) throws IOException;

    /** For texts that include nothing: each path is refused. */
    static SourceLoader none() {
        return path -> {
            throw new IOException("there is no folder to include from");
        };
    }
}
