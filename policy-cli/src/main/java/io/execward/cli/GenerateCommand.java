// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.dsl.BreakGlass;
import io.execward.dsl.IamPolicy;
import io.execward.json.Json;
import io.execward.json.JsonLimits;
import io.execward.model.Policy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code execward generate}: the policies that exec in a cluster needs, or a grant for an emergency. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "execward generate --cluster ARN CONFIGURATION [LIMITS] [--out DIR]",
            "       execward generate --kit FILE [--out DIR | --check DIR]",
            "       execward generate --break-glass-for WHO --cluster ARN --container NAME",
            "                         --from INSTANT --until INSTANT --mfa-age SECONDS",
            "                         --ticket TEXT --reason TEXT [--ceiling FILE]"
        },
        descriptionHeading = "%n",
        description = {
            "Which policies does exec in this cluster need? Makes all of them: for callers, for the task role and its trust,"
                    + " for the key, and the guards against launches with exec and against sessions past it. A grant covers"
                    + " the cluster and its tasks, and closes the side doors.",
            "",
            "The same words give the same bytes. With --check nothing is written: the answer is whether the files of a folder"
                    + " are what would be."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the documents are made; with --check, the files are the same",
            "1:with --check, a file differs, is missing or is left over; there is no such grant",
            "2:the command line makes no sense",
            "3:a file cannot be read or is malformed, or output cannot be written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  All policies for one container of a cluster, as it is configured",
            "    execward generate --cluster prod --container production-app \\",
            "      --describe-clusters samples/account/describe-clusters.json",
            "",
            "  Are the policies in the repository those of the kit file?",
            "    execward generate --kit samples/kit/payments.json \\",
            "      --check samples/kit/policies",
            "",
            "  One hour in one container, with proof",
            "    execward generate --compact \\",
            "      --break-glass-for arn:aws:iam::111122223333:role/OnCall \\",
            "      --cluster arn:aws:ecs:us-east-1:111122223333:cluster/payments \\",
            "      --container app --mfa-age 900 --from 2030-01-01T10:00:00Z \\",
            "      --until 2030-01-01T11:00:00Z --ticket INC-42 --reason 'queue is stuck'",
            "",
            "policy-cli/docs/generate.md describes the kit file and each document."
        })
final class GenerateCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--kit",
            paramLabel = "FILE",
            description = "Read what is to be made from a kit file instead of options. `-` is standard input.")
    private @Nullable String kit;

    @ArgGroup(validate = false, order = 1, heading = "%nWhere, whom and when:%n")
    private KitOptions limits = new KitOptions();

    @ArgGroup(validate = false, order = 2, heading = "%nCONFIGURATION: how the cluster runs exec:%n")
    private ConfigurationOptions configuration = new ConfigurationOptions();

    @ArgGroup(validate = false, order = 3, heading = "%nA grant for an emergency, instead of a kit:%n")
    private BreakGlassOptions breakGlass = new BreakGlassOptions();

    @ArgGroup(validate = false, order = 4, heading = "%nThe documents:%n")
    private GenerateOutput output = new GenerateOutput();

    /** What is made, and what to tell of it. */
    private record Made(Map<String, IamPolicy> policies, String proof) {}

    GenerateCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        new GivenOptions(spec.commandLine().getParseResult().matchedOptions()).checkOnce();
        output.check();
        checkStandardInput();
        List<String> problems = new ArrayList<>();
        Optional<KitWords> words = words(problems);
        Optional<ClusterDocuments> documents = configuration.documents(streams, problems);
        PolicyFiles files = new PolicyFiles(new InputFiles(streams));
        Optional<Policy> ceiling = breakGlass.ceiling(files);
        collect(files, problems);
        Optional<Made> made = Optional.empty();
        try {
            made = words.flatMap(told -> made(told, documents, ceiling));
        } catch (IllegalArgumentException e) {
            // Of a grant: what is broken is no ceiling and no cluster, so it refuses nothing.
            if (problems.isEmpty()) {
                streams.complain(name() + ": there is no such grant: " + e.getMessage() + "\n");
                return ExitStatus.NO;
            }
        }
        words.ifPresent(told -> throwIfWrong(told, problems));
        throwIfWrong(problems);
        streams.complain(files.warnings());
        return deliver(made.orElseThrow());
    }

    /** The words of options or of the kit file, of which one has to be silent; empty if the file cannot be read. */
    private Optional<KitWords> words(List<String> problems) {
        KitWords told = KitWords.onCommandLine();
        limits.addTo(told);
        configuration.addTo(told);
        breakGlass.addTo(told);
        if (kit == null) {
            return Optional.of(told);
        }
        told.fields().stream().findFirst().ifPresent(field -> {
            throw new UsageError(
                    field.option() + " and --kit exclude each other: write `" + field.member() + "` into the kit file");
        });
        String name = InputFiles.name(kit);
        try {
            JsonLimits limit = JsonLimits.defaults();
            byte[] bytes = new InputFiles(streams).bytes(kit, limit.maxCharacters());
            return Optional.of(KitFile.read(Json.parse(name, bytes, limit)));
        } catch (PolicySyntaxException e) {
            problems.add(DiagnosticPrinter.print(e.diagnostics()).stripTrailing());
        } catch (IOException e) {
            problems.add("error: cannot read " + name + ": " + InputFiles.reason(e));
        }
        return Optional.empty();
    }

    private Optional<Made> made(KitWords words, Optional<ClusterDocuments> documents, Optional<Policy> ceiling) {
        if (words.says(KitField.BREAK_GLASS_FOR)) {
            return new GrantDraft(words, documents, ceiling)
                    .issue()
                    .map(issued -> new Made(issued.policies(), proof(issued.grant())));
        }
        if (ceiling.isPresent()) {
            throw new UsageError("--ceiling is for a break-glass grant: say for whom with --break-glass-for");
        }
        return new KitDraft(words, documents).policies().map(policies -> new Made(policies, ""));
    }

    private static String proof(BreakGlass grant) {
        return "proof, for " + grant.ticket() + ":\n" + grant.proof().print().indent(2);
    }

    private int deliver(Made made) {
        List<GeneratedDocument> documents = output.chosen(made.policies().entrySet().stream()
                .map(entry -> GeneratedDocument.of(entry.getKey(), entry.getValue(), output.isCompact()))
                .toList());
        documents.stream().filter(GeneratedDocument::isTooLong).findFirst().ifPresent(document -> {
            throw new InputError("error: " + document.file() + " is longer than every kind of "
                    + document.policy().kind().text()
                    + " may be: name fewer containers or values, or make several kits (R-QUOTA-01)\n"
                    + new SizeTable(List.of(document)).print().stripTrailing());
        });
        return output.deliver(documents, made.proof() + new SizeTable(documents).print(), streams);
    }

    private void throwIfWrong(KitWords words, List<String> problems) {
        if (words.isWrong() && kit != null) {
            problems.add(0, words.problems());
        } else {
            throwIfWrong(problems);
            words.throwIfWrong(name());
        }
    }

    private static void throwIfWrong(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new InputError(String.join("\n\n", problems));
        }
    }

    private static void collect(PolicyFiles files, List<String> problems) {
        try {
            files.throwIfBroken();
        } catch (InputError e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private void checkStandardInput() {
        long dashes = Stream.of(Optional.ofNullable(kit), configuration.file(), breakGlass.ceiling())
                .flatMap(Optional::stream)
                .filter(Streams.DASH::equals)
                .count();
        if (dashes > 1) {
            throw new UsageError("`-` is there twice: standard input holds one document");
        }
    }

    private String name() {
        return spec.qualifiedName();
    }
}
