// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.SourceSpan;
import java.util.Optional;

/**
 * One value as the user wrote it.
 *
 * @param key of a tag; empty for every other field
 * @param place empty if it stood on the command line
 */
record KitWord(KitField field, String key, String text, Optional<SourceSpan> place) {
    /** What the user calls the field. */
    String name() {
        return place.isPresent() ? "`" + field.member() + "`" : field.option();
    }
}
