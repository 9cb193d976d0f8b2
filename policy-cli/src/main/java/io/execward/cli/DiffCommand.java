// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.analyze.PolicyAnalyzer;
import io.execward.catalog.ServiceCatalog;
import io.execward.proof.PolicyChange;
import io.execward.report.DiffReport;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code execward diff}: who gains or loses what? */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = {"execward diff BEFORE AFTER [--fail-on SIDE] [--format FORMAT]"},
        descriptionHeading = "%n",
        description = {
            "Who gains or loses what by a change of policies? Compared are all requests, not texts: another order, or the same"
                    + " said in other words, is no difference. Each gain and loss comes with a request that one side allows and the"
                    + " other does not, as `execward simulate` commands.",
            "",
            "BEFORE and AFTER are two policies, two folders of policies, whose files are compared by name, or two folders with the"
                    + " documents of an account, whose users and roles are."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:nothing is gained, or what --fail-on says",
            "1:access is gained, or nobody knows; with --fail-on likewise",
            "2:the command line makes no sense",
            "3:a file cannot be read or is malformed, or output cannot be written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  What does the new version of a policy allow that the old one did not?",
            "    execward diff samples/proof/before.json samples/proof/after.json",
            "",
            "  The same for a comment in a pull request:",
            "    execward diff samples/proof/before.json samples/proof/after.json \\",
            "      --format markdown",
            "",
            "policy-cli/docs/diff.md describes the comparison and the JSON output."
        })
final class DiffCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "What there was.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "What there is to be.")
    private String after = "";

    @Option(
            names = "--fail-on",
            order = 1,
            paramLabel = "SIDE",
            description =
                    "Which changes make the exit status 1: `gained`, which is the default, `lost`, `any` or `none`.")
    private @Nullable String failOn;

    @Option(names = "--format", order = 2, paramLabel = "FORMAT", description = "`text`, `markdown` or `json`.")
    private @Nullable String format;

    @ArgGroup(validate = false, order = 3)
    private BudgetOptions budget = new BudgetOptions();

    DiffCommand(Streams streams) {
        this.streams = streams;
    }

    private enum Side {
        GAINED,
        LOST,
        ANY,
        NONE
    }

    @Override
    public Integer call() {
        new GivenOptions(spec.commandLine().getParseResult().matchedOptions()).checkOnce();
        Side side = side();
        Form form = form();
        PolicyAnalyzer analyzer =
                PolicyAnalyzer.create().within(ServiceCatalog.bundled()).with(budget.budget());
        if (before.equals(Streams.DASH) && after.equals(Streams.DASH)) {
            throw new UsageError("`-` is there twice: standard input holds one policy");
        }
        PolicyFiles files = new PolicyFiles(new InputFiles(streams));
        DiffSide from = DiffSide.read(before, streams, files);
        DiffSide to = DiffSide.read(after, streams, files);
        files.throwIfBroken();
        if (from.kind() != to.kind()) {
            throw new UsageError("`" + before + "` is " + from.kind().text() + " and `" + after + "` is "
                    + to.kind().text() + ": compare like with like");
        }
        streams.complain(files.warnings());
        PolicyChange change = PolicyChange.of(analyzer, from.holders(), to.holders());
        DiffReport report = new DiffReport(change, from.side(), to.side());
        streams.print(out -> form.print(report, out));
        return fails(side, change) ? ExitStatus.NO : ExitStatus.YES;
    }

    private static boolean fails(Side side, PolicyChange change) {
        return switch (side) {
            case GAINED -> change.mayGain();
            case LOST -> change.mayLose();
            case ANY -> change.mayGain() || change.mayLose();
            case NONE -> false;
        };
    }

    private Side side() {
        return failOn == null
                ? Side.GAINED
                : switch (failOn) {
                    case "gained" -> Side.GAINED;
                    case "lost" -> Side.LOST;
                    case "any" -> Side.ANY;
                    case "none" -> Side.NONE;
                    default ->
                        throw new UsageError(
                                "--fail-on: `" + failOn + "` is not known: write `gained`, `lost`, `any` or `none`");
                };
    }

    private interface Form {
        void print(DiffReport report, Consumer<String> out);
    }

    private Form form() {
        return format == null
                ? DiffReport::text
                : switch (format) {
                    case "text" -> DiffReport::text;
                    case "markdown" -> DiffReport::markdown;
                    case "json" -> DiffReport::json;
                    default ->
                        throw new UsageError(
                                "--format: `" + format + "` is not a format: write `text`, `markdown` or `json`");
                };
    }
}
