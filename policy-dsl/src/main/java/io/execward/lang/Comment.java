// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;

/**
 * A comment, kept beside the tree.
 *
 * @param text behind the {@code #}, as written
 * @param ownLine true if nothing but blanks stands before it on its line
 */
public record Comment(SourceSpan span, String text, boolean ownLine) implements Node {}
