// SPDX-License-Identifier: Apache-2.0
package io.execward;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.execward.json.Json;
import io.execward.json.JsonLimits;
import io.execward.json.JsonObject;
import io.execward.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The policies that AWS publishes, read in place; tests that ask for them are skipped where the collection is not at hand. */
public final class ManagedPolicies {
    private static final JsonLimits WIDE = JsonLimits.defaults().withMaxCharacters(1 << 26);

    private ManagedPolicies() {}

    /** The documents, in the order of the collection. */
    public static List<JsonValue> documents() {
        Optional<Path> file = file();
        assumeThat(file).as("shared/data beside the project").isPresent();
        try (var in = new GZIPInputStream(Files.newInputStream(file.orElseThrow()))) {
            return Json.parseLines(Json.decode("managed-policies.jsonl", in.readAllBytes(), WIDE), WIDE).stream()
                    .map(line -> ((JsonObject) line).get("document").orElseThrow())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a folder {@code shared/data} beside the module, the project, or a folder around it. */
    private static Optional<Path> file() {
        Path start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        return Stream.iterate(start, Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared/data/managed-policies.jsonl.gz"))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
