// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

/** Input that cannot be read or is malformed. The message is everything that there is to say, with its line breaks. */
final class InputError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InputError(String message) {
        super(message);
    }
}
