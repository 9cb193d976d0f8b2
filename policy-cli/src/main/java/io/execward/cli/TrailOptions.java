// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.AccountSnapshot;
import io.execward.account.DocumentKind;
import io.execward.audit.AuditSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which records, and what is remarkable about them. */
final class TrailOptions {
    @Option(
            names = "--trail",
            paramLabel = "FILE",
            description = {
                "CloudTrail records, besides those in the account's folder: a trail file, JSON lines of records, or"
                        + " what `aws cloudtrail lookup-events` prints; also packed with gzip. Repeatable."
            })
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--production",
            paramLabel = "CLUSTER",
            description = {
                "A cluster that is production, by name or ARN; repeatable. If none is named, those with the tag"
                        + " environment, env or stage = prod, production, prd or live, or such a word in their name."
            })
    private List<String> production = new ArrayList<>();

    @Option(
            names = "--burst",
            paramLabel = "COUNT",
            description = "So many refused calls of one principal are a burst; 5 if not told.")
    private @Nullable String burst;

    @Option(
            names = "--burst-window",
            paramLabel = "SECONDS",
            description = "... if they were made within so many seconds; 600 if not told.")
    private @Nullable String burstWindow;

    List<String> files() {
        return List.copyOf(files);
    }

    AuditSettings settings() {
        var defaults = AuditSettings.defaults();
        int count = burst == null ? defaults.burst() : number("--burst", burst, 2);
        var window = burstWindow == null
                ? defaults.burstWindow()
                : Duration.ofSeconds(number("--burst-window", burstWindow, 0));
        return new AuditSettings(count, window, production);
    }

    /** Clusters that were called production, and that no document tells of: perhaps gone, perhaps misspelt. */
    List<String> strangers(AccountSnapshot account) {
        return production.stream()
                .filter(name -> account.supplied().contains(DocumentKind.CLUSTERS))
                .filter(name -> account.clusters().stream()
                        .noneMatch(cluster -> cluster.arn().name().equals(name)
                                || cluster.arn().toString().equals(name)))
                .toList();
    }

    private static int number(String option, String text, int least) {
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least) {
            throw new UsageError(option + ": `" + text + "` is not a number, or below " + least);
        }
        return Integer.parseInt(text);
    }
}
