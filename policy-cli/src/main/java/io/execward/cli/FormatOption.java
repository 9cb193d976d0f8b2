// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to print. */
final class FormatOption {
    @Option(names = "--format", paramLabel = "FORMAT", description = "`text`, or `json`: one object on one line.")
    private @Nullable String format;

    Format format() {
        return format == null ? Format.TEXT : Format.of(format);
    }
}
