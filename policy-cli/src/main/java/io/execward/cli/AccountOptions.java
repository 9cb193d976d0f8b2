// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.AccountReader;
import io.execward.account.AccountSnapshot;
import io.execward.account.DocumentKind;
import io.execward.account.InputDocument;
import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.RuleId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The folder of documents about an account. */
final class AccountOptions {
    @Option(
            names = "--account",
            paramLabel = "DIR",
            description = {
                "The folder with what the AWS CLI printed about the account: any file names, *.json and *.json.gz, sub-folders"
                        + " too."
            })
    private @Nullable String folder;

    /** Kinds of documents whose things have tags that a call may depend on. */
    static final Set<DocumentKind> TAGGED = Collections.unmodifiableSet(
            EnumSet.of(DocumentKind.TASKS, DocumentKind.CLUSTERS, DocumentKind.SERVICES, DocumentKind.TASK_DEFINITION));

    private static final RuleId EMPTY_TAGS = new RuleId("R-EXEC-118");

    @Option(
            names = "--tags-included",
            description = {
                "The documents were made with `--include TAGS`: an empty list of tags means that there are none. Without this, it"
                        + " means that nobody knows."
            })
    private boolean tagsIncluded;

    boolean isGiven() {
        return folder != null;
    }

    /** The folder as the user wrote it. */
    Optional<String> name() {
        return Optional.ofNullable(folder);
    }

    /**
     * Reads every document of the folder; warnings go to standard error, but for those about tags that are not known: see
     * {@link #warnOfTags}.
     *
     * @throws UsageError if no folder is named
     * @throws InputError with every problem of every document, if there is one that keeps them from being used
     */
    AccountSnapshot read(Streams streams) {
        return read(streams, tagsIncluded);
    }

    /**
     * As {@link #read(Streams)}.
     *
     * @param trusted true if an empty list of tags means that there are none (R-EXEC-118)
     */
    AccountSnapshot read(Streams streams, boolean trusted) {
        if (folder == null) {
            throw new UsageError("--account is missing: name the folder with the documents of the account, such as"
                    + " `--account samples/account`");
        }
        Path path = path(folder, streams);
        AccountReader reader = trusted ? AccountReader.create().trustingEmptyTags() : AccountReader.create();
        AccountSnapshot account = read(reader, path, folder, streams);
        streams.complain(print(
                account.warnings().stream()
                        .filter(warning -> !isOfTags(warning))
                        .toList(),
                path));
        return account;
    }

    /** Says which tags are not known, of things that the question was about; for answers that depend on tags (R-EXEC-118). */
    void warnOfTags(AccountSnapshot account, Set<DocumentKind> kinds, Streams streams) {
        Set<String> documents = account.inputs().stream()
                .filter(input -> kinds.contains(input.kind()))
                .map(InputDocument::name)
                .collect(Collectors.toSet());
        streams.complain(print(
                account.warnings().stream()
                        .filter(warning -> isOfTags(warning)
                                && documents.contains(warning.span().source().name()))
                        .toList(),
                path(folder == null ? "" : folder, streams)));
    }

    private static boolean isOfTags(Diagnostic warning) {
        return warning.rule().equals(EMPTY_TAGS);
    }

    /** With names under which the files can be opened, and the folder as it was typed. */
    private String print(List<Diagnostic> diagnostics, Path path) {
        return DiagnosticPrinter.print(diagnostics, name -> {
            if (name.equals(path.toString()) && folder != null) {
                return folder;
            }
            return Files.exists(path.resolve(name)) ? file(name) : name;
        });
    }

    private AccountSnapshot read(AccountReader reader, Path path, String folder, Streams streams) {
        try (Progress progress = Progress.of(streams, folder, size(path))) {
            return reader.reporting(progress).read(path);
        } catch (PolicySyntaxException e) {
            throw new InputError(print(e.diagnostics(), path).stripTrailing());
        }
    }

    /** Bytes of the documents; 0 if not known, which is no reason to fail. */
    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.endsWith(".json") || name.endsWith(".json.gz");
                    })
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    /** A document of the folder, as the command line would name it. */
    String file(String document) {
        return Path.of(folder == null ? "" : folder).resolve(document).toString();
    }

    private static Path path(String folder, Streams streams) {
        Path path;
        try {
            path = streams.folder().resolve(folder);
        } catch (InvalidPathException e) {
            throw new InputError("error: cannot read " + folder + ": it is not a file name");
        }
        if (!Files.isDirectory(path)) {
            throw new InputError("error: cannot read " + folder + ": "
                    + (Files.exists(path) ? "it is not a folder" : "there is no such folder"));
        }
        return path;
    }
}
