// SPDX-License-Identifier: Apache-2.0
package io.execward.ecs;

/** What is taken to hold of keys that depend on the caller and were not told. */
public enum Untold {
    /** Nobody knows: the verdict is {@code UNDECIDED} if it matters. */
    UNKNOWN,
    /** Everything was told, so the key is absent (R-EXEC-141). Targets are another matter: tags that were not told stay unknown. */
    ABSENT,
    /**
     * A bold assumption about targets too: whatever was not told is absent, tags and an omitted container included. Only keys that AWS
     * sends with every signed request, such as {@code aws:CurrentTime}, stay unknown.
     */
    ASSUMED_ABSENT
}
