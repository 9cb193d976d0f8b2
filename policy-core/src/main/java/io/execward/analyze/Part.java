// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import java.util.List;

/**
 * One check of an operation, as far as it has been chosen: its kind of requests, and one box of each union. Those of {@link Kind#matching}
 * must not match.
 */
record Part(Kind kind, List<Box> wanted) {
    Part {
        wanted = List.copyOf(wanted);
    }
}
