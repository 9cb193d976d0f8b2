// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.AccountReader;
import io.execward.account.AccountSnapshot;
import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Severity;
import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import io.execward.lang.LoweredFile;
import io.execward.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Files with tests, as the command line names them; folders of accounts are named relative to the file. */
final class TestFiles {
    private final Streams streams;
    private final List<LoweredFile> files = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private final IdentityHashMap<Source, Path> folders = new IdentityHashMap<>();

    TestFiles(Streams streams) {
        this.streams = streams;
    }

    /**
     * The tests of all of them.
     *
     * @throws InputError with every problem of every file
     */
    Suite suite(List<String> names) {
        InputTree tree = new InputTree(streams, LanguageInput::isLanguage);
        tree.files(names).forEach(this::read);
        unreadable.addAll(0, tree.problems());
        boolean isBroken = problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        if (isBroken) {
            unreadable.add(DiagnosticPrinter.print(problems).stripTrailing());
        }
        if (!unreadable.isEmpty()) {
            throw new InputError(String.join("\n", unreadable));
        }
        files.forEach(file -> problems.addAll(file.warnings()));
        if (!problems.isEmpty()) {
            streams.complain(DiagnosticPrinter.print(problems));
        }
        try {
            return Suite.of(files, this::account);
        } catch (PolicySyntaxException e) {
            throw new InputError(DiagnosticPrinter.print(e.diagnostics()).stripTrailing());
        }
    }

    private void read(InputTree.Found file) {
        LanguageInput input = new LanguageInput(streams);
        try {
            files.add(input.lowered(input.source(file.name()), folders::put));
        } catch (IOException e) {
            unreadable.add("error: cannot read " + InputFiles.name(file.name()) + ": " + InputFiles.reason(e));
        } catch (PolicySyntaxException e) {
            problems.addAll(e.diagnostics());
        }
    }

    private AccountSnapshot account(SourceSpan place, String folder) {
        Path own = Optional.ofNullable(folders.get(place.source())).orElse(streams.folder());
        Path path;
        try {
            path = own.resolve(folder);
        } catch (InvalidPathException e) {
            throw noFolder(place, "`" + folder + "` is not the name of a folder");
        }
        if (!Files.isDirectory(path)) {
            throw noFolder(place, "there is no folder `" + folder + "`");
        }
        return AccountReader.create().read(path);
    }

    private static PolicySyntaxException noFolder(SourceSpan place, String message) {
        return new PolicySyntaxException(List.of(Diagnostic.error(
                "TEST-15",
                place,
                message,
                "name the folder with the documents of the account, relative to this file")));
    }
}
