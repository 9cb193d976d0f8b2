// SPDX-License-Identifier: Apache-2.0
package io.execward.benchmarks;

import io.execward.diagnostic.Source;
import io.execward.json.Json;
import io.execward.json.JsonLimits;
import io.execward.json.JsonObject;
import io.execward.json.PolicyJson;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Real policies of a gzipped JSON Lines file ({@code name} and {@code document} in each line), named by {@code execward.policies}. */
final class ManagedDocuments {
    private static final String FILE = "../shared/data/managed-policies.jsonl.gz";

    private ManagedDocuments() {}

    /** The texts, in the order of the file. */
    static List<String> texts() {
        Path file = Path.of(System.getProperty("execward.policies", FILE));
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().map(ManagedDocuments::document).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String document(String line) {
        JsonObject object = (JsonObject) Json.parse(Source.of("line", line), JsonLimits.defaults());
        return object.members().stream()
                .filter(member -> member.name().equals("document"))
                .map(member -> member.value().span().text())
                .findFirst()
                .orElseThrow();
    }

    static Policy parse(String text) {
        return PolicyJson.parse(Source.of("policy.json", text), PolicyKind.IDENTITY)
                .policy();
    }
}
