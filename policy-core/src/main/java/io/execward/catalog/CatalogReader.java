// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import static io.execward.catalog.CatalogProblems.quoted;

import io.execward.diagnostic.Diagnostic;
import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.diagnostic.SourceSpan;
import io.execward.json.Json;
import io.execward.json.JsonLimits;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import io.execward.model.CaseFolding;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads the text of a catalog: the header, then a service on each line (R-CAT-01). */
final class CatalogReader {
    /** All of AWS is four million characters, its longest service a tenth of that. */
    static final JsonLimits LIMITS =
            JsonLimits.defaults().withMaxCharacters(1 << 26).withMaxValues(1 << 22);

    private static final List<String> HEADER = List.of("date", "provenance");
    private static final int GZIP_1 = 0x1f;
    private static final int GZIP_2 = 0x8b;

    /** When the data was taken, and where from. */
    record Header(LocalDate date, String provenance) {}

    private CatalogReader() {}

    /** The text of the stream, plain or gzipped. At most one byte more than the limit is taken from it. */
    static Source text(String name, InputStream in) throws IOException {
        byte[] bytes = atMost(in);
        if (bytes.length > 1 && (bytes[0] & 0xFF) == GZIP_1 && (bytes[1] & 0xFF) == GZIP_2) {
            try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = atMost(plain);
            } catch (ZipException | EOFException e) {
                SourceSpan nowhere = Source.of(name, "").span(0, 0);
                throw new PolicySyntaxException(List.of(Diagnostic.error(
                        "R-CAT-01", nowhere, "the gzip data is broken or cut off", "compress the file again")));
            }
        }
        return Json.decode(name, bytes, LIMITS);
    }

    private static byte[] atMost(InputStream in) throws IOException {
        return in.readNBytes(LIMITS.maxCharacters() + 1);
    }

    /** @throws PolicySyntaxException with every problem of the text */
    static ServiceCatalog read(Source source) {
        List<JsonValue> lines = Json.parseLines(source, LIMITS);
        CatalogProblems problems = new CatalogProblems();
        Optional<Header> header = Optional.empty();
        if (lines.isEmpty()) {
            problems.error(
                    "R-CAT-01", source.span(0, 0), "the catalog is empty", "write the header, then a service per line");
        } else {
            header = header(lines.get(0), problems);
        }
        Map<String, Service> services = new LinkedHashMap<>();
        for (JsonValue line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            ServiceReader.read(line, problems).ifPresent(service -> add(service, line, services, problems));
        }
        problems.throwIfErrors();
        Map<String, ServiceCatalog.Entry> entries = new LinkedHashMap<>();
        services.forEach(
                (folded, service) -> entries.put(folded, new ServiceCatalog.Entry(service.prefix(), () -> service)));
        return new ServiceCatalog(header.orElseThrow(problems::exception), entries);
    }

    private static void add(Service service, JsonValue line, Map<String, Service> services, CatalogProblems problems) {
        if (services.putIfAbsent(CaseFolding.fold(service.prefix()), service) != null) {
            SourceSpan place =
                    ((JsonObject) line).get("prefix").map(JsonValue::span).orElse(line.span());
            problems.error(
                    "R-CAT-03",
                    place,
                    "the service " + quoted(service.prefix()) + " is defined twice",
                    "keep one line; letter case makes no difference");
        }
    }

    private static Optional<Header> header(JsonValue line, CatalogProblems problems) {
        if (line instanceof JsonObject object && object.get("prefix").isPresent()) {
            SourceSpan span = line.span();
            problems.error(
                    "R-CAT-01",
                    span.source().span(span.start(), span.start() + 1),
                    "the catalog has no header",
                    "write as first line `{\"date\": \"2026-08-21\", \"provenance\": \"where the data is from\"}`");
            return Optional.empty();
        }
        return Members.of(line, "the header of a catalog", HEADER, problems).flatMap(members -> {
            Optional<LocalDate> date = members.required("date").flatMap(text -> date(text, problems));
            Optional<String> provenance = members.required("provenance").map(JsonString::value);
            return date.flatMap(day -> provenance.map(text -> new Header(day, text)));
        });
    }

    private static Optional<LocalDate> date(JsonString text, CatalogProblems problems) {
        try {
            return Optional.of(LocalDate.parse(text.value()));
        } catch (DateTimeParseException e) {
            problems.error(
                    "R-CAT-01",
                    text.span(),
                    quoted(text.value()) + " is not a date",
                    "write year, month and day, such as `2026-08-21`");
            return Optional.empty();
        }
    }
}
