// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.diagnostic.Visible;
import io.execward.model.PolicyKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code execward convert}: policies from JSON to the text language and back. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = {"execward convert [--to text|json] [--kind KIND] [--out DIR] FILE|FOLDER|-..."},
        descriptionHeading = "%n",
        description = {
            "Policies as JSON documents become files of the text language, and the policies of such files become JSON"
                    + " documents. Both ways nothing is lost of what IAM sees: converted back, each policy is equal."
                    + " Statements that are exactly a sentence about ECS Exec become that sentence.",
            "",
            "Without --out the answer goes to standard output. If one file is broken, nothing is written."
        },
        parameterListHeading = "%nFiles:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:everything is converted",
            "2:the command line makes no sense",
            "3:a file cannot be read or is malformed, or output cannot be written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  What does this policy say?",
            "    execward convert samples/kit/policies/caller.json",
            "",
            "  The JSON documents of a file with policies, into a folder",
            "    execward convert samples/language/payments.exec",
            "",
            "policy-dsl/docs/language.md describes the language."
        })
final class ConvertCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE|FOLDER|-",
            arity = "0..*",
            description =
                    "What to convert: of a folder all files in it and below that end in .json, or in .exec; `-` is"
                            + " standard input.")
    private List<String> named = new ArrayList<>();

    @Option(
            names = "--to",
            paramLabel = "FORM",
            description = "`text` or `json`. Needed for folders; the name or the beginning of a file tells otherwise.")
    private @Nullable String to;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description =
                    "What the JSON documents are: identity, boundary, session, resource, trust, scp, rcp or endpoint."
                            + " Without it they are identity policies, or the policies of resources and roles if their"
                            + " statements name principals.")
    private @Nullable String kind;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "How the text calls the policy; without it by the name of its file.")
    private @Nullable String name;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Write into this folder: a file for each file, below a folder where it was; of a file with several"
                            + " policies a document for each.")
    private @Nullable String out;

    @Option(names = "--compact", description = "JSON without white space.")
    private boolean compact;

    ConvertCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        new GivenOptions(spec.commandLine().getParseResult().matchedOptions()).checkOnce();
        Optional<Boolean> asked = Optional.ofNullable(to).map(ConvertCommand::isText);
        Optional<PolicyKind> known = Optional.ofNullable(kind).map(word -> PolicyKindWord.kind("--kind", word));
        InputTree tree = new InputTree(
                streams,
                file -> file.endsWith(
                        asked.orElseThrow(() -> new UsageError(
                                        "a folder is named, so say what its files become: --to text, or --to json"))
                                ? ".json"
                                : LanguageInput.ENDING));
        List<InputTree.Found> files = tree.files(named);
        if (name != null && files.size() > 1) {
            throw new UsageError("--name is for one policy, and there are " + files.size() + " files");
        }
        List<String> problems = tree.problems();
        Conversion conversion = new Conversion(new LanguageInput(streams), known, Optional.ofNullable(name), compact);
        List<OutputFolder.Document> documents = new ArrayList<>();
        for (InputTree.Found file : files) {
            try {
                documents.addAll(converted(file, asked, conversion));
            } catch (PolicySyntaxException e) {
                problems.add(DiagnosticPrinter.print(e.diagnostics()).stripTrailing());
            } catch (IOException e) {
                problems.add("error: cannot read " + InputFiles.name(file.name()) + ": " + InputFiles.reason(e));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputError(String.join("\n\n", problems));
        }
        streams.complain(conversion.notes());
        deliver(documents);
        return ExitStatus.YES;
    }

    private static boolean isText(String form) {
        if (!form.equals("text") && !form.equals("json")) {
            throw new UsageError("--to: `" + form + "` is not a form: write `text` or `json`");
        }
        return form.equals("text");
    }

    private List<OutputFolder.Document> converted(InputTree.Found file, Optional<Boolean> asked, Conversion conversion)
            throws IOException {
        Source source = conversion.input().source(file.name());
        boolean isLanguage =
                file.name().equals(Streams.DASH) ? !beginsAsJson(source.text()) : LanguageInput.isLanguage(file.name());
        if (asked.isPresent() && asked.get() == isLanguage) {
            throw new UsageError("--to: " + InputFiles.name(file.name()) + " is " + (isLanguage ? "text" : "JSON")
                    + " already; `execward fmt` gives text its layout");
        }
        if (isLanguage && kind != null) {
            throw new UsageError("--kind is for JSON documents: " + InputFiles.name(file.name())
                    + " says itself what its policies are");
        }
        return isLanguage ? conversion.toJson(source, file) : conversion.toText(source, file);
    }

    /** No file of the language begins with a brace. */
    private static boolean beginsAsJson(String text) {
        String start = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return start.stripLeading().startsWith("{");
    }

    private void deliver(List<OutputFolder.Document> documents) {
        if (out != null) {
            streams.print(Visible.text(new OutputFolder("--out", out, streams).write(documents)));
            return;
        }
        for (OutputFolder.Document document : documents) {
            streams.print((documents.size() == 1 ? "" : "==> " + document.file() + " <==\n") + document.text());
        }
    }
}
