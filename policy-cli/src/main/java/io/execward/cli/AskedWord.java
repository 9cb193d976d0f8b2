// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.SourceSpan;
import java.util.Optional;

/**
 * A word of a question, from the command line or from a file.
 *
 * @param option by which the command line says it; in a file the member
 * @param span where it stands in a file; empty on the command line
 */
record AskedWord(String text, String option, Optional<SourceSpan> span) {
    static AskedWord ofOption(String option, String text) {
        return new AskedWord(text, option, Optional.empty());
    }
}
