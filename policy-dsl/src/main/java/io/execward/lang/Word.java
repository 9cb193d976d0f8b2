// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;

/**
 * A word that means itself and is no name of anything in the file, such as a tag key or a Region.
 *
 * @param text as meant; for a word in quotes, without them
 * @param quoted true if it is written as a string
 */
public record Word(SourceSpan span, String text, boolean quoted) implements Node {}
