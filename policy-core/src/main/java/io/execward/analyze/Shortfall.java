// SPDX-License-Identifier: Apache-2.0
package io.execward.analyze;

import java.util.Objects;

/**
 * Why something is not known exactly.
 *
 * @param detail one lower-case sentence, as in {@link Answer.Unknown}
 */
record Shortfall(Limit limit, String detail) {
    Shortfall {
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(detail, "detail");
    }

    Answer.Unknown toAnswer() {
        return new Answer.Unknown(limit, detail);
    }
}
