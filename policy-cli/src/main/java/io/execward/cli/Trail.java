// SPDX-License-Identifier: Apache-2.0
package io.execward.cli;

import io.execward.account.AccountSnapshot;
import io.execward.account.CloudTrail;
import io.execward.account.CloudTrailRecord;
import io.execward.account.DocumentKind;
import io.execward.account.InputDocument;
import io.execward.audit.EventMatches;
import io.execward.audit.EventQuestion;
import io.execward.audit.EventSearch;
import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The CloudTrail records of an account: those in its folder, then those of the files that the command line names. */
final class Trail {
    private record Part(String name, String file) {}

    private final List<Part> parts = new ArrayList<>();
    private final Streams streams;

    /**
     * @param folder where the account's own documents are
     * @param named more files; {@code -} is standard input
     */
    Trail(AccountSnapshot account, AccountOptions folder, List<String> named, Streams streams) {
        this.streams = streams;
        for (InputDocument input : account.inputs()) {
            if (input.kind() == DocumentKind.CLOUDTRAIL) {
                String file = folder.file(input.name());
                parts.add(new Part(file, file));
            }
        }
        for (String file : named) {
            parts.add(new Part(InputFiles.name(file), file));
        }
    }

    boolean isSupplied() {
        return !parts.isEmpty();
    }

    /** What the records tell for each question; nothing if there are no records at all. */
    Map<EventQuestion, EventMatches> search(Set<EventQuestion> questions) {
        if (!isSupplied()) {
            return Map.of();
        }
        Map<EventQuestion, EventSearch> searches = new LinkedHashMap<>();
        questions.forEach(question -> searches.put(question, EventSearch.of(question)));
        read(event -> searches.values().forEach(search -> search.accept(event)));
        Map<EventQuestion, EventMatches> matches = new LinkedHashMap<>();
        searches.forEach((question, search) -> matches.put(question, search.matches()));
        return matches;
    }

    /** @throws InputError if a record cannot be read; what was handed out until then tells half of the truth */
    void read(Consumer<CloudTrailRecord> each) {
        try (Progress progress = Progress.of(streams, "the trail", total())) {
            for (Part part : parts) {
                try (InputStream in = new Counted(
                        new BufferedInputStream(new InputFiles(streams).open(part.file), 1 << 16), progress)) {
                    CloudTrail.read(part.name, in, each);
                } catch (PolicySyntaxException e) {
                    throw new InputError(
                            DiagnosticPrinter.print(e.diagnostics()).stripTrailing());
                } catch (IOException e) {
                    throw new InputError("error: cannot read " + part.name + ": " + InputFiles.reason(e));
                }
            }
        }
    }

    /** Bytes of all parts, 0 if not known. */
    private long total() {
        long total = 0;
        for (Part part : parts) {
            try {
                Path path = streams.folder().resolve(part.file);
                if (part.file.equals(Streams.DASH) || !Files.isRegularFile(path)) {
                    return 0;
                }
                total += Files.size(path);
            } catch (IOException | RuntimeException e) {
                return 0;
            }
        }
        return total;
    }
}
