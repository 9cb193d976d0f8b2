// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

/** What a command tells its caller; the same for every command. */
final class ExitStatus {
    /** The answer is yes, all expectations hold. */
    static final int YES = 0;

    /** The answer is no. */
    static final int NO = 1;

    /** The command line makes no sense. */
    static final int USAGE = 2;

    /** Input cannot be read or is malformed, or output cannot be written. */
    static final int BROKEN = 3;

    private ExitStatus() {}
}
