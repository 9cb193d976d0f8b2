// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.evaluate.Verdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to answer. */
final class AnswerOptions {
    @Option(names = "--explain", description = "Say why: every layer, every statement, and what ruled it out.")
    private boolean explain;

    @Option(
            names = "--expect",
            paramLabel = "VERDICT",
            description = {
                "Exit with 0 if the verdict is this one, with 1 if not: allowed, denied (either way), implicit-deny,"
                        + " explicit-deny, undecided."
            })
    private @Nullable String expect;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "`text`, or `json`: one object on one line, always with the reasons.")
    private @Nullable String format;

    boolean isExplained() {
        return explain;
    }

    Format format() {
        return format == null ? Format.TEXT : Format.of(format);
    }

    Optional<Expectation> expectation() {
        return Optional.ofNullable(expect).map(Expectation::of);
    }

    /** The exit status that the verdict earns; a disappointed expectation is told. */
    int exitStatus(Verdict verdict, String command, Streams streams) {
        Optional<Expectation> expectation = expectation();
        if (expectation.isEmpty()) {
            return verdict == Verdict.ALLOWED ? ExitStatus.YES : ExitStatus.NO;
        }
        if (expectation.get().holdsFor(verdict)) {
            return ExitStatus.YES;
        }
        streams.complain(command + ": expected " + expectation.get().word() + ", but the verdict is " + verdict + "\n");
        return ExitStatus.NO;
    }
}
