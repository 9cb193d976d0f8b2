// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Many requests at once. */
final class CaseOptions {
    @Option(
            names = "--cases",
            paramLabel = "FILE",
            description = "Answer every case of a JSON Lines file, in order; excludes all options above.")
    private @Nullable String file;

    @Option(names = "--check", description = "Compare with what each case expects, and list the differences.")
    private boolean check;

    Optional<String> file() {
        return Optional.ofNullable(file);
    }

    boolean isChecked() {
        return check;
    }
}
