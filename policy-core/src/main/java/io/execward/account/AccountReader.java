// SPDX-License-Identifier: Apache-2.0
package io.execward.account;

import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import io.execward.json.JsonLimits;
import io.execward.json.JsonStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what AWS prints about an account (section E of the ECS Exec rules). What a document is follows from what it holds, never from
 * its name (R-EXEC-112); {@link DocumentKind} lists the kinds.
 *
 * <p>Every {@code read} throws {@link PolicySyntaxException} with the problems of all documents if one that is recognised is broken,
 * cut, or contradicts another (R-EXEC-113 to R-EXEC-115): a snapshot is never made of half a document. Immutable.
 */
public final class AccountReader {
    /** For one item, such as a role with all its policies; documents have any size. */
    private static final JsonLimits LIMITS =
            JsonLimits.defaults().withMaxCharacters(1 << 23).withMaxStringLength(1 << 20);

    private final LongConsumer progress;
    private final boolean trustsEmptyTags;

    private AccountReader(LongConsumer progress, boolean trustsEmptyTags) {
        this.progress = progress;
        this.trustsEmptyTags = trustsEmptyTags;
    }

    /** A reader without progress reports, for which empty tag lists tell nothing (R-EXEC-118). */
    public static AccountReader create() {
        return new AccountReader(bytes -> {}, false);
    }

    /** Tells, as documents are read, how many bytes have been read of all of them together, as they are stored. */
    public AccountReader reporting(LongConsumer bytesRead) {
        return new AccountReader(Objects.requireNonNull(bytesRead, "bytesRead"), trustsEmptyTags);
    }

    /** Empty tag lists mean that there are no tags: the documents were made with {@code --include TAGS} (R-EXEC-118). */
    public AccountReader trustingEmptyTags() {
        return new AccountReader(progress, true);
    }

    /**
     * Reads the files of a folder and the folders in it whose names end in {@code .json} or {@code .json.gz}, by path; no others.
     * Links are followed, but not in circles.
     */
    public AccountSnapshot read(Path folder) {
        return read(documents(folder), folder.toString());
    }

    /** Reads these documents, in this order. */
    public AccountSnapshot read(List<AccountDocument> documents) {
        return read(
                documents,
                documents.isEmpty() ? "the account" : documents.get(0).name());
    }

    /** @param whole what to blame if nothing in it can be used */
    private AccountSnapshot read(List<AccountDocument> documents, String whole) {
        Inventory inventory = new Inventory(LIMITS);
        Count count = new Count(progress);
        for (AccountDocument document : documents) {
            read(document, inventory, count);
            inventory.findings.endDocument();
        }
        if (inventory.inputs.isEmpty() && inventory.findings.errorCount() == 0) {
            inventory.findings.error(
                    "R-EXEC-112",
                    nothing(whole),
                    documents.isEmpty() ? "there is no document to read" : "none of the documents is one that is known",
                    "give what these print: " + expected());
        }
        return inventory.snapshot(trustsEmptyTags);
    }

    private static String expected() {
        return String.join(
                "; ",
                EnumSet.allOf(DocumentKind.class).stream()
                        .map(DocumentKind::madeBy)
                        .toList());
    }

    private static SourceSpan nothing(String name) {
        return Source.of(name, "").span(0, 0);
    }

    private static void read(AccountDocument document, Inventory inventory, Count count) {
        String name = document.name();
        DocumentPieces pieces = new DocumentPieces(name, inventory);
        try (InputStream stored = document.opening().open();
                CountedBytes bytes = new CountedBytes(stored, count)) {
            boolean object;
            try {
                object = JsonStream.readObject(name, plain(bytes), LIMITS, pieces);
            } catch (PolicySyntaxException e) {
                e.diagnostics().forEach(inventory.findings::add);
                return;
            }
            Optional<DocumentKind> kind = object ? pieces.end() : Optional.empty();
            if (kind.isPresent()) {
                inventory.supplied.add(kind.get());
                inventory.inputs.add(new InputDocument(name, kind.get(), bytes.sha256()));
            } else {
                String why = object ? pieces.whyForeign().orElse("it has no member that tells") : "it is a list";
                inventory.findings.warning(
                        "R-EXEC-112",
                        nothing(name),
                        "the document is none that is known: " + why,
                        "it is left aside; known is what these print: " + expected());
            }
        } catch (IOException e) {
            unreadable(name, e, inventory.findings);
        }
    }

    static void unreadable(String name, IOException reason, Findings findings) {
        findings.error(
                "R-EXEC-113",
                nothing(name),
                "the document cannot be read to its end: " + words(reason),
                "check the file; it may have been cut, or not be open to you");
    }

    /** Messages of the file system are paths of the machine, those of gzip are words. */
    private static String words(IOException reason) {
        if (reason instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (reason instanceof AccessDeniedException) {
            return "access is denied";
        }
        String message = reason.getMessage();
        return message == null || reason instanceof FileSystemException
                ? reason.getClass().getSimpleName()
                : message;
    }

    /** The text of a stream that may be compressed. */
    static InputStream plain(InputStream bytes) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes, 1 << 16);
        in.mark(2);
        boolean compressed = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return compressed ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static List<AccountDocument> documents(Path folder) {
        JsonFiles files = new JsonFiles(folder);
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, files);
        } catch (IOException e) {
            throw new IllegalStateException("every failure is noted", e);
        }
        return files.found.stream()
                .sorted(Comparator.comparing(AccountDocument::name))
                .toList();
    }

    /** The files to read; what cannot be looked at becomes a document that cannot be opened, and so is reported. */
    private static final class JsonFiles extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final List<AccountDocument> found = new ArrayList<>();

        private JsonFiles(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = name(file);
            boolean json = name.endsWith(".json") || name.endsWith(".json.gz");
            if (json && (attributes.isRegularFile() || attributes.isSymbolicLink())) {
                found.add(new AccountDocument(name, () -> Files.newInputStream(file)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException reason) {
            if (!(reason instanceof FileSystemLoopException)) {
                found.add(new AccountDocument(name(file), () -> {
                    throw reason;
                }));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException reason) {
            return reason == null ? FileVisitResult.CONTINUE : visitFileFailed(directory, reason);
        }

        /** Within the folder; what was asked for keeps the name by which it was asked for. */
        private String name(Path file) {
            List<String> parts = new ArrayList<>();
            folder.relativize(file).forEach(part -> parts.add(part.toString()));
            String name = String.join("/", parts);
            return name.isEmpty() ? folder.toString() : name;
        }
    }
}
