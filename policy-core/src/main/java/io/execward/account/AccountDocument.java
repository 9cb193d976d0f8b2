// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * A document to read, by the name that messages call it.
 *
 * @param opening gives its bytes, UTF-8 text or that compressed with gzip; opened once and closed
 */
public record AccountDocument(String name, Opening opening) {
    /** Opens a stream. */
    @FunctionalInterface
    public interface Opening {
        /**
         * The bytes from the first on.
         *
         * @throws IOException if it cannot be opened, which is then reported as a problem of the document
         */
        InputStream open() throws IOException;
    }

    public AccountDocument {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(opening, "opening");
    }

    /** A document whose bytes are at hand. */
    public static AccountDocument of(String name, byte[] bytes) {
        byte[] copy = bytes.clone();
        return new AccountDocument(name, () -> new ByteArrayInputStream(copy));
    }
}
