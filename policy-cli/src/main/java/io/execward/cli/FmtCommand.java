// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.diagnostic.Visible;
import io.execward.lang.ExecLanguage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code execward fmt}: language files in their canonical layout. */
@Command(
        name = "fmt",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = {"execward fmt [--check] FILE|FOLDER|-..."},
        descriptionHeading = "%n",
        description = {
            "Gives files of the text language their one layout. Words and comments stay, in their order: only blanks,"
                    + " line breaks and the letter case of keywords change. Formatting again changes nothing.",
            "",
            "Files are rewritten in place; of a folder, all files whose names end in .exec. Standard input goes to"
                    + " standard output. A file with a syntax error is left as it is."
        },
        parameterListHeading = "%nFiles:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:every file has its layout now; with --check, had it before",
            "1:with --check, a file has another layout",
            "2:the command line makes no sense",
            "3:a file cannot be read, written or understood"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  Is every file below samples as it should be?",
            "    execward fmt --check samples",
            "",
            "policy-dsl/docs/language.md describes the language."
        })
final class FmtCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "FILE|FOLDER|-", arity = "0..*", description = "What to format; `-` is standard input.")
    private List<String> named = new ArrayList<>();

    @Option(names = "--check", description = "Write nothing: list the files that have another layout.")
    private boolean check;

    FmtCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        InputTree tree = new InputTree(streams, LanguageInput::isLanguage);
        LanguageInput files = new LanguageInput(streams);
        List<String> problems = tree.problems();
        StringBuilder told = new StringBuilder();
        for (InputTree.Found file : tree.files(named)) {
            try {
                format(file.name(), files, told);
            } catch (PolicySyntaxException e) {
                problems.add(DiagnosticPrinter.print(e.diagnostics()).stripTrailing());
            } catch (IOException e) {
                problems.add("error: cannot read " + InputFiles.name(file.name()) + ": " + InputFiles.reason(e));
            }
        }
        streams.print(Visible.text(told.toString()));
        if (!problems.isEmpty()) {
            throw new InputError(String.join("\n\n", problems));
        }
        return check && !told.isEmpty() ? ExitStatus.NO : ExitStatus.YES;
    }

    private void format(String name, LanguageInput files, StringBuilder told) throws IOException {
        Source source = files.source(name);
        String formatted = ExecLanguage.format(source);
        boolean same = formatted.equals(source.text());
        if (name.equals(Streams.DASH) && !check) {
            streams.print(formatted);
        } else if (!same && check) {
            told.append("differs  ").append(InputFiles.name(name)).append('\n');
        } else if (!same) {
            OutputFile.of("FILE", name, streams).write(to -> to.accept(formatted));
            told.append("wrote    ").append(name).append('\n');
        }
    }
}
