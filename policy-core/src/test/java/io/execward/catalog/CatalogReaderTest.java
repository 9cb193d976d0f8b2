// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.execward.Golden;
import io.execward.diagnostic.DiagnosticPrinter;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.model.Action;
import io.execward.model.ActionPattern;
import io.execward.model.ConditionKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catalogs that a user brings along. */
class CatalogReaderTest {
    private static final String HEADER = "{\"date\": \"2026-10-01\", \"provenance\": \"our own\"}\n";
    private static final String PRIVATE = HEADER
            + "{\"prefix\": \"Acme\", \"actions\": [{\"name\": \"Open\", \"accessLevel\": \"Write\", \"resourceTypes\":"
            + " [{\"type\": \"Door\", \"required\": true, \"conditionKeys\": [\"acme:Colour\"]}]}], \"resourceTypes\":"
            + " [{\"name\": \"door\", \"arnPattern\": \"arn:${Partition}:acme:::door/${Name}\"}], \"conditionKeys\":"
            + " [{\"key\": \"acme:colour\", \"type\": \"ArrayOfString\"}]}\n";

    private static ServiceCatalog read(byte[] bytes) throws IOException {
        return ServiceCatalog.read("mine.jsonl", new ByteArrayInputStream(bytes));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String refusal(byte[] bytes) {
        PolicySyntaxException refused = catchThrowableOfType(PolicySyntaxException.class, () -> read(bytes));
        assertThat(refused).isNotNull();
        return DiagnosticPrinter.print(refused.diagnostics());
    }

    @Test
    void a_private_catalog_takes_the_place_of_the_bundled_one() throws IOException {
        for (byte[] form :
                new byte[][] {PRIVATE.getBytes(UTF_8), gzip(PRIVATE), ("\uFEFF" + PRIVATE).getBytes(UTF_8)}) {
            ServiceCatalog mine = read(form);
            assertThat(mine.date()).hasToString("2026-10-01");
            assertThat(mine.provenance()).isEqualTo("our own");
            assertThat(mine.prefixes()).containsExactly("Acme");
            assertThat(mine.actions(new ActionPattern("acme:o*"))).hasSize(1);
            assertThat(mine.takes(Action.of("acme:open"), "DOOR", ConditionKey.of("Acme:Colour")))
                    .isEqualTo(Answer.YES);
            assertThat(mine.takes(Action.of("ecs:ExecuteCommand"), ConditionKey.of("ecs:cluster")))
                    .isEqualTo(Answer.UNKNOWN);
            assertThat(mine.operation(Action.of("acme:Open"))).isEmpty();
        }
    }

    @Test
    void every_mistake_is_reported_where_it_stands() throws IOException {
        String file = "golden/catalog/mistakes.jsonl";
        String text = Files.readString(Path.of("src", "test", "resources").resolve(file));
        PolicySyntaxException refused = catchThrowableOfType(
                PolicySyntaxException.class, () -> ServiceCatalog.read(Source.of("mistakes.jsonl", text)));
        Golden.assertSame("catalog/mistakes.txt", DiagnosticPrinter.print(refused.diagnostics()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | R-CAT-01 | the catalog is empty",
                "{\"prefix\": \"ecs\"} | R-CAT-01 | the catalog has no header",
                "{\"date\": \"2026-02-30\", \"provenance\": \"\"} | R-CAT-01 | is not a date",
                "{\"date\": \"2026-02-03\"} | R-CAT-02 | `provenance` is missing",
                "[] | R-CAT-02 | this is not the header of a catalog",
                "{\"date\": \"2026-02-03\", } | R-READ-01 | there is a comma behind the last member"
            })
    void a_broken_beginning_is_refused(String text, String rule, String message) {
        assertThat(refusal(text.getBytes(UTF_8))).contains(rule, message, "help: ");
    }

    @Test
    void gzip_data_that_is_cut_off_or_broken_is_refused() throws IOException {
        byte[] whole = gzip(PRIVATE);
        byte[] broken = whole.clone();
        broken[20] ^= 0x55;
        for (byte[] bytes : new byte[][] {Arrays.copyOf(whole, whole.length / 2), broken, Arrays.copyOf(whole, 3)}) {
            assertThat(refusal(bytes)).contains("R-CAT-01", "mine.jsonl:1:1");
        }
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        byte[] bytes = PRIVATE.getBytes(UTF_8);
        bytes[60] = (byte) 0xC3;
        assertThat(refusal(bytes)).contains("R-READ-02");
    }

    @Test
    void nonsense_without_end_is_reported_with_an_end() {
        String line = "{\"prefix\": \"a\", \"actions\": [" + "1,".repeat(10_000) + "1]}";
        PolicySyntaxException refused =
                catchThrowableOfType(PolicySyntaxException.class, () -> read((HEADER + line).getBytes(UTF_8)));
        assertThat(refused.diagnostics()).hasSize(200);
    }

    @Test
    void the_stream_is_left_open() throws IOException {
        boolean[] closed = new boolean[1];
        ServiceCatalog.read("mine.jsonl", new ByteArrayInputStream(PRIVATE.getBytes(UTF_8)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        });
        assertThat(closed[0]).isFalse();
    }
}
