// SPDX-License-Identifier: Apache-2.0
package io.execward.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.execward.diagnostic.PolicySyntaxException;
import io.execward.diagnostic.Source;
import io.execward.dsl.CasePolicies;
import io.execward.json.Json;
import io.execward.json.JsonArray;
import io.execward.json.JsonLimits;
import io.execward.json.JsonObject;
import io.execward.json.JsonString;
import io.execward.json.JsonValue;
import io.execward.json.PolicyJson;
import io.execward.model.Policy;
import io.execward.model.PolicyKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every policy that is at hand becomes text and is the same policy again; the text is in its layout, and comes out the same again. */
class TextRoundTripTest {
    private static final JsonLimits WIDE = JsonLimits.defaults().withMaxCharacters(1 << 26);

    private int seen;

    /** JSON, text, JSON, text. */
    static String roundTrip(PolicyKind kind, Policy policy) {
        String text = ExecLanguage.print(kind, "a policy", policy);
        Policy again = lowered(text);
        assertThat(again).as(text).isEqualTo(policy);
        assertThat(ExecLanguage.print(kind, "a policy", again)).isEqualTo(text);
        assertThat(ExecLanguage.format(Source.of("text", text))).isEqualTo(text);
        return text;
    }

    static Policy lowered(String text) {
        List<LoweredPolicy> policies =
                ExecLanguage.read(Source.of("text", text)).policies();
        assertThat(policies).hasSize(1);
        return policies.get(0).policy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"conformance-iam.jsonl", "conformance-ecs-exec.jsonl", "edge-cases.jsonl"})
    void policies_of_the_cases(String file) throws IOException {
        CasePolicies.forEach(
                file,
                (document, kind) -> one(
                        document, kind == PolicyKind.RESOURCE ? List.of(kind, PolicyKind.ROLE_TRUST) : List.of(kind)));
    }

    /** As the first of the kinds that it can be. */
    private void one(JsonValue document, List<PolicyKind> kinds) {
        for (PolicyKind kind : kinds) {
            Optional<Policy> policy = parsed(document, kind);
            if (policy.isPresent()) {
                roundTrip(kind, policy.get());
                seen++;
                return;
            }
        }
        throw new AssertionError("no policy: " + document.span());
    }

    private static Optional<Policy> parsed(JsonValue document, PolicyKind kind) {
        try {
            return Optional.of(PolicyJson.parse(document, kind).policy());
        } catch (PolicySyntaxException e) {
            return Optional.empty();
        }
    }

    @Test
    void policies_of_the_sample_account() throws IOException {
        Path folder = Path.of(Files.isDirectory(Path.of("samples")) ? "samples" : "../samples");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
                within(Json.parse(Source.of(file.toString(), Files.readString(file)), WIDE));
            }
        }
        assertThat(seen).as("policies in %s", folder).isGreaterThan(30);
    }

    /** Documents stand in documents, as objects or as strings. */
    private void within(JsonValue value) {
        if (value instanceof JsonArray list) {
            list.items().forEach(this::within);
        } else if (value instanceof JsonString string && string.value().startsWith("{")) {
            within(Json.parse(Source.of("string", string.value()), WIDE));
        } else if (value instanceof JsonObject object) {
            if (object.get("Statement").isPresent()) {
                one(object, List.of(PolicyKind.IDENTITY, PolicyKind.RESOURCE, PolicyKind.ROLE_TRUST));
            } else {
                object.members().forEach(member -> within(member.value()));
            }
        }
    }

    @Test
    void policies_that_aws_publishes() throws IOException {
        Path start = Path.of("").toAbsolutePath();
        Optional<Path> file = Stream.iterate(start, Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("shared/data/managed-policies.jsonl.gz"))
                .filter(Files::isRegularFile)
                .findFirst();
        assumeThat(file).as("shared/data beside the project").isPresent();
        try (var in = new GZIPInputStream(Files.newInputStream(file.orElseThrow()))) {
            for (JsonValue line : Json.parseLines(Json.decode("managed-policies", in.readAllBytes(), WIDE), WIDE)) {
                Policy policy = parsed(((JsonObject) line).get("document").orElseThrow(), PolicyKind.IDENTITY)
                        .orElseThrow();
                assertThat(lowered(ExecLanguage.print(PolicyKind.IDENTITY, "a policy", policy)))
                        .isEqualTo(policy);
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(1000);
    }
}
