// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import io.execward.diagnostic.SourceSpan;

/** A part of a language file as it is written: nothing is looked up or judged yet. All are records. */
public interface Node {
    /** Where it stands, from its first word to its last; comments around it are outside. */
    SourceSpan span();
}
