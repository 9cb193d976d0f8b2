// SPDX-License-Identifier: Apache-2.0
package io.execward.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.execward.diagnostic.Source;
import io.execward.json.Json;
import io.execward.json.JsonArray;
import io.execward.json.JsonLimits;
import io.execward.json.JsonObject;
import io.execward.json.JsonValue;
import io.execward.model.PolicyKind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Every policy document of a file of conformance cases, with the kind that its layer gives it. */
public final class CasePolicies {
    private static final Map<String, PolicyKind> LAYERS = new LinkedHashMap<>();

    static {
        LAYERS.put("identity", PolicyKind.IDENTITY);
        LAYERS.put("boundary", PolicyKind.PERMISSIONS_BOUNDARY);
        LAYERS.put("session", PolicyKind.SESSION);
        LAYERS.put("resource", PolicyKind.RESOURCE);
        LAYERS.put("endpoint", PolicyKind.VPC_ENDPOINT);
        LAYERS.put("scps", PolicyKind.SERVICE_CONTROL);
        LAYERS.put("rcps", PolicyKind.RESOURCE_CONTROL);
    }

    private int seen;
    private final BiConsumer<JsonObject, PolicyKind> each;

    private CasePolicies(BiConsumer<JsonObject, PolicyKind> each) {
        this.each = each;
    }

    public static void forEach(String file, BiConsumer<JsonObject, PolicyKind> each) throws IOException {
        String text = Files.readString(Repository.root().resolve("policy-core/src/test/resources/conformance/" + file));
        CasePolicies policies = new CasePolicies(each);
        for (JsonValue line : Json.parseLines(Source.of(file, text), JsonLimits.defaults())) {
            JsonObject layers = (JsonObject) ((JsonObject) line).get("policies").orElseThrow();
            LAYERS.forEach((layer, kind) -> policies.all(layers.get(layer), kind));
        }
        assertThat(policies.seen).as("policies in %s", file).isGreaterThan(20);
    }

    private void all(Optional<JsonValue> value, PolicyKind kind) {
        value.ifPresent(it -> {
            if (it instanceof JsonArray list) {
                list.items().forEach(item -> all(Optional.of(item), kind));
            } else {
                seen++;
                each.accept((JsonObject) it, kind);
            }
        });
    }
}
