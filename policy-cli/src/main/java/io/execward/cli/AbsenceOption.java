// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.ecs.Caller;
import picocli.CommandLine.Option;

/** What is to be thought of what nobody told. */
final class AbsenceOption {
    @Option(
            names = "--assume-absent",
            description = "Every key that is still unknown and that AWS does not send with every request is absent.")
    private boolean assumeAbsent;

    /** The caller, with what nobody told taken as this option says. */
    Caller applied(Caller caller) {
        return assumeAbsent ? caller.assumingAbsence() : caller;
    }
}
