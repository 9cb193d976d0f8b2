// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

/** How a word is bound to the one before it, the strongest bond first. */
enum Break {
    /** On the same line. */
    SPACE,
    /** Ends what is in braces: on a line of its own if the items are. */
    CLOSE,
    /** An item of a list. */
    ITEM,
    /** A condition, or another part of a sentence or clause. */
    PART,
    /** A clause of a statement. */
    CLAUSE,
    /** A row of a table. */
    ROW,
    /** A sentence: what may stand by itself in a file or a block, or the end of a block. */
    SENTENCE
}
