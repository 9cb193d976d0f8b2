// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import com.google.common.base.Suppliers;
import io.execward.model.CaseFolding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * The catalog of the class path. The whole JSON form takes a second to read in a new process, so it is bundled in the form that
 * {@link BundledService} describes, and of that a service is read when somebody asks for it. The first line is date, tab,
 * provenance.
 */
final class BundledCatalog {
    static final String RESOURCE = "services.txt.gz";

    /** How the lines of a service begin. */
    static final String SERVICE = "\nS";

    /** Made when first asked for. */
    static final ServiceCatalog CATALOG = load(text());

    private BundledCatalog() {}

    static String text() {
        try (InputStream in = Objects.requireNonNull(BundledCatalog.class.getResourceAsStream(RESOURCE), RESOURCE);
                InputStream plain = new GZIPInputStream(in, 1 << 16)) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServiceCatalog load(String text) {
        int tab = text.indexOf('\t');
        int start = text.indexOf(SERVICE, tab);
        LocalDate date = LocalDate.parse(text.substring(0, tab));
        CatalogReader.Header header = new CatalogReader.Header(date, text.substring(tab + 1, start));
        Map<String, ServiceCatalog.Entry> entries = new LinkedHashMap<>();
        while (start >= 0) {
            int next = text.indexOf(SERVICE, start + 1);
            int first = start + SERVICE.length();
            int last = next < 0 ? text.length() : next + 1;
            String prefix = text.substring(first, text.indexOf('\n', first));
            entries.put(
                    CaseFolding.fold(prefix),
                    new ServiceCatalog.Entry(
                            prefix, Suppliers.memoize(() -> BundledService.read(prefix, text, first, last))));
            start = next;
        }
        return new ServiceCatalog(header, entries);
    }
}
