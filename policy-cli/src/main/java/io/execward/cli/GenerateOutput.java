// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.diagnostic.Spelling;
import io.execward.diagnostic.Visible;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the documents go, and which. */
final class GenerateOutput {
    private static final List<String> OF_KIT = List.of(
            "caller", "task-role", "task-role-trust", "key-policy", "launch-guard", "session-deny", "service-control");
    private static final List<String> OF_GRANT = List.of("break-glass", "break-glass-revocation");

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description =
                    "Only this document. Repeatable. A kit has caller, task-role, task-role-trust, key-policy (with a"
                            + " key), launch-guard, session-deny and service-control; a grant break-glass and"
                            + " break-glass-revocation.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write each document into NAME.json in this folder. Without it they go to standard output.")
    private @Nullable String out;

    @Option(
            names = "--check",
            paramLabel = "DIR",
            description = "Write nothing; compare with the files in this folder.")
    private @Nullable String check;

    @Option(
            names = "--compact",
            description = "Without white space, which counts in session and service control policies.")
    private boolean compact;

    /** @throws UsageError if the options make no sense together */
    void check() {
        if (out != null && check != null) {
            throw new UsageError("--out and --check exclude each other: --check writes nothing");
        }
        for (String name : only) {
            if (!OF_KIT.contains(name) && !OF_GRANT.contains(name)) {
                List<String> all = new ArrayList<>(OF_KIT);
                all.addAll(OF_GRANT);
                throw new UsageError("--only: `" + name + "` is not a document; "
                        + Spelling.nearest(name, all)
                                .map(near -> "did you mean `" + near + "`?")
                                .orElse("write one of " + String.join(", ", all)));
            }
        }
    }

    boolean isCompact() {
        return compact;
    }

    /** The documents that are asked for, in their own order. */
    List<GeneratedDocument> chosen(List<GeneratedDocument> documents) {
        Set<String> wanted = new LinkedHashSet<>(only);
        documents.forEach(document -> wanted.remove(document.name()));
        wanted.stream().findFirst().ifPresent(name -> {
            String why = name.equals("key-policy")
                    ? "sessions are not encrypted with a key: write --kms-key, or leave it out"
                    : name.equals("break-glass-revocation")
                            ? "no time for it is told: write --revoke-at, or leave it out"
                            : OF_KIT.contains(name)
                                    ? "it is of a kit, and this is a break-glass grant: leave it out"
                                    : "it is of a break-glass grant: write --break-glass-for, or leave it out";
            throw new UsageError("--only: there is no `" + name + "` here, for " + why);
        });
        return documents.stream()
                .filter(document -> only.isEmpty() || only.contains(document.name()))
                .toList();
    }

    /**
     * Writes, prints or compares.
     *
     * @param report what to tell beside the documents
     * @return the exit status
     */
    int deliver(List<GeneratedDocument> documents, String report, Streams streams) {
        if (out != null) {
            return write(documents, out, report, streams);
        }
        if (check != null) {
            return compare(documents, check, report, streams);
        }
        for (GeneratedDocument document : documents) {
            streams.print((documents.size() == 1 ? "" : "==> " + document.file() + " <==\n") + document.text());
        }
        streams.complain(report);
        return ExitStatus.YES;
    }

    private int write(List<GeneratedDocument> documents, String folder, String report, Streams streams) {
        Path path = folder("--out", folder, streams);
        try {
            Files.createDirectories(path);
        } catch (FileAlreadyExistsException e) {
            throw OutputError.of(folder, new IOException("it is not a folder", e));
        } catch (IOException e) {
            throw OutputError.of(folder, e);
        }
        StringBuilder told = new StringBuilder();
        for (GeneratedDocument document : documents) {
            String name = in(folder, document.file());
            boolean same = found(name, path.resolve(document.file()))
                    .filter(bytes -> Arrays.equals(bytes, bytes(document)))
                    .isPresent();
            if (!same) {
                OutputFile.of("--out", name, streams).write(to -> to.accept(document.text()));
            }
            told.append(same ? "same     " : "wrote    ").append(name).append('\n');
        }
        for (String name : leftOver(documents, path)) {
            told.append("left     ").append(in(folder, name)).append(": it is not made any more, remove it\n");
        }
        streams.print(Visible.text(told + report));
        return ExitStatus.YES;
    }

    private int compare(List<GeneratedDocument> documents, String folder, String report, Streams streams) {
        Path path = folder("--check", folder, streams);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new InputError("error: cannot read " + folder + ": it is not a folder");
        }
        StringBuilder told = new StringBuilder();
        boolean all = true;
        for (GeneratedDocument document : documents) {
            String name = in(folder, document.file());
            Optional<byte[]> found = found(name, path.resolve(document.file()));
            boolean same =
                    found.filter(bytes -> Arrays.equals(bytes, bytes(document))).isPresent();
            all &= same;
            if (same) {
                told.append("same     ").append(name).append('\n');
            } else {
                told.append(found.map(
                                bytes -> difference(name, new String(bytes, StandardCharsets.UTF_8), document.text()))
                        .orElse("missing  " + name + "\n"));
            }
        }
        for (String name : leftOver(documents, path)) {
            all = false;
            told.append("left     ").append(in(folder, name)).append(": it is not made any more, remove it\n");
        }
        streams.print(Visible.text(told + report));
        return all ? ExitStatus.YES : ExitStatus.NO;
    }

    private static String difference(String name, String found, String wanted) {
        if (found.replace("\r\n", "\n").equals(wanted)) {
            return "differs  " + name + ": its lines end with a carriage return\n";
        }
        if (wanted.equals(found + "\n")) {
            return "differs  " + name + ": its last line has no line break\n";
        }
        List<String> is = found.lines().toList();
        List<String> should = wanted.lines().toList();
        int line = 0;
        while (line < is.size() && line < should.size() && is.get(line).equals(should.get(line))) {
            line++;
        }
        return "differs  " + name + ":" + (line + 1) + "\n           is         " + line(is, line)
                + "\n           should be  " + line(should, line) + "\n";
    }

    private static String line(List<String> lines, int number) {
        if (number >= lines.size()) {
            return "(the end of the file)";
        }
        String line = Visible.line(lines.get(number).strip());
        if (line.isEmpty()) {
            return "(an empty line)";
        }
        return line.length() <= 120 ? line : line.substring(0, 119) + "…";
    }

    /** Files of documents that the same words would have made with other values, and do not; none if --only chooses. */
    private List<String> leftOver(List<GeneratedDocument> documents, Path folder) {
        if (!only.isEmpty()) {
            return List.of();
        }
        boolean kit = documents.stream().anyMatch(document -> OF_KIT.contains(document.name()));
        return (kit ? OF_KIT : OF_GRANT)
                .stream()
                        .filter(name -> documents.stream()
                                .noneMatch(document -> document.name().equals(name)))
                        .map(GeneratedDocument::file)
                        .filter(file -> Files.exists(folder.resolve(file)))
                        .toList();
    }

    private static byte[] bytes(GeneratedDocument document) {
        return document.text().getBytes(StandardCharsets.UTF_8);
    }

    /** What is in the file; empty if there is none. */
    private static Optional<byte[]> found(String name, Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new InputError("error: cannot read " + name + ": it is a directory");
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new InputError("error: cannot read " + name + ": " + InputFiles.reason(e));
        }
    }

    private static Path folder(String option, String name, Streams streams) {
        if (name.isEmpty()) {
            throw new UsageError(option + ": the name of the folder is empty");
        }
        try {
            return streams.folder().resolve(name);
        } catch (InvalidPathException e) {
            throw new UsageError(option + ": `" + name + "` is not a file name");
        }
    }

    private static String in(String folder, String file) {
        return folder.endsWith("/") ? folder + file : folder + "/" + file;
    }
}
