// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

/** A command line that makes no sense. The message names the option, says what is wrong and what to write instead. */
final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageError(String message) {
        super(message);
    }
}
