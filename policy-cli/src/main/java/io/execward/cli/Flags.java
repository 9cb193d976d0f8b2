// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.model.RequestFlag;
import java.util.Optional;

/** Request flags by name. */
final class Flags {
    private Flags() {}

    /** The flag of exactly this name. */
    static Optional<RequestFlag> named(String name) {
        for (RequestFlag flag : RequestFlag.values()) {
            if (flag.name().equals(name)) {
                return Optional.of(flag);
            }
        }
        return Optional.empty();
    }
}
