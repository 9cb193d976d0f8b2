// SPDX-License-Identifier: Apache-2.0
package io.execward.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.Source;
import io.execward.model.PolicyKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Every policy that AWS publishes is read, and written back as it is. Skipped where the collection is not at hand. */
class ManagedPoliciesTest {
    private static final JsonLimits WIDE = JsonLimits.defaults().withMaxCharacters(1 << 26);

    @Test
    void every_managed_policy_is_read_without_errors_and_survives_printing() throws IOException {
        List<Diagnostic> warnings = new ArrayList<>();
        int count = 0;
        for (JsonValue line : lines()) {
            JsonValue text = ((JsonObject) line).get("document").orElseThrow();
            PolicyDocument document =
                    PolicyJson.parse(Source.of("managed", text.span().text()), PolicyKind.IDENTITY);
            String printed = PolicyJson.print(document.policy());
            assertThat(read(printed).policy()).isEqualTo(document.policy());
            assertThat(read(PolicyJson.printCompact(document.policy())).policy())
                    .isEqualTo(document.policy());
            assertThat(PolicyJson.print(read(printed).policy())).isEqualTo(printed);
            JsonValue asWritten =
                    Json.parse(Source.of("as written", PolicyJson.printAsWritten(document)), JsonLimits.defaults());
            assertThat(JsonEquality.same(asWritten, text))
                    .as(text.span().text())
                    .isTrue();
            warnings.addAll(document.warnings());
            count++;
        }
        assertThat(count).isGreaterThan(1_000);
        assertThat(warnings).extracting(each -> each.rule().text()).containsOnly("R-RES-13");
    }

    private static PolicyDocument read(String text) {
        return PolicyJson.parse(Source.of("printed", text), PolicyKind.IDENTITY);
    }

    private static List<JsonValue> lines() throws IOException {
        Optional<Path> file = file();
        assumeThat(file).as("shared/data beside the project").isPresent();
        try (var in = new GZIPInputStream(Files.newInputStream(file.orElseThrow()))) {
            return Json.parseLines(Json.decode("managed-policies.jsonl", in.readAllBytes(), WIDE), WIDE);
        }
    }

    /** In a folder {@code shared/data} beside the module, the project, or a folder around it. */
    private static Optional<Path> file() {
        Path start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        return Stream.iterate(start, java.util.Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared/data/managed-policies.jsonl.gz"))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
