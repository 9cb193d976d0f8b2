// SPDX-License-Identifier: Apache-2.0
package io.execward.junit;

import io.execward.account.AccountReader;
import io.execward.account.AccountSnapshot;
import io.execward.account.CloudTrail;
import io.execward.account.DocumentKind;
import io.execward.account.InputDocument;
import io.execward.audit.EventMatches;
import io.execward.audit.EventQuestion;
import io.execward.audit.EventSearch;
import io.execward.cases.AccountAnswers;
import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The documents of an account in a folder, with its trail. */
record AccountFolder(Path folder, AccountSnapshot account) {
    static AccountFolder read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("`" + folder + "` is not a folder with documents of an account");
        }
        try {
            return new AccountFolder(
                    folder, AccountReader.create().trustingEmptyTags().read(folder));
        } catch (PolicySyntaxException e) {
            throw new IllegalArgumentException(
                    "the account in `" + folder + "` cannot be read\n" + DiagnosticPrinter.print(e.diagnostics()), e);
        }
    }

    /** Answers that know what the trail tells of these; without a trail they know nothing of it. */
    AccountAnswers answers(Set<EventQuestion> events) {
        AccountAnswers answers = AccountAnswers.of(account);
        List<InputDocument> trail = account.inputs().stream()
                .filter(input -> input.kind() == DocumentKind.CLOUDTRAIL)
                .toList();
        return events.isEmpty() || trail.isEmpty() ? answers : answers.knowing(search(trail, events));
    }

    private Map<EventQuestion, EventMatches> search(List<InputDocument> trail, Set<EventQuestion> events) {
        Map<EventQuestion, EventSearch> searches = new LinkedHashMap<>();
        events.forEach(event -> searches.put(event, EventSearch.of(event)));
        for (InputDocument document : trail) {
            try (InputStream in = Files.newInputStream(folder.resolve(document.name()))) {
                CloudTrail.read(
                        document.name(), in, record -> searches.values().forEach(search -> search.accept(record)));
            } catch (PolicySyntaxException e) {
                throw new IllegalArgumentException(
                        "the trail cannot be read\n" + DiagnosticPrinter.print(e.diagnostics()), e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Map<EventQuestion, EventMatches> matches = new LinkedHashMap<>();
        searches.forEach((event, search) -> matches.put(event, search.matches()));
        return matches;
    }
}
