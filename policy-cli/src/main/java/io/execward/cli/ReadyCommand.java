// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.AccountSnapshot;
import io.execward.account.DocumentKind;
import io.execward.account.EcsTask;
import io.execward.readiness.ReadinessReport;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code execward ready}: would exec work at all on these tasks? */
@Command(
        name = "ready",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "execward ready --account DIR [--cluster NAME] [--task ID]",
            "                      [--container NAME] [--principal ARN] [FACTS]"
        },
        descriptionHeading = "%n",
        description = {
            "Would exec work at all in these containers? Judges each by the readiness rules, from what the AWS CLI printed"
                    + " about the account.",
            "",
            "A blocker means that exec cannot work now, a warning that it works but is wrong or fragile. A rule whose"
                    + " facts are not in the documents is listed as not checked; it is never taken to hold."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:no blocker applies",
            "1:a blocker applies",
            "2:the command line makes no sense",
            "3:a document cannot be read, is malformed or is missing, or output cannot be written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  Would exec work in each container of the account?",
            "    execward ready --account samples/account",
            "",
            "  In this one, and may this role open the shell?",
            "    execward ready --account samples/account --cluster prod \\",
            "      --container production-app --principal ProdSupport",
            "",
            "policy-core/docs/ecs-exec.md explains each rule (section D), policy-cli/docs/ready-json.md the JSON output."
        })
final class ReadyCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @ArgGroup(validate = false, order = 1, heading = "%nThe documents:%n")
    private AccountOptions account = new AccountOptions();

    @ArgGroup(validate = false, order = 2, heading = "%nThe question:%n")
    private ReadyOptions question = new ReadyOptions();

    @Option(names = "--all", description = "Print information and evidence too; JSON always has them.")
    private boolean all;

    @Option(names = "--format", paramLabel = "FORMAT", description = "`text`, or `json`: one object on one line.")
    private @Nullable String format;

    ReadyCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Format printed = format == null ? Format.TEXT : Format.of(format);
        new GivenOptions(spec.commandLine().getParseResult().matchedOptions()).checkOnce();
        question.check();
        AccountSnapshot documents = account.read(streams);
        List<EcsTask> tasks = question.tasks(documents, account.name().orElse(""));
        ReadinessReport report = ReadinessReport.of(documents, tasks, question.options(documents));
        if (report.containers().stream()
                .flatMap(container -> container.notChecked().stream())
                .anyMatch(rule -> rule.because().contains(":ResourceTag/"))) {
            account.warnOfTags(documents, EnumSet.of(DocumentKind.TASKS, DocumentKind.CLUSTERS), streams);
        }
        streams.print(
                switch (printed) {
                    case TEXT -> new ReadyText(all).print(report);
                    case JSON -> ReadyJson.print(report) + "\n";
                });
        return report.isReady() ? ExitStatus.YES : ExitStatus.NO;
    }
}
