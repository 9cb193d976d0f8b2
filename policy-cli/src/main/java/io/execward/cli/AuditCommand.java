// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.AccountSnapshot;
import io.execward.audit.Audit;
import io.execward.audit.AuditReport;
import io.execward.audit.ShellJudge;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code execward audit}: what does a trail tell about shells, and which statement let each through? */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = {"execward audit --account DIR [--trail FILE]..."},
        descriptionHeading = "%n",
        description = {
            "What do CloudTrail records tell about shells in containers? Reports what somebody should look at, with the ids"
                    + " of the events, and for each shell that somebody got the statements of the account's documents that"
                    + " let it through.",
            "",
            "The documents are those of today: policies and tags may have changed since a shell was opened."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:nothing was found that somebody should look at",
            "1:something was found",
            "2:the command line makes no sense",
            "3:a document or a record cannot be read or is malformed, or output cannot be written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  What happened in the sample account?",
            "    execward audit --account samples/account",
            "",
            "policy-cli/docs/account-json.md describes the JSON output, and what is taken for remarkable."
        })
final class AuditCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @ArgGroup(validate = false, order = 1, heading = "%nThe account:%n")
    private AccountOptions account = new AccountOptions();

    @ArgGroup(validate = false, order = 2, heading = "%nThe trail:%n")
    private TrailOptions trail = new TrailOptions();

    @ArgGroup(validate = false, order = 3, heading = "%nThe answer:%n")
    private FormatOption format = new FormatOption();

    AuditCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        new GivenOptions(spec.commandLine().getParseResult().matchedOptions()).checkOnce();
        Format asked = format.format();
        var settings = trail.settings();
        AccountSnapshot snapshot = account.read(streams);
        trail.strangers(snapshot)
                .forEach(cluster -> streams.complain("warning: --production: the documents tell of no cluster `"
                        + cluster + "`; calls are compared with it as it is written\n"));
        Trail records = new Trail(snapshot, account, trail.files(), streams);
        if (!records.isSupplied()) {
            throw new InputError("error: there are no CloudTrail records in "
                    + account.name().orElse("the folder") + ": add a trail file, or name one with --trail");
        }
        Audit audit = Audit.of(snapshot, settings);
        records.read(audit);
        AuditReport report = audit.report();
        ShellJudge judge = ShellJudge.of(snapshot);
        switch (asked) {
            case TEXT -> new AuditText(streams::print).print(report, judge);
            case JSON -> new AuditJson(streams::print).print(report, judge);
        }
        return report.detections().isEmpty() ? ExitStatus.YES : ExitStatus.NO;
    }
}
