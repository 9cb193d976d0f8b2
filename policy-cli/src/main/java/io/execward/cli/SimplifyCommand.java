// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.analyze.Answer;
import io.execward.analyze.Limit;
import io.execward.analyze.Minimized;
import io.execward.analyze.PolicyAnalyzer;
import io.execward.analyze.PolicyMinimizer;
import io.execward.analyze.PolicySplit;
import io.execward.analyze.Tightening;
import io.execward.catalog.ServiceCatalog;
import io.execward.json.PolicyJson;
import io.execward.json.PolicyQuota;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import io.execward.report.SimplifyReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code execward simplify}: what in this policy does nothing, and what would it be without? */
@Command(
        name = "simplify",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "execward simplify FILE [--write | --out FILE] [--fold-actions]",
            "                         [--inside FILE] [--split QUOTA] [--check]"
        },
        descriptionHeading = "%n",
        description = {
            "What in this policy does nothing, and what would it be without? Statements, patterns, conditions and values that"
                    + " change no decision go, statements that differ in one element are merged, and every step is proved: for all"
                    + " requests, or with --fold-actions for those of the service catalog, whose date is told."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the policy that was printed or written means the same, or with --inside what it has to",
            "1:that could not be proved; with --check, the policy could be shorter",
            "2:the command line makes no sense",
            "3:a file cannot be read or is malformed, or output cannot be written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  What can go, and why?",
            "    execward simplify samples/proof/after.json",
            "",
            "policy-cli/docs/simplify.md describes each step and the JSON output."
        })
final class SimplifyCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The policy; `-` is standard input.")
    private String file = "";

    @Option(
            names = "--kind",
            order = 1,
            paramLabel = "KIND",
            description = "What it is attached as: `identity`, which is the default, `boundary`, `session` or `scp`.")
    private @Nullable String kind;

    @Option(
            names = "--fold-actions",
            order = 2,
            description = {
                "Write actions with wildcards where the service catalog knows no other action that fits, and leave out what only"
                        + " actions need that it does not know."
            })
    private boolean foldActions;

    @Option(names = "--drop-sids", order = 3, description = "Statement ids go.")
    private boolean dropSids;

    @Option(
            names = "--inside",
            order = 4,
            paramLabel = "FILE",
            description = "First restrict the policy to what the policy in this file allows too.")
    private @Nullable String inside;

    @Option(
            names = "--split",
            order = 5,
            paramLabel = "QUOTA",
            description = "Then divide it into documents that fit: `managed` or `scp`.")
    private @Nullable String split;

    @Option(names = "--write", order = 6, description = "Write the policy back into its file.")
    private boolean write;

    @Option(
            names = "--out",
            order = 7,
            paramLabel = "FILE",
            description =
                    "Write the policy into this file; of several documents the second is called FILE-2, and so on.")
    private @Nullable String out;

    @Option(names = "--check", order = 8, description = "Exit with 1 if the policy could be shorter; write nothing.")
    private boolean check;

    @ArgGroup(validate = false, order = 9)
    private FormatOption format = new FormatOption();

    @ArgGroup(validate = false, order = 10)
    private BudgetOptions budget = new BudgetOptions();

    SimplifyCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        new GivenOptions(spec.commandLine().getParseResult().matchedOptions()).checkOnce();
        PolicyKind policyKind = kind();
        Optional<PolicyQuota> quota = quota();
        Format form = format.format();
        checkOutput();
        PolicyFiles files = new PolicyFiles(new InputFiles(streams));
        Policy policy = files.read(file, policyKind).policy();
        Optional<Policy> ceiling = Optional.ofNullable(inside)
                .map(name -> files.read(name, PolicyKind.IDENTITY).policy());
        files.throwIfBroken();
        streams.complain(files.warnings());
        SimplifyReport report = report(policyKind, policy, ceiling, quota);
        boolean quiet = write || out != null || check;
        if (report.isProven() && !check) {
            save(report.documents());
        }
        streams.print(form == Format.JSON ? report::json : to -> report.text(!quiet, to));
        boolean shorter = !report.steps().isEmpty();
        return report.isProven() && !(check && shorter) ? ExitStatus.YES : ExitStatus.NO;
    }

    private SimplifyReport report(
            PolicyKind policyKind, Policy policy, Optional<Policy> ceiling, Optional<PolicyQuota> quota) {
        PolicyAnalyzer analyzer =
                PolicyAnalyzer.create().within(ServiceCatalog.bundled()).with(budget.budget());
        List<SimplifyReport.Step> steps = new ArrayList<>();
        Policy start = policy;
        if (ceiling.isPresent()) {
            Optional<Tightening> tight = Tightening.of(analyzer, policy, ceiling.get());
            if (tight.isEmpty()) {
                int size = PolicyQuota.MANAGED_POLICY.measure(policy);
                Answer unknown = new Answer.Unknown(
                        Limit.CONSTRUCT, "what both policies allow could not be written down in a way that is proved");
                return new SimplifyReport(InputFiles.name(file), size, size, List.of(), unknown, List.of(policy));
            }
            start = tight.get().policy();
            steps.add(new SimplifyReport.Step(
                    "restrict it to the ceiling", tight.get().proof()));
        }
        PolicyMinimizer minimizer = PolicyMinimizer.of(analyzer, policyKind);
        PolicyMinimizer folding = foldActions ? minimizer.byCatalog() : minimizer;
        Minimized minimized = (dropSids ? folding.withoutSids() : folding).minimize(start);
        minimized.steps().forEach(step -> steps.add(new SimplifyReport.Step(step.text(), step.proof())));
        Answer whole = minimized.proof();
        List<Policy> documents = List.of(minimized.policy());
        if (quota.isPresent()) {
            PolicySplit parts = Arguments.parsed(
                    "--split", file, name -> PolicySplit.of(policyKind, minimized.policy(), quota.get()));
            documents = parts.policies();
            if (documents.size() > 1) {
                whole = parts.check(analyzer);
            }
        }
        int after =
                documents.stream().mapToInt(PolicyQuota.MANAGED_POLICY::measure).sum();
        return new SimplifyReport(
                InputFiles.name(file), PolicyQuota.MANAGED_POLICY.measure(policy), after, steps, whole, documents);
    }

    private void save(List<Policy> documents) {
        String name = out == null ? file : out;
        if (!write && out == null) {
            return;
        }
        for (int i = 0; i < documents.size(); i++) {
            Policy document = documents.get(i);
            OutputFile target = OutputFile.of(write ? "--write" : "--out", numbered(name, i), streams);
            target.write(to -> to.accept(PolicyJson.print(document) + "\n"));
            streams.complain("wrote " + target.name() + "\n");
        }
    }

    private static String numbered(String name, int index) {
        if (index == 0) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        String number = "-" + (index + 1);
        return dot > slash + 1 ? name.substring(0, dot) + number + name.substring(dot) : name + number;
    }

    private void checkOutput() {
        if (write && out != null) {
            throw new UsageError("--write and --out exclude each other: write the file itself or another one");
        }
        if (check && (write || out != null)) {
            throw new UsageError("--check writes nothing: leave " + (write ? "--write" : "--out") + " out");
        }
        if (write && split != null) {
            throw new UsageError("--write and --split exclude each other: name the documents with --out");
        }
        if (write && file.equals(Streams.DASH)) {
            throw new UsageError("--write: standard input cannot be written: name a file with --out");
        }
    }

    private PolicyKind kind() {
        return kind == null
                ? PolicyKind.IDENTITY
                : switch (kind) {
                    case "identity" -> PolicyKind.IDENTITY;
                    case "boundary" -> PolicyKind.PERMISSIONS_BOUNDARY;
                    case "session" -> PolicyKind.SESSION;
                    case "scp" -> PolicyKind.SERVICE_CONTROL;
                    default ->
                        throw new UsageError("--kind: `" + kind
                                + "` is not known: write `identity`, `boundary`, `session` or `scp`");
                };
    }

    private Optional<PolicyQuota> quota() {
        return Optional.ofNullable(split).map(word -> switch (word) {
            case "managed" -> PolicyQuota.MANAGED_POLICY;
            case "scp" -> PolicyQuota.SERVICE_CONTROL;
            default -> throw new UsageError("--split: `" + word + "` is not known: write `managed` or `scp`");
        });
    }
}
