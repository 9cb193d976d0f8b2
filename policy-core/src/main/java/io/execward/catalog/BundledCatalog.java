// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import com.google.common.base.Suppliers;
import io.execward.diagnostic.Source;
import io.execward.json.Json;
import io.execward.model.CaseFolding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The catalog of the class path. It is cut into lines at once, but a service is read when somebody asks for it: reading all takes
 * several times as long. A test reads the same text as strictly as a user's.
 */
final class BundledCatalog {
    static final String RESOURCE = "services.jsonl.gz";

    /** How every line of the bundled text begins, so that a service's prefix is known before its line is read. */
    static final String LINE_START = "{\"prefix\":\"";

    /** Made when first asked for. */
    static final ServiceCatalog CATALOG = load();

    private BundledCatalog() {}

    static Source text() {
        try (InputStream in = Objects.requireNonNull(BundledCatalog.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return CatalogReader.text(RESOURCE, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServiceCatalog load() {
        String text = text().text();
        int start = text.indexOf('\n') + 1;
        CatalogProblems problems = new CatalogProblems();
        CatalogReader.Header header = CatalogReader.header(
                        Json.parse(Source.of(RESOURCE, text.substring(0, start)), CatalogReader.LIMITS), problems)
                .orElseThrow(problems::exception);
        Map<String, ServiceCatalog.Entry> entries = new LinkedHashMap<>();
        for (int end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
            String line = text.substring(start, end);
            String prefix = line.substring(LINE_START.length(), line.indexOf('"', LINE_START.length()));
            entries.put(
                    CaseFolding.fold(prefix), new ServiceCatalog.Entry(prefix, Suppliers.memoize(() -> service(line))));
            start = end + 1;
        }
        return new ServiceCatalog(header, entries);
    }

    private static Service service(String line) {
        CatalogProblems problems = new CatalogProblems();
        Service service = ServiceReader.read(Json.parse(Source.of(RESOURCE, line), CatalogReader.LIMITS), problems)
                .orElseThrow(problems::exception);
        problems.throwIfErrors();
        return service;
    }
}
