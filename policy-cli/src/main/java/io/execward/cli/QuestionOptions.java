// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Many questions at once. */
final class QuestionOptions {
    @Option(
            names = "--questions",
            paramLabel = "FILE",
            description =
                    "Answer every question of a JSON Lines file, in order; excludes all but --account and --trail.")
    private @Nullable String file;

    @Option(names = "--check", description = "Compare with what each question expects, and list the differences.")
    private boolean check;

    @Option(
            names = "--trail",
            paramLabel = "FILE",
            description =
                    "CloudTrail records for questions about events, besides those in the account's folder. Repeatable.")
    private List<String> trail = new ArrayList<>();

    Optional<String> file() {
        return Optional.ofNullable(file);
    }

    boolean isChecked() {
        return check;
    }

    List<String> trail() {
        return List.copyOf(trail);
    }

    void check(GivenOptions given) {
        if (file == null) {
            given.none("--check", "--check needs --questions: for one question write --expect");
            given.none("--trail", "--trail needs --questions: a single question is not about events");
            return;
        }
        given.only(
                option -> option.equals("--account") || given.isOf(option, QuestionOptions.class),
                "and --questions exclude each other: a question holds all that it asks, and the answers are JSON lines");
    }
}
