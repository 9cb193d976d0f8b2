// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import java.util.List;
import java.util.Optional;

/** Which requests there are. */
interface Space {
    /**
     * The kinds of requests whose action all the wanted boxes match; together with {@link #exact}, no request of the space is missing.
     *
     * @param unwanted boxes that must not match
     */
    List<Kind> kinds(List<Box> wanted, List<Box> unwanted);

    /** The kinds that a kind of {@link #kinds} is made of if it is looser than the space; empty if it is exact. */
    Optional<List<Kind>> exact(Kind kind);
}
