// SPDX-License-Identifier: Apache-2.0
package io.execward.report;

import io.execward.account.DocumentKind;
import io.execward.account.InputDocument;
import io.execward.review.Completeness;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** How the forms speak about the inputs. */
final class InputWords {
    private InputWords() {}

    /** A kind of documents, such as {@code service control policies}. */
    static String of(DocumentKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * One hash for all documents: SHA-256 of a line for each, {@code HASH  NAME}, in the order of the review, as {@code sha256sum}
     * prints them.
     */
    static String combinedHash(Completeness completeness) {
        MessageDigest digest = sha256();
        for (InputDocument input : completeness.inputs()) {
            digest.update((input.sha256() + "  " + input.name() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
