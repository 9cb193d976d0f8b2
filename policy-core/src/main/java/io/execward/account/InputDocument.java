// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

/**
 * A document that was read.
 *
 * @param name for one from a folder its path within the folder, with {@code /} between the parts
 * @param sha256 of its bytes as they are stored, 64 lower-case hexadecimal digits
 */
public record InputDocument(String name, DocumentKind kind, String sha256) {}
